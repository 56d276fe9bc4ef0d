//! The system's dialogs for files, and its viewer. The page gets a token and a name to show, never a path.
use crate::shell::Shell;
use ledenkluis_core::app::FileToken;
use ledenkluis_core::error::{Error, ErrorView};
use serde::{Deserialize, Serialize};
use std::path::Path;
use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};
use tauri_plugin_opener::OpenerExt;

/// What the page asks for, in the language of the page.
#[derive(Deserialize)]
pub(crate) struct Ask {
    title: String,
    /// The name to propose when saving.
    #[serde(default)]
    name: String,
    /// A folder instead of a file.
    #[serde(default)]
    folder: bool,
    #[serde(default)]
    filters: Vec<Filter>,
}

/// One kind of file in the dialog.
#[derive(Deserialize)]
pub(crate) struct Filter {
    name: String,
    extensions: Vec<String>,
}

/// What the person chose.
#[derive(Serialize)]
pub(crate) struct Chosen {
    token: FileToken,
    name: String,
}

/// Which file or folder to open; `null` when the person thought better of it.
#[tauri::command]
pub(crate) async fn dialog_open(app: AppHandle, ask: Ask) -> Option<Chosen> {
    let open = |app: &AppHandle, ask: &Ask| {
        let dialog = dialog(app, ask);
        if ask.folder { dialog.blocking_pick_folder() } else { dialog.blocking_pick_file() }
    };
    chosen(app, ask, open).await
}

/// Where to save; the system's dialog has asked already whether to replace a file.
#[tauri::command]
pub(crate) async fn dialog_save(app: AppHandle, ask: Ask) -> Option<Chosen> {
    chosen(app, ask, |app, ask| dialog(app, ask).set_file_name(&ask.name).blocking_save_file()).await
}

/// Opens a document with the system's viewer.
#[tauri::command]
pub(crate) async fn file_open(app: AppHandle, token: FileToken) -> Result<(), ErrorView> {
    let shell = app.state::<Shell>();
    let path = shell.app().path_of(token);
    path.and_then(|path| view(&app, &path)).map_err(|error| shell.view(&error))
}

async fn chosen(app: AppHandle, ask: Ask, show: fn(&AppHandle, &Ask) -> Option<FilePath>) -> Option<Chosen> {
    let work = spawn_blocking(move || {
        let answer = driven::answer().unwrap_or_else(|| show(&app, &ask)?.into_path().ok());
        let path = answer?;
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let shell = app.state::<Shell>();
        shell.still_here();
        Some(Chosen { token: shell.admit(path), name })
    });
    work.await.ok().flatten()
}

fn dialog(app: &AppHandle, ask: &Ask) -> FileDialogBuilder<tauri::Wry> {
    let mut dialog = app.dialog().file().set_title(&ask.title);
    if let Some(window) = app.get_webview_window("main") {
        dialog = dialog.set_parent(&window);
    }
    for filter in &ask.filters {
        let extensions: Vec<&str> = filter.extensions.iter().map(String::as_str).collect();
        dialog = dialog.add_filter(&filter.name, &extensions);
    }
    dialog
}

fn view(app: &AppHandle, path: &Path) -> Result<(), Error> {
    if driven::viewed(path) {
        return Ok(());
    }
    app.opener().open_path(path.to_string_lossy(), None::<&str>).map_err(Error::broken)
}

/// No WebDriver reaches the system's dialogs and viewers. The window test writes the path that a dialog answers into a
/// file, an empty one for a person who thinks better of it, and finds a list of what would have been viewed.
mod driven {
    use std::fs;
    use std::io::Write;
    use std::path::{Path, PathBuf};

    fn folder() -> Option<PathBuf> {
        if cfg!(feature = "e2e") { std::env::var_os("LEDENKLUIS_E2E").map(PathBuf::from) } else { None }
    }

    pub(super) fn answer() -> Option<Option<PathBuf>> {
        let file = folder()?.join("dialog");
        let path = fs::read_to_string(&file).unwrap_or_default();
        let _ = fs::remove_file(&file);
        Some(Some(path.trim()).filter(|path| !path.is_empty()).map(PathBuf::from))
    }

    pub(super) fn viewed(path: &Path) -> bool {
        let Some(folder) = folder() else { return false };
        let list = fs::OpenOptions::new().create(true).append(true).open(folder.join("viewed"));
        list.and_then(|mut list| writeln!(list, "{}", path.display())).is_ok()
    }
}
