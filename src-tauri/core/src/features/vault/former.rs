//! Users who left. The trail names them by id and their account keeps the name. Once the person with that name is
//! erased, only the id is left.
use crate::error::Result;
use crate::features::search::fold;
use crate::kernel::id::UserId;
use crate::kernel::session::WriteTx;
use rusqlite::params;
use std::collections::BTreeSet;

/// Replaces the name of a former user by their id if it is the name of an erased person. `names` are the parts of that
/// name as the vault stores them, given names and initials included. At least one of `surnames` must occur in it,
/// because a given name alone identifies nobody. Users who can still open the vault keep their name. Returns how many
/// were replaced.
pub(crate) fn forget_former(tx: &WriteTx<'_>, names: &[&str], surnames: &[&str]) -> Result<usize> {
    let (known, needed) = (words(names.iter().chain(surnames)), words(surnames.iter()));
    let sql = "SELECT id, name FROM user_account WHERE removed_at IS NOT NULL";
    let mut count = 0;
    for (id, name) in tx.rows(sql, [], |r| Ok((r.get::<_, UserId>(0)?, r.get::<_, String>(1)?)))? {
        let own = words([name.as_str()].iter());
        if own.is_subset(&known) && !own.is_disjoint(&needed) {
            tx.execute(
                "UPDATE user_account SET name = ?2, changed_at = ?3, replica = ?4 WHERE id = ?1",
                params![id, id.to_string(), tx.now(), tx.replica()],
            )?;
            count += 1;
        }
    }
    Ok(count)
}

/// The words of these names, without capitals, accents and punctuation.
fn words<'a>(names: impl Iterator<Item = &'a &'a str>) -> BTreeSet<String> {
    let split = |name: &str| -> Vec<String> {
        fold(name).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
    };
    names.flat_map(|name| split(name)).collect()
}
