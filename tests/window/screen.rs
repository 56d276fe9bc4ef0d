//! The window as the driver sees it: started, looked at, photographed, closed. The traps of WebKitWebDriver are dealt with
//! here and nowhere else.
use crate::display::{windows, xdotool};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tokio::process::{Child, Command};
use tokio::time::{sleep, timeout};

/// Everything here stops at the first thing that is not as it should be.
pub(crate) type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// How long anything may take to appear.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// The window, its driver, and the folder where it leaves things.
pub(crate) struct Screen {
    /// The driver's side of the conversation.
    pub(crate) client: Client,
    driver: Child,
    folder: PathBuf,
}

impl Screen {
    /// Starts the driver, which starts the program.
    pub(crate) async fn open(program: &Path, folder: &Path) -> Outcome<Self> {
        let port = free_port()?;
        let driver = Command::new("WebKitWebDriver")
            .args([format!("--port={port}"), "--host=127.0.0.1".into()])
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("LEDENKLUIS_E2E", folder)
            .kill_on_drop(true)
            .spawn()?;
        let options = json!({ "binary": program, "args": [] });
        let wanted = serde_json::Map::from_iter([("webkitgtk:browserOptions".to_string(), options)]);
        let start = Instant::now();
        loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            match builder.capabilities(wanted.clone()).connect(&format!("http://127.0.0.1:{port}")).await {
                Ok(client) => return Ok(Self { client, driver, folder: folder.to_path_buf() }),
                Err(why) if start.elapsed() > PATIENCE => return Err(why.into()),
                Err(_) => sleep(Duration::from_millis(100)).await,
            }
        }
    }

    /// A path in the folder of this run.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The next dialog answers with this path.
    pub(crate) fn next_dialog(&self, path: &Path) -> Outcome {
        Ok(write(&self.path("dialog"), path.to_string_lossy().as_bytes())?)
    }

    /// Waits until the dialog has been answered.
    pub(crate) async fn dialog_answered(&self) -> Outcome {
        self.until("the dialog was opened", async || Ok(!self.path("dialog").exists())).await
    }

    /// Runs a script in the page. It goes past the page's policy, as the driver's scripts do.
    pub(crate) async fn ask(&self, script: &str, words: Vec<Value>) -> Outcome<Value> {
        Ok(self.client.execute(script, words).await?)
    }

    /// Waits until the page shows this text.
    pub(crate) async fn sees(&self, text: &str) -> Outcome {
        let script = "return document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0])";
        self.until(&format!("the page shows \"{text}\""), async || {
            Ok(self.ask(script, vec![json!(text)]).await? == json!(true))
        })
        .await
    }

    /// Waits until something is so.
    pub(crate) async fn until(&self, what: &str, so: impl AsyncFn() -> Outcome<bool>) -> Outcome {
        let start = Instant::now();
        while !so().await.unwrap_or(false) {
            if start.elapsed() > PATIENCE {
                return Err(format!("waited {} s in vain: {what}", PATIENCE.as_secs()).into());
            }
            sleep(Duration::from_millis(100)).await;
        }
        Ok(())
    }

    /// A picture that shows what the page is now: it may hold an old frame, so two in a row must be equal.
    pub(crate) async fn picture(&self, name: &str) -> Outcome {
        let frames = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(1)))";
        self.client.execute_async(frames, vec![]).await?;
        let mut last = self.client.screenshot().await?;
        for _ in 0..8 {
            sleep(Duration::from_millis(250)).await;
            let next = self.client.screenshot().await?;
            if next == last {
                break;
            }
            last = next;
        }
        println!("{name}");
        Ok(write(&self.path(&format!("{name}.png")), &last)?)
    }

    /// What the page looked like when something went wrong.
    pub(crate) async fn say_where_it_stopped(&self) {
        let _ = self.picture("stopped-here").await;
        if let Ok(body) = self.client.find(Locator::Css("body")).await
            && let Ok(text) = body.text().await
        {
            eprintln!("the page showed:\n{text}\n");
        }
    }

    /// Closes the window and ends the driver. After a lock the driver has lost the page and may end nothing: the display does it.
    pub(crate) async fn close(mut self) -> Outcome {
        let _ = timeout(Duration::from_secs(10), self.client.close()).await;
        for window in windows()? {
            xdotool(&["windowkill", &window])?;
        }
        Ok(self.driver.kill().await?)
    }
}

fn free_port() -> std::io::Result<u16> {
    std::net::TcpListener::bind("127.0.0.1:0")?.local_addr().map(|address| address.port())
}

/// Whole or not at all, because an empty answer means that the person thought better of it. What a test leaves behind
/// needs no care about power cuts.
fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write;
    let part = path.with_extension("part");
    fs::File::create(&part)?.write_all(bytes)?;
    fs::rename(part, path)
}
