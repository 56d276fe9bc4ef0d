//! Ledenkluis in its window. The core decides, the page shows; what stands here only carries between the two.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod autolock;
mod device_key;
mod files;
mod page;
mod rpc;
mod shell;
mod wiping;

use ledenkluis_core::app::{FaultLog, tell_panics};
use shell::Shell;
use std::error::Error;
use std::path::PathBuf;
use tauri::{App, AppHandle, DragDropEvent, Manager, RunEvent, WindowEvent};

fn main() -> Result<(), Box<dyn Error>> {
    wiping::begin()?;
    // The test that looks for names in this memory may not look once it is private, unless it is root.
    if !(cfg!(feature = "e2e") && std::env::var_os("LEDENKLUIS_E2E_READABLE").is_some()) {
        ledenkluis_core::app::keep_memory_private()?;
    }
    let application = tauri::Builder::default()
        // The first plugin: a second start shows the window of the first and ends.
        .plugin(tauri_plugin_single_instance::init(|app, _, _| show(app)))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .invoke_handler(tauri::generate_handler![
            rpc::rpc,
            rpc::job_progress,
            rpc::job_cancel,
            rpc::still_here,
            rpc::set_zoom,
            files::pick_file,
            files::save_file,
            files::open_file,
        ])
        .on_window_event(|window, event| {
            if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
                files::dropped(window.app_handle(), paths);
            }
        })
        .setup(|app| set_up(app))
        .build(tauri::generate_context!())?;
    application.run(|app, event| {
        if let RunEvent::Exit = event {
            app.state::<Shell>().lock(app);
        }
    });
    Ok(())
}

fn set_up(app: &mut App) -> Result<(), Box<dyn Error>> {
    let paths = app.path();
    tell_panics(FaultLog::new(&paths.app_log_dir()?));
    let shell = Shell::new(paths.app_data_dir()?, &paths.app_cache_dir()?, &paths.app_log_dir()?)?;
    if let Some(vault) = std::env::args_os().nth(1).map(PathBuf::from) {
        shell.choose(vault);
    }
    app.manage(shell);
    page::open(app)?;
    app.state::<Shell>().follow(app.handle());
    autolock::start(app.handle());
    Ok(())
}

fn show(app: &AppHandle) {
    if let Some(window) = page::window(app) {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}
