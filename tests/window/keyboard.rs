//! Hands that have only a keyboard: they go with Tab from one thing to the next, hear its name as a screen reader says it,
//! and press.
use crate::screen::{Outcome, PATIENCE, Screen};
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use std::time::{Duration, Instant};
use tokio::time::sleep;

/// Steps of Tab after which something is not reachable by keyboard.
const TABS: usize = 120;

/// So often the focus may move while keys are on their way.
const AGAIN: usize = 5;

/// More than any menu holds.
const ITEMS: usize = 20;

/// The name of what has the focus, as a screen reader says it.
const NAME: &str = r#"
const node = document.activeElement;
const words = (ids) => ids.split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
const name = node.getAttribute("aria-label")
  ?? (node.hasAttribute("aria-labelledby") ? words(node.getAttribute("aria-labelledby")) : null)
  ?? (node.labels?.length ? [...node.labels].map((label) => label.textContent).join(" ") : null)
  ?? (node === document.body ? "" : node.textContent);
return name.replace(/\s+/g, " ").trim();
"#;

impl Screen {
    /// Goes with Tab to what is called like this; a longer name that begins like this is meant too.
    pub(crate) async fn tab_to(&self, name: &str) -> Outcome {
        let (mut heard, start) = (Vec::new(), Instant::now());
        while heard.len() < TABS || start.elapsed() < PATIENCE {
            let now = self.ask(NAME, vec![]).await?;
            let now = now.as_str().unwrap_or("");
            if now.starts_with(name) {
                return Ok(());
            }
            heard.push(now.chars().take(40).collect::<String>());
            self.key(Key::Tab).await?;
            sleep(Duration::from_millis(15)).await;
        }
        heard.dedup();
        Err(format!("\"{name}\" cannot be reached with the Tab key; heard: {}", heard.join(" | ")).into())
    }

    /// Waits until the page shows it, goes there and presses Enter.
    pub(crate) async fn press(&self, name: &str) -> Outcome {
        self.tab_to(name).await?;
        self.key(Key::Enter).await
    }

    /// Goes there and presses Space: for what is chosen rather than done.
    pub(crate) async fn choose(&self, name: &str) -> Outcome {
        self.tab_to(name).await?;
        self.keys(" ").await
    }

    /// Opens a menu and walks with the arrow to one of its items.
    pub(crate) async fn pick(&self, menu: &str, item: &str) -> Outcome {
        self.press(menu).await?;
        for _ in 0..ITEMS {
            if self.ask(NAME, vec![]).await?.as_str().is_some_and(|now| now.starts_with(item)) {
                return self.key(Key::Enter).await;
            }
            self.key(Key::Down).await?;
        }
        Err(format!("\"{item}\" is not in the menu \"{menu}\"").into())
    }

    /// Goes to a field, empties it and types. Not the driver's own `clear`, whose event the page does not hear.
    pub(crate) async fn fill(&self, field: &str, text: &str) -> Outcome {
        self.tab_to(field).await?;
        let control = char::from(Key::Control);
        self.keys(&format!("{control}a{}{}", char::from(Key::Null), char::from(Key::Backspace))).await?;
        self.keys(text).await
    }

    /// One key.
    pub(crate) async fn key(&self, key: Key) -> Outcome {
        self.keys(&char::from(key).to_string()).await
    }

    /// Keys, to whatever has the focus. The driver asks what has it and sends after that; what went away in between took no
    /// key, and somebody's hands would have pressed on what has the focus now.
    pub(crate) async fn keys(&self, keys: &str) -> Outcome {
        let mut again = AGAIN;
        loop {
            match self.client.active_element().await?.send_keys(keys).await {
                Err(why) if again > 0 && gone(&why) => again -= 1,
                done => return Ok(done?),
            }
        }
    }
}

/// Did the element leave the page? WebKit's driver has its own words for it.
fn gone(why: &CmdError) -> bool {
    why.is_stale_element_reference() || why.is_no_such_element() || why.to_string().ends_with("was not found")
}
