//! Writes what is made from the core: the TypeScript into one folder, and the list of published types into another:
//! `gen FOLDER [FOLDER OF THE API]`.
#![allow(clippy::print_stderr, reason = "a program for the terminal")]
use ledenkluis_core::kernel::files::write_whole;
use ledenkluis_core::{api, text};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut folders = std::env::args().skip(1);
    let Some(page) = folders.next() else {
        eprintln!("gen FOLDER [FOLDER OF THE API]");
        return ExitCode::from(2);
    };
    let core =
        folders.next().unwrap_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/../src-tauri/core/src/api").into());
    let types = match api::typescript_types() {
        Ok(types) => types,
        Err(names) => {
            eprintln!("two types have one name: {}", names.join(", "));
            return ExitCode::FAILURE;
        }
    };
    for (folder, name, content) in [
        (&page, "types.ts", types),
        (&page, "api.ts", api::typescript_api()),
        (&page, "messages.ts", text::typescript()),
        (&core, "types.rs", api::rust_types()),
    ] {
        if let Err(e) = write_whole(&Path::new(folder).join(name), content.as_bytes()) {
            eprintln!("{name}: {e}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
