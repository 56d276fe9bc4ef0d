//! Ledenkluis in its window. The core decides, the page shows; what stands here only carries between the two.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod autolock;
mod device_key;
mod files;
mod rpc;
mod shell;

use ledenkluis_core::app::{FaultLog, tell_panics};
use shell::Shell;
use std::error::Error;
use std::path::PathBuf;
use tauri::{App, AppHandle, DragDropEvent, Manager, RunEvent, Url, WebviewWindowBuilder, WindowEvent};

fn main() -> Result<(), Box<dyn Error>> {
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
    open_window(app)?;
    autolock::start(app.handle());
    Ok(())
}

/// The window is made here and not by the configuration for one reason: a private window keeps nothing on the disk, and
/// a WebDriver can drive only one that is not private.
fn open_window(app: &App) -> Result<(), Box<dyn Error>> {
    let driven = cfg!(feature = "e2e") && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some();
    let config = app.config().app.windows.first().ok_or("the configuration names no window")?;
    WebviewWindowBuilder::from_config(app.handle(), config)?.incognito(!driven).on_navigation(is_own).build()?;
    app.state::<Shell>().follow(app.handle());
    Ok(())
}

/// The window shows its own page and nothing else: no link, and no file that is dropped on it, takes its place.
fn is_own(url: &Url) -> bool {
    let is_at = |host: &str| url.host_str() == Some(host);
    url.scheme() == "tauri" || is_at("tauri.localhost") || (tauri::is_dev() && is_at("127.0.0.1"))
}

fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}
