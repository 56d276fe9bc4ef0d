//! `cargo xtask new feature NAME`: creates the files of a feature in their five places. Its tests fail until its
//! journey is written.
use crate::process::{Result, root};
use std::fs;

/// Creates the files that do not exist yet and prints which lines the central tables still need.
pub(crate) fn feature(name: &str) -> Result {
    if name.is_empty() || !name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_') {
        return Err("a feature is a plural noun or an activity in lower case, such as `loans`".into());
    }
    let text_id = name.replace('_', "-");
    let title = capital(name);
    let screen = format!("{}Screen", title.replace(' ', ""));
    let files = [
        (
            format!("src-tauri/core/src/features/{name}/mod.rs"),
            format!("//! {title}: say here in one line what it is for.\nmod store;\n"),
        ),
        (
            format!("src-tauri/core/src/features/{name}/store.rs"),
            format!("//! The tables of {name}: one function per statement.\n"),
        ),
        (format!("ui/src/features/{name}/{screen}.svelte"), screen_text(&text_id)),
        (format!("assets/locales/nl/{name}.ftl"), format!("{text_id}-title = {title}\n")),
        (format!("assets/locales/en/{name}.ftl"), format!("{text_id}-title = {title}\n")),
        (format!("tests/journeys/{name}.rs"), journey_text(name)),
        (format!("tests/e2e/{name}.spec.mjs"), browser_text(name)),
    ];
    for (path, text) in files {
        let full = root().join(&path);
        if full.exists() {
            println!("{path} is there already");
            continue;
        }
        let say = |why: std::io::Error| format!("{path}: {why}");
        fs::create_dir_all(full.parent().unwrap_or(&full)).map_err(say)?;
        fs::write(&full, text).map_err(say)?;
        println!("{path}");
    }
    println!("\nthen, as README.md (\"adding a feature\") tells:");
    println!("  `pub mod {name};` in its layer of src-tauri/core/src/features/mod.rs");
    println!("  `mod {name};` in tests/journeys/main.rs");
    println!("  `\"{text_id}\"` in its place in the list of texts in src-tauri/core/src/text.rs");
    println!("  cargo xtask migrate new {name}; the table's topic in Topic::of of src-tauri/core/src/ops.rs");
    println!("  a line per write in ops.rs, per refusal in error.rs, per command in api.rs");
    println!("  if it refers to people: data.rs, and a place in HOLDERS of src-tauri/core/src/app/mod.rs");
    println!("  cargo xtask gen; a route in ui/src/app/routes.ts; cargo xtask test");
    Ok(())
}

fn capital(name: &str) -> String {
    let words = name.split('_').map(|word| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    });
    words.collect::<Vec<_>>().join(" ")
}

fn screen_text(text_id: &str) -> String {
    format!(
        "<script lang=\"ts\">\n  import Page from \"../../kit/Page.svelte\";\n  import {{ t }} from \"../../lib/t\";\n</script>\n\n\
         <Page title={{t(\"{text_id}-title\")}}></Page>\n"
    )
}

fn journey_text(name: &str) -> String {
    format!(
        "//! What people do with {name}, through the front door.\n\n#[test]\nfn {name}_has_its_first_story() {{\n    unimplemented!(\"tell the first story of {name}\");\n}}\n"
    )
}

fn browser_text(name: &str) -> String {
    format!(
        "// {name} in the browser: by keyboard only, and axe on every screen.\nimport {{ test }} from \"node:test\";\n\ntest(\"{name}: its screen by keyboard only\", () => {{\n  throw new Error(\"walk through the screen of {name}\");\n}});\n"
    )
}
