//! The search index of the list: made at the first search, so that the first page does not wait for it.
use super::bulk::{Contacts, Walk};
use super::store::{self, Searched};
use crate::error::{OrError, Result};
use crate::features::search::{Builder, Index};
use crate::kernel::id::PersonId;
use crate::kernel::session::ReadTx;
use crate::ops::{Permission, Topic};
use std::sync::Arc;

/// The index of those who are in the list; its documents are the rows of the list, in their order.
pub(super) fn index(tx: &ReadTx<'_>, listed: impl Iterator<Item = PersonId>) -> Result<Arc<Index>> {
    tx.cached(&[Topic::People], |tx| build(tx, listed))
}

fn build(tx: &ReadTx<'_>, listed: impl Iterator<Item = PersonId>) -> Result<Index> {
    let (emails, phones) = (Contacts::emails(tx)?, Contacts::phones_as_seen(tx)?);
    let mut places: Vec<(PersonId, u32)> = listed.zip(0..).collect();
    places.sort_unstable();
    let [mut to_emails, mut to_phones] = [Walk::default(), Walk::default()];
    let (mut index, mut text, mut found) = (Builder::new(u32::try_from(places.len()).or_broken()?), String::new(), 0);
    store::each_searched(tx, |person| {
        let Ok(at) = places.binary_search_by_key(&person.id, |(id, _)| *id) else { return Ok(()) };
        text.clear();
        write(tx, person, &mut text);
        for address in emails.next_of(&mut to_emails, person.id) {
            line(&mut text, address);
        }
        for number in phones.next_of(&mut to_phones, person.id) {
            line(&mut text, number);
            line(&mut text, &number.replace("+31", "0"));
        }
        found += 1;
        index.add(places[at].1, &text)
    })?;
    // Whoever is in the list can be found.
    (found == places.len()).then(|| index.finish()).or_broken()
}

/// What a person is found by, apart from addresses and numbers to reach them. What the role may not see must not be
/// searchable either.
fn write(tx: &ReadTx<'_>, person: &Searched<'_>, text: &mut String) {
    person.name.write_display(text);
    text.push('\n');
    line(text, &person.name.initials);
    person.name.search_words().iter().for_each(|word| line(text, word));
    if tx.may(Permission::PeopleSeePayer) {
        line(text, person.street);
        line(text, person.postcode);
        line(text, &person.postcode.replace(' ', ""));
        line(text, person.city);
    }
    if tx.may(Permission::PeopleSeeAll) {
        line(text, person.member_number);
    }
}

fn line(text: &mut String, field: &str) {
    text.push_str(field);
    text.push('\n');
}
