//! Serves the built UI, with a tag in its head that tells it to use the bridge.
use super::header;
use std::fs;
use std::io::Cursor;
use std::path::{Component, Path};
use tiny_http::Response;

const DIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/dist");
const MARK: &str = "<head><meta name=\"ledenkluis-bridge\" content=\"\">";

/// As strict as the window's own policy, so that what the window would refuse also fails here.
const POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'none'";

/// A file of the UI. Every other address is a route within it.
pub(crate) fn file(url: &str) -> Response<Cursor<Vec<u8>>> {
    let path = url.split(['?', '#']).next().unwrap_or("").trim_start_matches('/');
    let plain = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    let full = Path::new(DIST).join(path);
    if plain && !path.is_empty() && full.is_file() {
        return match fs::read(&full) {
            Ok(bytes) => typed(Response::from_data(bytes), kind(path)),
            Err(_) => missing(),
        };
    }
    match fs::read_to_string(Path::new(DIST).join("index.html")) {
        Ok(page) => typed(Response::from_string(page.replacen("<head>", MARK, 1)), "text/html; charset=utf-8"),
        Err(_) => missing(),
    }
}

fn typed(response: Response<Cursor<Vec<u8>>>, kind: &str) -> Response<Cursor<Vec<u8>>> {
    let typed = response.with_header(header("Content-Type", kind));
    typed.with_header(header("Content-Security-Policy", POLICY)).with_header(header("Cache-Control", "no-store"))
}

fn missing() -> Response<Cursor<Vec<u8>>> {
    Response::from_string("the page is not built: npm run build in ui/").with_status_code(404)
}

fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "js" => "text/javascript",
        "css" => "text/css",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "json" => "application/json",
        _ => "application/octet-stream",
    }
}
