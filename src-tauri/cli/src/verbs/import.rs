//! A list brought in, or only tried: the same answer either way.
use crate::args;
use crate::found::Import;
use crate::open::Run;
use ledenkluis_core::api::types::{ImportOpen, ImportRequest};
use ledenkluis_core::api::{self, call};
use ledenkluis_core::app::read_chosen;
use ledenkluis_core::error::{Code, OrError, Result};
use serde_json::Value;
use std::path::Path;

/// Imports a list with the guessed or the given mapping.
pub(super) fn bring_in(run: &mut Run, list: &args::Import) -> Result<Import> {
    let given = list.mapping.as_deref().map(json).transpose()?;
    let decided = list.decide.as_deref().map(json).transpose()?;
    let file = run.admit(&list.file);
    let asked = ImportOpen { file, sheet: list.sheet.map(|n| n as usize), header_row: None };
    let guessed = call::import_open(run.app(), asked)?.value.request;
    let columns = match given {
        Some(given) => serde_json::from_value(given).or_refuse(Code::RequestMalformed)?,
        None => guessed.columns,
    };
    let decisions = match decided {
        Some(decided) => serde_json::from_value(decided).or_refuse(Code::RequestMalformed)?,
        None => vec![],
    };
    let ended = guessed.ended && list.relation.is_none();
    // Without being told, the name of the sheet or file says who is in the list.
    let relation = list.relation.unwrap_or(guessed.relation);
    let request = ImportRequest { relation, ended, columns, decisions, ..guessed };
    if !list.dry_run {
        let done = call::import_run(run.app(), request)?.value;
        return Ok(Import {
            import_id: Some(done.import_id),
            new: done.new,
            updated: done.updated,
            same: done.same,
            asked: done.asked,
            skipped: done.skipped,
            problems: done.problems,
            rows: None,
        });
    }
    let rows = if list.rows { Some(call::import_rows(run.app(), request.clone())?.value) } else { None };
    let tried = call::import_check(run.app(), request)?.value;
    Ok(Import {
        import_id: None,
        new: tried.new,
        updated: tried.complete,
        same: tried.same,
        asked: tried.ask,
        skipped: tried.skip,
        problems: tried.problems,
        rows,
    })
}

fn json(path: &Path) -> Result<Value> {
    api::read_request(&read_chosen(path, 1 << 20)?)
}
