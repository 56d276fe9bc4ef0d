//! `cargo xtask run [--demo]`: goes from a fresh computer to the open window.
use crate::process::{self, Result, cargo, npm, program, root};
use crate::{setup, window};

/// The folder of the made-up association. Its passphrase is public: it is right here.
const DEMO: &str = "target/demo.kluis";
const PASSPHRASE: &str = "molen fiets kade tulp brug";

/// Installs what is missing, then builds and opens the application. Without a display it runs the main job in the real
/// window instead.
pub(crate) fn run(demo: bool) -> Result {
    if cfg!(target_os = "linux") && no_display() {
        eprintln!("There is no display here, so there is no window to open for you.");
        eprintln!("Instead the main job runs in the real window on a display that nobody sees.");
        return window::check();
    }
    setup::for_run()?;
    process::run(npm(&["run", "--silent", "build"]))?;
    // Built in one call: two calls would compile their shared dependencies twice.
    let both = ["build", "--package=ledenkluis", "--package=ledenkluis-cli", "--features=ledenkluis/custom-protocol"];
    process::run(cargo(&both))?;
    if demo {
        make_demo()?;
    }
    let mut window = program(root().join("target/debug/ledenkluis"), &[]);
    if demo {
        window.arg(root().join(DEMO));
        eprintln!("\nThe passphrase of the made-up association is: {PASSPHRASE}\n");
    }
    process::run(window)
}

fn no_display() -> bool {
    let empty = |name: &str| std::env::var_os(name).is_none_or(|value| value.is_empty());
    empty("DISPLAY") && empty("WAYLAND_DISPLAY")
}

fn make_demo() -> Result {
    let folder = root().join(DEMO);
    if folder.join("header.json").exists() {
        return Ok(());
    }
    let passphrase = root().join("target/demo-passphrase");
    std::fs::write(&passphrase, PASSPHRASE).map_err(|why| format!("{}: {why}", passphrase.display()))?;
    let mut kluis = program(root().join("target/debug/kluis"), &["demo", DEMO, "--people", "250", "--seed", "1"]);
    kluis.args(["--user", "Ria de Boer", "--passphrase-file"]).arg(&passphrase);
    process::run(kluis)
}
