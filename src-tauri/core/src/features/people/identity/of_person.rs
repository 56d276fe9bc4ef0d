//! A person, as stored or as entered, in the shape in which people are compared.
use super::record::{Address, Day, Number, Record};
use crate::features::people::NewPerson;
use crate::kernel::time::Date;
use chrono::Datelike;

/// What is known of a person. `since`: the first days of the relations.
pub(crate) fn record_of(p: &NewPerson, since: impl Iterator<Item = Date>) -> Record {
    let address = Address {
        street: p.street.clone(),
        house_number: String::new(),
        postcode: p.postcode.clone(),
        place: p.city.clone(),
    };
    let has_place = !(address.postcode.is_empty() && address.place.is_empty());
    let number = Number { scope: String::new(), value: p.member_number.clone() };
    Record {
        given_name: p.name.given_name.clone(),
        call_name: String::new(),
        initials: p.name.initials.clone(),
        prefix: p.name.prefix.clone(),
        surname: p.name.surname.clone(),
        partner_prefix: p.name.partner_prefix.clone(),
        partner_surname: p.name.partner_surname.clone(),
        birth: p.birth_date.and_then(day),
        emails: p.emails.iter().map(|email| email.address.clone()).collect(),
        phones: p.phones.iter().map(|phone| phone.number.clone()).collect(),
        addresses: if has_place { vec![address] } else { vec![] },
        numbers: if number.value.is_empty() { vec![] } else { vec![number] },
        since: since.filter_map(day).collect(),
    }
}

fn day(date: Date) -> Option<Day> {
    let part = |n: u32| u8::try_from(n).ok();
    Some(Day::of(u16::try_from(date.year()).ok()?, part(date.0.month())?, part(date.0.day())?))
}
