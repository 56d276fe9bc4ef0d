//! One function a verb: from what was typed to commands of the core, and back.
use crate::args::{Cli, Create, Import, Kdf, Verb};
use crate::open::{Run, prompt};
use crate::passphrase;
use ledenkluis_core::api::{self, Kind};
use ledenkluis_core::app::write_whole;
use ledenkluis_core::error::{Code, Error, ErrorView, OrError};
use serde_json::{Value, json};
use std::path::Path;

type Answer = Result<Value, ErrorView>;

/// Runs the verb.
pub(crate) fn run(cli: &Cli) -> Answer {
    match &cli.verb {
        Verb::Create(create) => make(cli, create).map(|(_, made)| made),
        Verb::Demo { dir, people, seed, kdf } => demo(cli, dir, *people, *seed, kdf),
        Verb::UserAdd { dir, name, roles, admin, new_passphrase_file, kdf } => {
            let mut run = Run::open(&cli.common, dir, true)?;
            let theirs = passphrase::of_another(new_passphrase_file.as_deref(), &prompt()).map_err(|e| e.view())?;
            let roles = if roles.is_empty() { vec!["viewer".to_owned()] } else { roles.clone() };
            let request = json!({ "name": name, "roles": roles, "admin": admin, "passphrase": theirs.expose(), "kdf": stretch(kdf) });
            Ok(json!({ "user_id": run.call("users_add", request)? }))
        }
        Verb::Inspect { file, sheet } => {
            let mut run = Run::new(&cli.common).map_err(|e| e.view())?;
            let file = run.admit(file);
            run.call("import_inspect", json!({ "file": file, "sheet": sheet }))
        }
        Verb::Import(import) => bring_in(cli, import),
        Verb::ImportUndo { dir, import } => {
            Run::open(&cli.common, dir, true)?.call("import_undo", json!({ "import": import }))
        }
        Verb::People { dir, search, limit, all_fields } => {
            let mut run = Run::open(&cli.common, dir, false)?;
            people(&mut run, search.as_deref(), *limit, *all_fields)
        }
        Verb::Person { dir, person } => {
            let mut run = Run::open(&cli.common, dir, false)?;
            let person = find(&mut run, person)?;
            run.call("people_get", json!({ "person": person }))
        }
        Verb::Export { dir, person, pdf, data, kind } => {
            let mut run = Run::open(&cli.common, dir, true)?;
            let person = find(&mut run, person)?;
            let request = json!({ "person": person, "kind": kind, "pdf": run.target(pdf), "data": run.target(data) });
            let made = run.call("export_report", request)?;
            Ok(json!({ "pages": made["pdf"]["pages"], "bytes": made["pdf"]["bytes"], "sha256": made["pdf"]["sha256"],
                       "data": { "bytes": made["data"]["bytes"], "sha256": made["data"]["sha256"] } }))
        }
        Verb::Due { dir, on } => due(&mut Run::open(&cli.common, dir, false)?, on.as_deref()),
        Verb::Erase { dir, person, confirm, proof } => erase(cli, dir, person, confirm, proof.as_deref()),
        Verb::Verify { dir } => Run::open(&cli.common, dir, false)?.call("vault_verify", json!({})),
        Verb::Call { dir, command, request } => call(cli, dir, command, request.as_deref()),
        Verb::Commands => Ok(json!(api::commands())),
    }
}

fn stretch(kdf: &Kdf) -> Value {
    match (kdf.kdf_memory, kdf.kdf_passes) {
        (Some(memory_mib), Some(passes)) => json!({ "memory_mib": memory_mib, "passes": passes }),
        _ => Value::Null,
    }
}

/// Makes a vault; its creator stays signed in.
fn make(cli: &Cli, create: &Create) -> Result<(Run, Value), ErrorView> {
    let mut run = Run::new(&cli.common).map_err(|e| e.view())?;
    let own = passphrase::own(&cli.common, &prompt()).map_err(|e| e.view())?;
    let place = run.admit(&create.dir);
    let language = crate::output::language().tag();
    let request = json!({
        "place": place, "association": create.association, "kind": "association", "privacy_email": "", "country": "NL",
        "language": language, "user_name": cli.common.user.as_deref().unwrap_or("secretaris"), "roles": create.roles,
        "passphrase": own.expose(), "kdf": stretch(&create.kdf),
    });
    let made = run.call("vault_create", request)?;
    let mut answer = json!({ "vault_id": made["vault_id"], "user_id": made["user_id"] });
    recovery(&mut run, create.recovery_out.as_deref(), cli.common.json, &mut answer)?;
    Ok((run, answer))
}

