//! The page in the window: where it comes from, where it may go, which is nowhere else, and that it starts anew at a lock.
use std::error::Error;
use tauri::{App, AppHandle, Manager, Url, WebviewWindow, WebviewWindowBuilder};

/// The label of the only window.
const MAIN: &str = "main";

/// A proxy that is not there. The page's own files and its calls come over schemes of the window, which ask no proxy; whatever
/// WebKit would fetch, look up or connect to by itself, such as for `<link rel="preconnect">`, ends here, and so does the name
/// in it: behind a proxy of this kind names are not resolved by this computer. Port 9 is `discard` (RFC 863).
const NOWHERE: &str = "socks5://127.0.0.1:9";

/// The window is made here and not by the configuration for two reasons: a private window keeps nothing on the disk, and a
/// WebDriver can drive only one that is not private; and the proxy cannot be said there.
pub(crate) fn open(app: &App) -> Result<(), Box<dyn Error>> {
    let driven = cfg!(feature = "e2e") && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some();
    let config = app.config().app.windows.first().ok_or("the configuration names no window")?;
    let mut window = WebviewWindowBuilder::from_config(app.handle(), config)?.incognito(!driven).on_navigation(is_own);
    if !tauri::is_dev() {
        window = window.proxy_url(Url::parse(NOWHERE)?);
    }
    window.build()?;
    Ok(())
}

/// The window, while there is one.
pub(crate) fn window(app: &AppHandle) -> Option<WebviewWindow> {
    app.get_webview_window(MAIN)
}

/// Loads the page anew, in a new process where the platform has that: what was on the screen goes with the old one, whatever
/// the page itself did to forget it.
pub(crate) fn start_anew(app: &AppHandle) {
    let Some(window) = window(app) else { return };
    #[cfg(target_os = "linux")]
    let _ = window.with_webview(|view| {
        use webkit2gtk::WebViewExt;
        let page = view.inner();
        let home = page.uri().and_then(|address| Url::parse(&address).ok()).map(without_place);
        page.terminate_web_process();
        if let Some(home) = home {
            page.load_uri(home.as_str());
        }
    });
    #[cfg(not(target_os = "linux"))]
    let _ = window.reload();
}

/// A place in the page names what was looked at, by its id.
#[cfg(target_os = "linux")]
fn without_place(mut address: Url) -> Url {
    address.set_fragment(None);
    address
}

/// The window shows its own page and nothing else: no link, and no file that is dropped on it, takes its place.
fn is_own(url: &Url) -> bool {
    is_origin(url, OWN) || (tauri::is_dev() && is_origin(url, DEVELOPMENT))
}

/// Scheme, host and port of the page as Tauri serves it.
const OWN: (&str, &str, Option<u16>) =
    if cfg!(windows) { ("http", "tauri.localhost", None) } else { ("tauri", "localhost", None) };

/// The same of the development server, as in `tauri.conf.json`.
const DEVELOPMENT: (&str, &str, Option<u16>) = ("http", "127.0.0.1", Some(5183));

/// Whether the address is of exactly this origin, and names no user. A port that is the scheme's own is not seen in an address.
fn is_origin(url: &Url, (scheme, host, port): (&str, &str, Option<u16>)) -> bool {
    let named = !url.username().is_empty() || url.password().is_some();
    url.scheme() == scheme && url.host_str() == Some(host) && url.port() == port && !named
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(address: &str, origin: (&str, &str, Option<u16>)) -> bool {
        is_origin(&Url::parse(address).unwrap(), origin)
    }

    #[test]
    fn the_page_is_its_own() {
        let own = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };
        for rest in ["", "/", "/index.html", "/?q#/personen/1"] {
            assert!(is_own(&Url::parse(&format!("{own}{rest}")).unwrap()), "{rest}");
        }
        assert!(is("http://127.0.0.1:5183/", DEVELOPMENT));
    }

    #[test]
    fn nothing_else_takes_its_place() {
        for address in [
            "http://tauri.localhost:8765/",
            "https://tauri.localhost/",
            "http://localhost/",
            "tauri://localhost:1/",
            "tauri://localhost.voorbeeld.nl/",
            "tauri://voorbeeld.nl/",
            "tauri://tauri.localhost/",
            "tauri://jan@localhost/",
            "tauri://jan:geheim@localhost/",
            "tauri:localhost",
            "ipc://localhost/",
            "asset://localhost/",
            "file:///etc/passwd",
            "about:blank",
            "data:text/html,hallo",
            "blob:tauri://localhost/1",
            "javascript:alert(1)",
            "http://127.0.0.1/",
            "http://127.0.0.1:5184/",
            "http://[::1]/",
        ] {
            assert!(!is_own(&Url::parse(address).unwrap()), "{address}");
        }
        // What is right on one system is strange on another.
        let windows = ("http", "tauri.localhost", None);
        assert!(is("http://tauri.localhost/", windows) && is("http://tauri.localhost:80/", windows));
        for address in ["http://tauri.localhost:8765/", "https://tauri.localhost/", "http://jan@tauri.localhost/"] {
            assert!(!is(address, windows), "{address}");
        }
        assert!(!is("http://127.0.0.1:5184/", DEVELOPMENT) && !is("http://localhost:5183/", DEVELOPMENT));
    }
}
