//! Writes the TypeScript that is made from the core: `gen FOLDER`.
#![allow(clippy::print_stderr, reason = "a program for the terminal")]
use ledenkluis_core::kernel::files::write_whole;
use ledenkluis_core::{api, text};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("gen FOLDER");
        return ExitCode::from(2);
    };
    let types = match api::typescript_types() {
        Ok(types) => types,
        Err(names) => {
            eprintln!("two types have one name: {}", names.join(", "));
            return ExitCode::FAILURE;
        }
    };
    for (name, content) in [("types.ts", types), ("api.ts", api::typescript_api()), ("messages.ts", text::typescript())]
    {
        if let Err(e) = write_whole(&Path::new(&folder).join(name), content.as_bytes()) {
            eprintln!("{name}: {e}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