/// The recovery key goes to a file, or to the terminal with the rest of the answer.
fn recovery(run: &mut Run, out: Option<&Path>, as_json: bool, answer: &mut Value) -> Result<(), ErrorView> {
    let made = run.call("vault_recovery_text", json!({}))?;
    let groups =
        made["groups"].as_array().into_iter().flatten().filter_map(Value::as_str).collect::<Vec<_>>().join("-");
    match out {
        Some(path) => write_whole(path, format!("{groups}\n").as_bytes()).map_err(|e| e.view()),
        None => {
            if !as_json {
                answer["recovery"] = json!(groups);
            }
            Ok(())
        }
    }
}

fn demo(cli: &Cli, dir: &Path, people: u32, seed: u64, kdf: &Kdf) -> Answer {
    let association = "Muziekvereniging Veldrade".to_owned();
    let create = Create {
        dir: dir.to_owned(),
        association,
        roles: vec!["secretary".into()],
        recovery_out: None,
        kdf: kdf.clone(),
    };
    let (mut run, made) = make(cli, &create)?;
    let filled = run.call("demo_fill", json!({ "people": people, "seed": seed }))?;
    Ok(json!({ "vault_id": made["vault_id"], "people": filled["people"] }))
}

fn bring_in(cli: &Cli, import: &Import) -> Answer {
    let mut run = Run::open(&cli.common, &import.dir, true)?;
    let file = run.admit(&import.file);
    let preview = run.call("import_open", json!({ "file": file, "sheet": import.sheet }))?;
    let columns = match &import.mapping {
        None => Value::Null,
        Some(path) => read_json(path)?,
    };
    let mut request = preview["request"].clone();
    request["relation"] = json!(import.relation);
    if !columns.is_null() {
        request["columns"] = columns;
    }
    run.call(if import.dry_run { "import_check" } else { "import_run" }, request)
}

fn read_json(path: &Path) -> Answer {
    let text = std::fs::read_to_string(path).map_err(|e| Error::from(e).view())?;
    serde_json::from_str(&text).or_missing(Code::RequestMalformed).map_err(|e| e.view())
}

fn people(run: &mut Run, search: Option<&str>, limit: Option<u32>, all_fields: bool) -> Answer {
    let page = run.call("people_list", json!({ "q": search, "limit": limit.unwrap_or(u32::MAX) }))?;
    let rows = page["rows"].as_array().cloned().unwrap_or_default();
    let people = match all_fields {
        false => rows,
        true => rows.iter().map(|r| run.call("people_get", json!({ "person": r["id"] }))).collect::<Result<_, _>>()?,
    };
    Ok(json!({ "total": page["matching"], "people": people }))
}

/// An id, or words that find just one person.
fn find(run: &mut Run, person: &str) -> Answer {
    if person.len() == 36 && person.bytes().filter(|b| *b == b'-').count() == 4 {
        return Ok(json!(person));
    }
    let page = run.call("people_list", json!({ "q": person, "limit": 2 }))?;
    match page["rows"].as_array().map(Vec::as_slice) {
        Some([only]) => Ok(only["id"].clone()),
        _ => Err(Error::new(Code::PersonMissing).view()),
    }
}

fn due(run: &mut Run, on: Option<&str>) -> Answer {
    let list = run.call("retention_due", json!({ "on": on }))?;
    let mut due = vec![];
    for group in list["groups"].as_array().into_iter().flatten() {
        for row in group["rows"].as_array().into_iter().flatten() {
            let mut row = row.clone();
            row["rule"] = group["rule"].clone();
            due.push(row);
        }
    }
    Ok(json!({ "due": due }))
}

fn erase(cli: &Cli, dir: &Path, person: &str, confirm: &str, proof: Option<&Path>) -> Answer {
    let mut run = Run::open(&cli.common, dir, true)?;
    let person = find(&mut run, person)?;
    let done = run.call("erasure_run", json!({ "persons": [person], "confirm": confirm }))?;
    if let Some(path) = proof {
        let target = run.target(path);
        run.call("erasure_proof", json!({ "erasure": done["erasure"], "target": target }))?;
    }
    Ok(json!({ "erased": done["erased"], "partly": done["partly"], "kept": done["kept"], "proof": done["number"] }))
}

fn call(cli: &Cli, dir: &Path, command: &str, request: Option<&str>) -> Answer {
    let text = match request {
        None => "{}".to_owned(),
        Some("-") => std::io::read_to_string(std::io::stdin()).map_err(|e| Error::from(e).view())?,
        Some(text) => text.to_owned(),
    };
    let request = serde_json::from_str(&text).or_missing(Code::RequestMalformed).map_err(|e| e.view())?;
    // with --today a write is refused; a command nobody knows is refused by the core
    let writes = api::commands().iter().any(|c| c.name == command && c.kind == Kind::Write);
    Run::open(&cli.common, dir, writes || cli.common.today.is_none())?.call(command, request)
}
