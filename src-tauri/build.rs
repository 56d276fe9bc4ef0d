//! Tells Tauri which commands exist: what is not listed here, no capability can allow.
use std::error::Error;

const COMMANDS: &[&str] =
    &["rpc", "job_progress", "job_cancel", "still_here", "set_zoom", "pick_file", "save_file", "open_file"];

fn main() -> Result<(), Box<dyn Error>> {
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}
