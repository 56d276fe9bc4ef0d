//! Is the vault intact? Checks every page against its seal, the structure of the database, the trail with its
//! signatures, and the headers with their proof.
use super::folder;
use super::held::header_of;
use crate::error::{Code, Result};
use crate::features::audit;
use crate::kernel::session::Session;
use crate::kernel::trail::Fault;
use crate::ops::Permission;
use serde::Serialize;
use std::collections::BTreeMap;

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct VaultVerdict {
    /// True if nothing was found.
    pub ok: bool,
    /// Every fault that was found; empty if there is none.
    pub findings: Vec<VaultFinding>,
}

/// One thing that a check or an unlock found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct VaultFinding {
    /// The code whose text describes it: `trail.broken`.
    pub code: String,
    /// Arguments for the text, by name.
    pub args: BTreeMap<String, String>,
}

pub(super) fn finding(code: Code, args: &[(&str, String)]) -> VaultFinding {
    let args = args.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect();
    VaultFinding { code: code.as_str().to_owned(), args }
}

/// Checks the whole vault. Faults that every unlock refuses (older header or data, replaced pages, a user list that is
/// not properly signed) never get this far.
///
/// # Errors
/// When the check itself fails; what it finds is its result.
pub fn verify(s: &Session) -> Result<VaultVerdict> {
    let mut findings = vec![];
    if let Err(e) = header_of(s) {
        findings.push(finding(e.code(), &[]));
    }
    if !folder::has_both(s.folder()) {
        let differ = folder::headers(s.folder()).is_ok_and(|headers| headers.len() == 2);
        findings.push(finding(if differ { Code::VaultHeadersDiffer } else { Code::VaultSecondHeader }, &[]));
    }
    let pages = s.read(Permission::Own, |tx| {
        let told = |sql| tx.rows(sql, [], |r| r.get::<_, String>(0));
        let mut faults = told("PRAGMA cipher_integrity_check")?;
        faults.extend(told("PRAGMA integrity_check")?.into_iter().filter(|line| line != "ok"));
        faults.extend(tx.rows("PRAGMA foreign_key_check", [], |r| r.get::<_, String>(0))?);
        Ok(faults)
    });
    match pages {
        Ok(faults) if faults.is_empty() => {}
        Ok(faults) => findings.push(finding(Code::VaultDamaged, &[("count", faults.len().to_string())])),
        Err(e) => findings.push(finding(e.code(), &[])),
    }
    match s.read(Permission::Own, audit::verdict) {
        Ok(audit::Verdict { first_broken: Some(row), fault: Some(fault), .. }) => {
            findings.push(finding(code_of(fault), &[("row", row.to_string())]));
        }
        Ok(_) => {}
        Err(e) => findings.push(finding(e.code(), &[])),
    }
    Ok(VaultVerdict { ok: findings.is_empty(), findings })
}

fn code_of(fault: Fault) -> Code {
    match fault {
        Fault::Broken => Code::TrailBroken,
        Fault::Unsigned => Code::TrailUnsigned,
        Fault::NotAllowed => Code::TrailNotAllowed,
    }
}
