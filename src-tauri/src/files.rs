//! The system's dialogs for files, and its viewer. The page gets a token and a name to show, never a path.
use crate::shell::Shell;
use ledenkluis_core::app::{App, Chosen, FileToken, LISTS, is_list};
use ledenkluis_core::error::{Error, ErrorView};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, Emitter, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};
use tauri_plugin_opener::OpenerExt;

/// What the page asks to open: a list to import, the folder of a vault, or a folder for a new one.
#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Pick {
    List { title: String },
    Vault { title: String },
    Folder { title: String },
}

/// Where the page asks to keep a new file: the ending of its kind, such as `pdf`, and the name to propose.
#[derive(Deserialize)]
pub(crate) struct Save {
    kind: String,
    title: String,
    name: String,
}

/// Told to the page, with what `pick_file` answers, when a list was dropped on the window.
const DROPPED: &str = "dropped";

/// Which file or folder to open; `null` when the person thought better of it.
#[tauri::command]
pub(crate) async fn pick_file(app: AppHandle, request: Pick) -> Option<Chosen> {
    chosen(app, App::chosen, move |app| match &request {
        Pick::List { title } => dialog(app, title, LISTS).blocking_pick_file(),
        Pick::Vault { title } | Pick::Folder { title } => dialog(app, title, &[]).blocking_pick_folder(),
    })
    .await
}

/// Where to save; the system's dialog has asked already whether to replace a file.
#[tauri::command]
pub(crate) async fn save_file(app: AppHandle, request: Save) -> Option<Chosen> {
    chosen(app, App::chosen_to_save, move |app| {
        dialog(app, &request.title, &[&request.kind]).set_file_name(&request.name).blocking_save_file()
    })
    .await
}

/// Opens a document with the system's viewer.
#[tauri::command]
pub(crate) async fn open_file(app: AppHandle, file: FileToken) -> Result<(), ErrorView> {
    let shell = app.state::<Shell>();
    let path = shell.app().path_of(file);
    path.and_then(|path| view(&app, &path)).map_err(|error| shell.faults.view(&error))
}

/// What becomes of a path that was chosen.
type Take = fn(&App, PathBuf) -> Chosen;

async fn chosen(
    app: AppHandle,
    take: Take,
    ask: impl FnOnce(&AppHandle) -> Option<FilePath> + Send + 'static,
) -> Option<Chosen> {
    let work = spawn_blocking(move || {
        let path = driven::answer().unwrap_or_else(|| ask(&app)?.into_path().ok())?;
        Some(admit(&app, take, path))
    });
    work.await.ok().flatten()
}

/// Takes in the first list among what was dropped on the window. The window does not wait for the core.
pub(crate) fn dropped(app: &AppHandle, paths: &[PathBuf]) {
    let Some(path) = paths.iter().find(|path| path.is_file() && is_list(path)).cloned() else { return };
    let app = app.clone();
    spawn_blocking(move || app.emit(DROPPED, admit(&app, App::chosen, path)));
}

fn admit(app: &AppHandle, take: Take, path: PathBuf) -> Chosen {
    let shell = app.state::<Shell>();
    shell.still_here();
    take(&shell.app(), path)
}

fn dialog(app: &AppHandle, title: &str, endings: &[&str]) -> FileDialogBuilder<tauri::Wry> {
    let mut dialog = app.dialog().file().set_title(title);
    if let Some(window) = crate::page::window(app) {
        dialog = dialog.set_parent(&window);
    }
    if endings.is_empty() { dialog } else { dialog.add_filter(endings.join(", "), endings) }
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
    use std::time::Duration;

    fn folder() -> Option<PathBuf> {
        if cfg!(feature = "e2e") { std::env::var_os("LEDENKLUIS_E2E").map(PathBuf::from) } else { None }
    }

    pub(super) fn answer() -> Option<Option<PathBuf>> {
        let file = folder()?.join("dialog");
        // The test answers when it sees the dialog, as a person does.
        let path = (0..100).find_map(|_| {
            std::thread::sleep(Duration::from_millis(50));
            fs::read_to_string(&file).ok()
        });
        let _ = fs::remove_file(&file);
        Some(path.filter(|path| !path.is_empty()).map(PathBuf::from))
    }

    pub(super) fn viewed(path: &Path) -> bool {
        let Some(folder) = folder() else { return false };
        let list = fs::OpenOptions::new().create(true).append(true).open(folder.join("viewed"));
        list.and_then(|mut list| writeln!(list, "{}", path.display())).is_ok()
    }
}
