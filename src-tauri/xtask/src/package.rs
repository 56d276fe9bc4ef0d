//! `cargo xtask package`: builds a .deb and an .rpm with Tauri's own tool, from the folder that contains `src-tauri`.
use crate::process::{Result, program, root, run};
use crate::{notices, setup};

/// Builds both packages and prints where they are.
pub(crate) fn package() -> Result {
    setup::for_package()?;
    eprintln!("the notices of third parties are in {}", notices::write()?.display());
    run(program(root().join("ui/node_modules/.bin/tauri"), &["build", "--bundles", "deb,rpm"]))?;
    eprintln!("the packages are in {}", root().join("target/release/bundle").display());
    Ok(())
}
