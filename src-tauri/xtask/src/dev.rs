//! `cargo xtask dev [--browser]`: runs the application during development.
use crate::process::{Result, cargo, npm, program, root, run};
use crate::setup;
use std::process::Stdio;

/// The window with a page that reloads on every edit. Tauri's own tool starts both and rebuilds the Rust side.
pub(crate) fn dev() -> Result {
    setup::for_run()?;
    let tauri = if cfg!(windows) { "tauri.cmd" } else { "tauri" };
    run(program(root().join("ui/node_modules/.bin").join(tauri), &["dev"]))
}

/// The same page in a normal browser, on the bridge of the browser tests: no window, and a temporary vault. Every edit
/// rebuilds the page; reload it to see the change.
pub(crate) fn browser() -> Result {
    setup::page()?;
    run(npm(&["run", "--silent", "build"]))?;
    let mut watch = npm(&["run", "--silent", "build", "--", "--watch"]);
    let mut watching = watch.stdin(Stdio::null()).spawn().map_err(|why| format!("npm: {why}"))?;
    let done = run(cargo(&["run", "--package", "acceptance", "--bin", "bridge"]));
    let _ = watching.kill();
    let _ = watching.wait();
    done
}
