//! What the window keeps in memory after a lock, looked at from outside, through `/proc`. No driver here: it would carry what is
//! typed through the window's own memory, which a keyboard does not. The keys come as those of a keyboard, from the X server.
use crate::display::{windows, xdotool};
use crate::screen::{Outcome, PATIENCE};
use acceptance::memory::{Mark, count};
use ledenkluis_core::api::types::ChooseVault;
use ledenkluis_core::api::{self, call};
use ledenkluis_core::app::{App, NoDeviceKeys, SystemClock, TimeOrderedIds};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Child, Command};
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

const RIGHT: &str = "molen fiets kade tulp brug";
const WRONG: &str = "paard accu nietje zeker fout";

/// So many names and addresses of people may stand in the memory of the window's own process after a lock, of some hundreds while
/// it is open: in memory that WebKit keeps for itself, where what went to and from the page passed. Most often there are none.
const LEFT_BY_WEBKIT: usize = 5;

/// From the key to a new page. It takes a fifth of a second; other tests keep the computer busy meanwhile.
const AT_ONCE: Duration = Duration::from_secs(5);

/// Unlocks, with a wrong passphrase first, looks at people, locks, and counts what is left.
pub(crate) fn check(program: &Path, folder: &Path) -> Outcome {
    let vault = folder.join("memory.kluis");
    let people = make_vault(program, &vault)?;
    let keys = keys_of(&vault)?;
    let window = Window::open(program, &vault)?;
    window.unlock(&vault)?;
    if count(window.app, &keys)?.contains(&0) {
        return Err("while the vault is open its keys are not found: looking does not see what is there".into());
    }
    let open = (count_in(window.app, &people)?, count_in(window.page()?, &people)?);
    println!("open: {} times something of a person in the window's process, {} in the page's", open.0, open.1);
    if open.0 < 100 || open.1 < 20 {
        return Err("while the vault is open its people are not found: looking does not see what is there".into());
    }
    let (before, start) = (window.page()?, Instant::now());
    window.press("ctrl+l")?;
    until("the page starts anew", || Ok(window.page().is_ok_and(|page| page != before)))?;
    let took = start.elapsed();
    println!("locked in {} ms", took.as_millis());
    if took > AT_ONCE {
        return Err(format!("the page of before was still there after {} ms", AT_ONCE.as_millis()).into());
    }
    sleep(Duration::from_secs(3));
    window.holds_nothing(&keys, &people)?;
    // The door is there, and the focus in its passphrase.
    sleep(Duration::from_secs(1));
    window.write(RIGHT)?;
    until("the vault opens again without a click", || {
        // Today alone names few; the list of people names many, and at the door the key does nothing.
        sleep(Duration::from_secs(3));
        window.press("ctrl+2")?;
        sleep(Duration::from_secs(2));
        Ok(count_in(window.app, &people)? >= 100)
    })?;
    fs::remove_dir_all(&vault)?;
    Ok(())
}

/// Made-up people; all their names and addresses, as they stand on the screen and nowhere in the program.
fn make_vault(program: &Path, vault: &Path) -> Outcome<Vec<Mark>> {
    let passphrase = vault.with_extension("passphrase");
    fs::File::create(&passphrase).and_then(|mut file| std::io::Write::write_all(&mut file, RIGHT.as_bytes()))?;
    let kluis = |words: &[&str]| -> Outcome<Vec<u8>> {
        let mut command = Command::new(program.with_file_name("kluis"));
        command.arg(words[0]).arg(vault).args(&words[1..]).arg("--passphrase-file").arg(&passphrase);
        let done = command.output()?;
        if done.status.success() { Ok(done.stdout) } else { Err(String::from_utf8_lossy(&done.stderr).into()) }
    };
    kluis(&["demo", "--people", "250", "--seed", "1", "--user", "Ria de Boer"])?;
    let list: Value = serde_json::from_slice(&kluis(&["people", "--json"])?)?;
    fs::remove_file(passphrase)?;
    let rows = list["people"].as_array().ok_or("kluis lists no people")?;
    let text = |row: &Value, field: &str| row[field].as_str().unwrap_or("").to_owned();
    // The names of those on top of the screen, and the end of everybody's address: `finn.51@voorbeeld.nl`.
    let names = rows.iter().take(6).map(|row| text(row, "sort_name"));
    let ends = (0..10).map(|digit| format!("{digit}@voorbeeld.nl"));
    let texts: BTreeSet<String> = names.chain(ends).collect();
    Ok(texts.iter().flat_map(|text| Mark::text(text)).collect())
}

