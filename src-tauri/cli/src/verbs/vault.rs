//! The vault itself: made, filled with made-up people, shared, checked.
use crate::answer::{Answer, Found, known};
use crate::args::{Common, Create, Kdf, UserAdd};
use crate::found::{Demo, UserAdded, Verdict};
use crate::open::Run;
use crate::{output, passphrase};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    AssociationKind, DemoRequest, KdfRequest, NewUser, NewVault, Nothing, RecoveryRequest, VaultMade,
};
use ledenkluis_core::app::{Passphrase, ensure_deliverable, write_document};
use ledenkluis_core::error::{Code, OrError, Result};
use ledenkluis_core::ops::Role;
use ledenkluis_core::text::Text;
use std::path::Path;

/// Makes a vault, and its recovery key.
pub(super) fn create(common: &Common, create: &Create, words: Text) -> Result<VaultMade> {
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
    Ok(made)
}

/// Makes the recovery key and hands it over.
fn recovery_key(run: &mut Run, create: &Create, words: Text) -> Result<()> {
    let request = RecoveryRequest { passphrase: own_of(run)?, groups: None };
    let recovery = call::vault_recovery_text(run.app(), request)?.value;
    hand_over(&recovery.groups.join("-"), create.recovery_out.as_deref(), create.replace, words)
}

/// Who makes which vault.
struct First<'a> {
    dir: &'a Path,
    association: &'a str,
    name: &'a str,
    roles: &'a [Role],
}

/// Its creator stays signed in.
fn make(common: &Common, first: &First<'_>, kdf: &Kdf, words: Text) -> Result<(Run, VaultMade)> {
    let mut run = Run::new()?;
    let own = passphrase::first(common, first.name, words)?;
    let new = NewVault {
        place: Some(run.admit(first.dir)),
        association: first.association.to_owned(),
        kind: AssociationKind::Association,
        privacy_email: String::new(),
        country: "NL".to_owned(),
        language: words.language(),
        user_name: first.name.to_owned(),
        roles: first.roles.to_vec(),
        passphrase: own.clone(),
        kdf: cost(kdf),
    };
    let made = call::vault_create(run.app(), new)?.value;
    run.own = Some(own);
    Ok((run, made))
}

/// The passphrase of who is signed in, once more.
fn own_of(run: &Run) -> Result<Passphrase> {
    run.own.clone().or_refuse(Code::VaultLocked)
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
pub(super) fn demo(common: &Common, dir: &Path, size: (u32, u64), kdf: &Kdf, words: Text) -> Result<Demo> {
    let ria = words.plain("start-demo-user");
    let name = common.user.as_deref().unwrap_or(&ria);
    let first = First { dir, association: "Muziekvereniging Veldrade", name, roles: &[Role::Secretary] };
    let (mut run, made) = make(common, &first, kdf, words)?;
    let (people, seed) = size;
    let filled = call::demo_fill(run.app(), DemoRequest { people, seed })?.value;
    Ok(Demo { vault_id: made.vault_id, people: filled.people })
}

pub(super) fn add_user(run: &mut Run, new: &UserAdd, words: Text) -> Result<UserAdded> {
    let passphrase = passphrase::of_another(new.new_passphrase_file.as_deref(), &new.name, words)?;
    let (name, roles, own_passphrase) = (new.name.clone(), new.roles.clone(), own_of(run)?);
    let kdf = cost(&new.kdf);
    let request = NewUser { name, roles, admin: new.admin, passphrase, own_passphrase, recovery: None, kdf };
    Ok(UserAdded { user_id: call::users_add(run.app(), request)?.value })
}

/// Checks the vault; what was found is a fault as well as an answer.
pub(super) fn verify(run: &mut Run) -> Result<Answer> {
    let now = call::vault_verify(run.app(), Nothing {})?.value;
    let told = std::mem::take(&mut run.told);
    let fault = now.findings.first().map(|finding| known(&finding.code)).transpose()?;
    Ok(Answer { found: Found::Verdict(Verdict { now, told }), fault })
}

fn cost(kdf: &Kdf) -> Option<KdfRequest> {
    let (memory_mib, passes) = (kdf.kdf_memory?, kdf.kdf_passes?);
    Some(KdfRequest { memory_mib, passes })
}
