//! The page's one way to the core, and what it may ask while long work holds the core.
use crate::page;
use crate::shell::Shell;
use ledenkluis_core::api::Reply;
use ledenkluis_core::app::Counts;
use ledenkluis_core::error::{Error, ErrorView};
use ledenkluis_core::ops::Topic;
use serde_json::Value;
use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, Manager, State, WebviewWindow};

/// Runs one command of the core, away from the threads that keep the window alive.
#[tauri::command]
pub(crate) async fn rpc(app: AppHandle, command: String, request: Value) -> Result<Reply, ErrorView> {
    let faults = app.state::<Shell>().faults.clone();
    let work = spawn_blocking(move || {
        let shell = app.state::<Shell>();
        let (reply, closed) = shell.call(&command, request);
        if closed {
            page::start_anew(&app);
        }
        let reply = reply?;
        if reply.touches.contains(&Topic::Vault) || reply.touches.contains(&Topic::Settings) {
            shell.follow(&app);
        }
        Ok(reply)
    });
    match work.await {
        Ok(reply) => reply,
        // What the panic says may hold somebody's data; its place is in the log already.
        Err(_) => Err(faults.view(&Error::broken("a panic, noted above"))),
    }
}

/// How far the running job is. Does not wait for it.
#[tauri::command]
pub(crate) fn job_progress(shell: State<'_, Shell>) -> Counts {
    shell.progress().counts()
}

/// Asks the running job to stop. Does not wait for it.
#[tauri::command]
pub(crate) fn job_cancel(shell: State<'_, Shell>) {
    shell.progress().cancel();
}

/// The page says, at most every few seconds, that somebody types or moves the pointer.
#[tauri::command]
pub(crate) fn still_here(shell: State<'_, Shell>) {
    shell.still_here();
}

/// Makes everything in the window larger or smaller; 1 is as designed.
#[tauri::command]
pub(crate) fn set_zoom(window: WebviewWindow, factor: f64) {
    // A page that asks for nonsense keeps the size it had.
    let _ = window.set_zoom(factor.clamp(0.5, 3.0));
}
