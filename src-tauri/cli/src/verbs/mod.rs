//! One function a verb: from what was typed to commands of the core, and back.
mod call;
mod import;
mod people;
mod vault;

use crate::answer::{Answer, Found, Stop};
use crate::args::{Cli, Verb};
use crate::given;
use crate::open::{Opening, Run};
use crate::usage::Wrong;
use ledenkluis_core::api::types::{ImportInspectRequest, ImportUndo, Nothing};
use ledenkluis_core::api::{self, call as core, may};
use ledenkluis_core::text::Text;
use std::path::Path;

pub(crate) fn run(cli: &Cli, words: Text) -> Result<Answer, Stop> {
    let common = &cli.common;
    let open =
        |dir: &Path, writes: bool| Run::open(common, dir, if writes { Opening::Writes } else { Opening::Looks }, words);
    let found = match &cli.verb {
        Verb::Create(create) => Found::Vault(vault::create(common, create, words)?),
        Verb::Demo { dir, people, seed, kdf } => Found::Demo(vault::demo(common, dir, (*people, *seed), kdf, words)?),
        Verb::UserAdd(new) => Found::User(vault::add_user(&mut open(&new.dir, true)?, new, words)?),
        Verb::Inspect { file, sheet } => {
            let mut run = Run::new()?;
            let request = ImportInspectRequest { file: run.admit(file), sheet: sheet.map(|n| n as usize) };
            Found::List(core::import_inspect(run.app(), request)?.value)
        }
        Verb::Import(list) => Found::Import(import::bring_in(&mut open(&list.dir, !list.dry_run)?, list)?),
        Verb::Duplicates { dir } => Found::Doubles(core::people_doubles(open(dir, false)?.app(), Nothing {})?.value),
        Verb::ImportUndo { dir, import } => {
            let mut run = open(dir, true)?;
            let import = run.id(import, may::import_undo)?;
            Found::Undone(core::import_undo(run.app(), ImportUndo { import })?.value)
        }
        // The row of who looked is of the day on which they looked.
        Verb::People { all_fields: true, .. } if common.today.is_some() => {
            return Err(Stop::Usage(Wrong::not_reading(words)));
        }
        Verb::People { dir, search, limit, all_fields } => {
            people::list(&mut open(dir, false)?, search.as_deref(), *limit, *all_fields)?
        }
        Verb::Person { dir, person } => {
            return Ok(people::one(&mut open(dir, false)?, person, common.today.is_none())?);
        }
        Verb::Export { dir, person, pdf, data, kind, replace } => {
            Found::Report(people::report(&mut open(dir, true)?, person, *kind, [pdf, data], *replace)?)
        }
        Verb::Due { dir, on } => Found::Due(people::due(&mut open(dir, false)?, *on)?),
        Verb::Erase { dir, person, confirm, proof, replace } => {
            let surname = given::surname(confirm)?;
            return Ok(people::erase(&mut open(dir, true)?, person, surname, proof.as_deref(), *replace)?);
        }
        Verb::Verify { dir } => return Ok(vault::verify(&mut open(dir, false)?)?),
        Verb::Call { dir, command, request, request_fd, replace } => {
            let asked =
                call::Asked { command, request: request.as_deref(), descriptor: *request_fd, replace: *replace };
            Found::Called(call::call(common, dir, &asked, words)?)
        }
        Verb::Commands => Found::Commands(api::commands()),
    };
    Ok(found.into())
}
