//! The search index of the list: made at the first search, so that the first page does not wait for it.
use super::store::{self, Searched, grouped};
use crate::error::{Code, OrError, Result};
use crate::features::search::{Builder, Index};
use crate::kernel::id::PersonId;
use crate::kernel::session::ReadTx;
use crate::ops::{Permission, Topic};
use std::collections::HashMap;
use std::sync::Arc;

/// The index of those who are in the list; its documents are the rows of the list, in their order.
///
/// # Errors
/// When the database fails.
pub(super) fn index(tx: &ReadTx<'_>, listed: impl Iterator<Item = PersonId>) -> Result<Arc<Index>> {
    tx.cached(&[Topic::People], |tx| build(tx, listed))
}

fn build(tx: &ReadTx<'_>, listed: impl Iterator<Item = PersonId>) -> Result<Index> {
    let emails = grouped(store::all_emails(tx)?);
    let phones = if tx.may(Permission::PeopleSeePhone) { grouped(store::all_phones(tx)?) } else { HashMap::new() };
    let people: HashMap<PersonId, Searched> = store::searched(tx)?.into_iter().map(|p| (p.id, p)).collect();
    let (mut index, mut text) = (Builder::default(), String::new());
    for id in listed {
        let person = people.get(&id).or_refuse(Code::Internal)?;
        text.clear();
        write(tx, person, &mut text);
        for address in emails.get(&id).into_iter().flatten() {
            line(&mut text, address);
        }
        for number in phones.get(&id).into_iter().flatten() {
            line(&mut text, number);
            line(&mut text, &number.replace("+31", "0"));
        }
        index.add(&text);
    }
    Ok(index.finish())
}

/// What a person is found by, apart from addresses and numbers to reach them. What the role may not see must not be
/// searchable either.
fn write(tx: &ReadTx<'_>, person: &Searched, text: &mut String) {
    line(text, &person.name.display());
    line(text, &person.name.initials);
    person.name.search_words().iter().for_each(|word| line(text, word));
    if tx.may(Permission::PeopleSeePayer) {
        line(text, &person.street);
        line(text, &person.postcode);
        line(text, &person.postcode.replace(' ', ""));
        line(text, &person.city);
    }
    if tx.may(Permission::PeopleSeeAll) {
        line(text, &person.member_number);
    }
}

fn line(text: &mut String, field: &str) {
    text.push_str(field);
    text.push('\n');
}
