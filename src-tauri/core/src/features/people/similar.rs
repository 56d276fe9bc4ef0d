//! Finds people who may be the same as the one being typed in, for the hint "May already exist".
use super::{PersonRow, list};
use crate::error::Result;
use crate::features::search::fold;
use crate::kernel::session::Session;
use crate::ops::Permission;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// What was typed so far.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default, deny_unknown_fields)]
pub struct SimilarRequest {
    /// Given name as typed so far.
    pub given_name: String,
    /// Surname as typed so far. With fewer than two characters, names are not compared.
    pub surname: String,
    /// E-mail address as typed so far. Only the whole address finds somebody.
    pub email: String,
}

/// People who may be the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Similar {
    /// At most five.
    pub people: Vec<PersonRow>,
}

/// People who may be the same as the one being entered.
///
/// # Errors
/// `permission.denied`.
pub fn similar(s: &Session, req: SimilarRequest) -> Result<Similar> {
    let mut people = s.read(Permission::PeopleSee, |_| Ok(Vec::<PersonRow>::new()))?;
    if req.surname.trim().chars().count() >= 2 {
        people = found(s, format!("{} {}", req.given_name, req.surname))?;
    }
    let email = fold(req.email.trim());
    if people.len() < 5 && email.contains('@') {
        people.extend(found(s, email.clone())?.into_iter().filter(|p| fold(&p.email) == email));
    }
    let mut seen = HashSet::new();
    people.retain(|p| seen.insert(p.id));
    people.truncate(5);
    Ok(Similar { people })
}

/// The first five matches. A text that is too long finds nobody instead of being refused: the user is still typing.
fn found(s: &Session, q: String) -> Result<Vec<PersonRow>> {
    if q.chars().count() > list::MOST_WORDS {
        return Ok(vec![]);
    }
    Ok(list(s, super::Filter { q: Some(q), limit: Some(5), ..Default::default() })?.rows)
}
