//! A list brought in, or only tried: the same answer either way.
use crate::args::Import;
use crate::open::Run;
use ledenkluis_core::api;
use ledenkluis_core::app::read_chosen;
use ledenkluis_core::error::Result;
use serde_json::{Value, json};
use std::path::Path;

/// Imports a list with the guessed or the given mapping.
pub(super) fn bring_in(run: &mut Run, list: &Import) -> Result<Value> {
    let columns = list.mapping.as_deref().map(mapping).transpose()?;
    let file = run.admit(&list.file);
    let preview = run.call("import_open", json!({ "file": file, "sheet": list.sheet }))?;
    let mut request = preview["request"].clone();
    request["relation"] = json!(list.relation);
    if let Some(columns) = columns {
        request["columns"] = columns;
    }
    if !list.dry_run {
        return run.call("import_run", request);
    }
    let tried = run.call("import_check", request)?;
    Ok(json!({
        "import_id": null, "new": tried["new"], "updated": tried["complete"], "same": tried["same"],
        "skipped": tried["skip"], "problems": tried["problems"],
    }))
}

fn mapping(path: &Path) -> Result<Value> {
    api::read_request(&read_chosen(path, 1 << 20)?)
}
