//! Users who left. The trail names its actors by id, and the account keeps the name beside it; once the person whose name
//! that is is erased, the id alone is left.
use crate::error::Result;
use crate::features::search::fold;
use crate::kernel::id::UserId;
use crate::kernel::session::WriteTx;
use rusqlite::params;
use std::collections::BTreeSet;

/// Puts the id of a user who left in the place of the name, where that is the name of somebody who is erased. `names` are
/// the parts of that name as the vault has them, given names and initials too; `surnames` those of which one must be in
/// it: a given name alone is nobody's own. Whoever still opens the vault keeps the name. How many there were.
///
/// # Errors
/// When the database fails.
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

/// The words of names, without capitals, accents and points.
fn words<'a>(names: impl Iterator<Item = &'a &'a str>) -> BTreeSet<String> {
    let split = |name: &str| -> Vec<String> {
        fold(name).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
    };
    names.flat_map(|name| split(name)).collect()
}
