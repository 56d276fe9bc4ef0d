//! The vault itself: made, filled with made-up people, shared, checked.
use super::Answer;
use crate::args::{Common, Create, Kdf, UserAdd};
use crate::open::Run;
use crate::{output, passphrase};
use ledenkluis_core::app::{ensure_deliverable, write_document};
use ledenkluis_core::error::{Code, Error, OrError, Result};
use ledenkluis_core::ops::Role;
use ledenkluis_core::text::Text;
use serde_json::{Value, json};
use std::path::Path;

/// Makes a vault, and its recovery key.
pub(super) fn create(common: &Common, create: &Create, words: Text) -> Result<Value> {
    if let Some(file) = &create.recovery_out {
        ensure_deliverable(file, create.replace)?;
    }
    // The command line asks for a name before it comes here.
    let name = common.user.as_deref().unwrap_or_default();
    let first = First { dir: &create.dir, association: &create.association, name, roles: &create.roles };
    let (mut run, made) = make(common, &first, &create.kdf, words)?;
    if let Err(why) = recovery_key(&mut run, create, words) {
        // A key that nobody has: there would be a vault that says it has a sheet. Made again, it has one that somebody has.
        if let Err(folder) = run.take_back_made() {
            let folder = folder.display().to_string();
            let _ = output::aside(&words.get("kluis-vault-stays", &[("folder", folder.into())]));
        }
        return Err(why);
    }
    Ok(json!({ "vault_id": made["vault_id"], "user_id": made["user_id"] }))
}

/// Makes the recovery key and hands it over.
fn recovery_key(run: &mut Run, create: &Create, words: Text) -> Result<()> {
    let recovery = run.call("vault_recovery_text", json!({ "passphrase": own_of(run) }))?;
    let groups: Vec<&str> = recovery["groups"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    hand_over(&groups.join("-"), create.recovery_out.as_deref(), create.replace, words)
}

/// Who makes which vault.
struct First<'a> {
    dir: &'a Path,
    association: &'a str,
    name: &'a str,
    roles: &'a [Role],
}

/// Its creator stays signed in.
fn make(common: &Common, first: &First<'_>, kdf: &Kdf, words: Text) -> Result<(Run, Value)> {
    let mut run = Run::new()?;
    let own = passphrase::first(common, first.name, words)?;
    let request = json!({
        "place": run.admit(first.dir), "association": first.association, "kind": "association", "privacy_email": "",
        "country": "NL", "language": words.language().tag(), "user_name": first.name, "roles": first.roles,
        "passphrase": own.expose(), "kdf": stretch(kdf),
    });
    let made = run.call("vault_create", request)?;
    run.own = Some(own);
    Ok((run, made))
}

/// The passphrase of who is signed in, once more.
fn own_of(run: &Run) -> &str {
    run.own.as_ref().map_or("", |own| own.expose().as_str())
}

/// The recovery key goes to a file that nobody else on this computer can read, or to the terminal.
fn hand_over(key: &str, file: Option<&Path>, replace: bool, words: Text) -> Result<()> {
    let Some(path) = file else {
        return Ok(output::aside(&format!("{}\n  {key}", words.plain("kluis-recovery-shown")))?);
    };
    write_document(path, format!("{key}\n").as_bytes(), replace)?;
    let shown = path.display().to_string();
    // It is there, whether or not that can be said.
    let _ = output::aside(&words.get("kluis-recovery-saved", &[("file", shown.into())]));
    Ok(())
}

/// A made-up association, without a recovery key: nobody will miss it.
pub(super) fn demo(common: &Common, dir: &Path, size: (u32, u64), kdf: &Kdf, words: Text) -> Result<Value> {
    let secretary = words.plain("role-secretary");
    let name = common.user.as_deref().unwrap_or(&secretary);
    let first = First { dir, association: "Muziekvereniging Veldrade", name, roles: &[Role::Secretary] };
    let (mut run, made) = make(common, &first, kdf, words)?;
    let filled = run.call("demo_fill", json!({ "people": size.0, "seed": size.1 }))?;
    Ok(json!({ "vault_id": made["vault_id"], "people": filled["people"] }))
}

/// Gives somebody else access.
pub(super) fn add_user(run: &mut Run, new: &UserAdd, words: Text) -> Result<Value> {
    let theirs = passphrase::of_another(new.new_passphrase_file.as_deref(), &new.name, words)?;
    let request = json!({
        "name": new.name, "roles": new.roles, "admin": new.admin, "passphrase": theirs.expose(), "kdf": stretch(&new.kdf),
        "own_passphrase": own_of(run),
    });
    Ok(json!({ "user_id": run.call("users_add", request)? }))
}

/// Checks the vault; what was found is a fault as well as an answer.
pub(super) fn verify(run: &mut Run) -> Result<Answer> {
    let mut value = run.call("vault_verify", json!({}))?;
    value["told"] = run.told.take();
    let first = value["findings"].as_array().and_then(|all| all.first());
    let fault = first.map(|finding| known(&finding["code"])).transpose()?;
    Ok(Answer { value, fault })
}

/// The error of a code that stands in an answer.
pub(super) fn known(code: &Value) -> Result<Error> {
    let code = Code::ALL.iter().find(|c| code == c.as_str()).or_broken()?;
    Ok(Error::new(*code))
}

fn stretch(kdf: &Kdf) -> Value {
    match (kdf.kdf_memory, kdf.kdf_passes) {
        (Some(memory_mib), Some(passes)) => json!({ "memory_mib": memory_mib, "passes": passes }),
        _ => Value::Null,
    }
}