/// The data keys that this passphrase gives, taken in a process of their own: this one.
fn keys_of(vault: &Path) -> Outcome<Vec<Mark>> {
    let aside = tempfile::tempdir()?;
    let (home, scratch) = (aside.path().join("home"), aside.path().join("scratch"));
    let mut app = App::with(Arc::new(SystemClock), Arc::new(TimeOrderedIds), home, &scratch, Arc::new(NoDeviceKeys))?;
    let place = app.admit(vault.to_owned());
    call::vault_choose(&mut app, ChooseVault { place })?;
    let request = json!({ "passphrase": RIGHT });
    api::dispatch(&mut app, "vault_unlock", request).map_err(|refused| refused.code)?;
    let keys: Vec<Mark> = app.session()?.keys().iter().map(|(_, _, key)| Mark::bytes(key.expose())).collect();
    app.lock()?;
    if keys.is_empty() { Err("the vault has no keys".into()) } else { Ok(keys) }
}

fn count_in(process: u32, marks: &[Mark]) -> Outcome<usize> {
    Ok(count(process, marks)?.into_iter().sum())
}

/// How often something secret, and something of a person, stands in a process.
fn look(process: u32, secrets: &[Mark], people: &[Mark]) -> Outcome<[usize; 2]> {
    let found = count(process, &[secrets, people].concat())?;
    let (secret, names) = found.split_at(secrets.len());
    Ok([secret.iter().sum(), names.iter().sum()])
}

/// The window, with a keyboard.
struct Window {
    started: Child,
    app: u32,
    id: String,
}

impl Window {
    fn open(program: &Path, vault: &Path) -> Outcome<Self> {
        let mut command = Command::new(program);
        command.arg(vault).env_remove("TAURI_WEBVIEW_AUTOMATION");
        if !is_root()? {
            println!("not run as root: the window leaves its memory readable for this run");
            command.env("LEDENKLUIS_E2E_READABLE", "1");
        }
        let started = command.spawn()?;
        let app = started.id();
        let mut window = Window { started, app, id: String::new() };
        until("there is a window", || {
            window.id = windows()?.into_iter().next().unwrap_or_default();
            Ok(!window.id.is_empty() && window.page().is_ok())
        })?;
        xdotool(&["windowfocus", &window.id])?;
        Ok(window)
    }

    /// A wrong passphrase, the right one, the list of people and a search in it.
    fn unlock(&self, vault: &Path) -> Outcome {
        let tried = vault.join("attempts.json");
        until("a wrong passphrase is refused", || {
            sleep(Duration::from_secs(3));
            self.write(WRONG)?;
            sleep(Duration::from_secs(4));
            Ok(tried.exists())
        })?;
        until("the right one opens", || {
            sleep(Duration::from_secs(3));
            self.press("ctrl+a")?;
            self.write(RIGHT)?;
            sleep(Duration::from_secs(5));
            Ok(!tried.exists())
        })?;
        self.press("ctrl+2")?;
        sleep(Duration::from_secs(3));
        self.press("ctrl+k")?;
        xdotool(&["type", "--delay", "40", "amrani"])?;
        sleep(Duration::from_secs(2));
        Ok(())
    }

    fn holds_nothing(&self, keys: &[Mark], people: &[Mark]) -> Outcome {
        let secrets = [&Mark::text(RIGHT)[..], &Mark::text(WRONG)[..], keys].concat();
        let ([secret, names], page) = (look(self.app, &secrets, people)?, look(self.page()?, &secrets, people)?);
        println!(
            "locked: window's process: {secret} passphrases and keys, {names} times something of a person; page's: {page:?}"
        );
        if secret > 0 || names > LEFT_BY_WEBKIT || page != [0, 0] {
            return Err(format!(
                "left after the lock: {secret} passphrases and keys, {names} of people, in the page {page:?}"
            )
            .into());
        }
        Ok(())
    }

    fn write(&self, text: &str) -> Outcome {
        xdotool(&["type", "--delay", "15", text])?;
        self.press("Return")
    }

    fn press(&self, key: &str) -> Outcome {
        xdotool(&["key", key]).map(drop)
    }

    /// The process of the page: a child of the window's.
    fn page(&self) -> Outcome<u32> {
        for entry in fs::read_dir("/proc")? {
            let Some(process) = entry?.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else { continue };
            let Ok(stat) = fs::read_to_string(format!("/proc/{process}/stat")) else { continue };
            let Some((name, rest)) = stat.rsplit_once(')') else { continue };
            let parent = rest.split_whitespace().nth(1).and_then(|parent| parent.parse().ok());
            if name.contains("(WebKitWebProces") && parent == Some(self.app) {
                return Ok(process);
            }
        }
        Err("the page has no process".into())
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.started.kill();
        let _ = self.started.wait();
    }
}

fn is_root() -> Outcome<bool> {
    let status = fs::read_to_string("/proc/self/status")?;
    Ok(status
        .lines()
        .find_map(|line| line.strip_prefix("Uid:"))
        .is_some_and(|ids| ids.split_whitespace().nth(1) == Some("0")))
}

fn until(what: &str, mut so: impl FnMut() -> Outcome<bool>) -> Outcome {
    let start = Instant::now();
    while !so()? {
        if start.elapsed() > PATIENCE {
            return Err(format!("waited {} s in vain: {what}", PATIENCE.as_secs()).into());
        }
        sleep(Duration::from_millis(20));
    }
    Ok(())
}
