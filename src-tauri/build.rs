//! Tells Tauri which commands exist: what is not listed here, no capability can allow.
use std::error::Error;

const COMMANDS: &[&str] =
    &["rpc", "job_progress", "job_cancel", "dialog_open", "dialog_save", "file_open", "still_here"];

fn main() -> Result<(), Box<dyn Error>> {
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}
