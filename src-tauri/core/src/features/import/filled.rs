//! The fields of a known person that an import can fill, each with what it takes to empty it again. One list for both
//! ways, so that nothing can be filled that undoing forgets.
use super::guess::meaning::Field;
use crate::features::people::{NewPerson, RelationKind};
use crate::kernel::id::RelationId;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TextField {
    GivenName,
    Initials,
    PartnerPrefix,
    PartnerSurname,
    MemberNumber,
    Street,
    Postcode,
    City,
    Country,
    Note,
}

impl TextField {
    pub(super) const ALL: &[TextField] = &[
        TextField::GivenName,
        TextField::Initials,
        TextField::PartnerPrefix,
        TextField::PartnerSurname,
        TextField::MemberNumber,
        TextField::Street,
        TextField::Postcode,
        TextField::City,
        TextField::Country,
        TextField::Note,
    ];

    /// The text in a person.
    pub(super) fn of(self, p: &mut NewPerson) -> &mut String {
        match self {
            TextField::GivenName => &mut p.name.given_name,
            TextField::Initials => &mut p.name.initials,
            TextField::PartnerPrefix => &mut p.name.partner_prefix,
            TextField::PartnerSurname => &mut p.name.partner_surname,
            TextField::MemberNumber => &mut p.member_number,
            TextField::Street => &mut p.street,
            TextField::Postcode => &mut p.postcode,
            TextField::City => &mut p.city,
            TextField::Country => &mut p.country,
            TextField::Note => &mut p.note,
        }
    }

    /// The column that it comes from. `None` for a note: two notes are not compared.
    pub(super) const fn meaning(self) -> Option<Field> {
        Some(match self {
            TextField::GivenName => Field::GivenName,
            TextField::Initials => Field::Initials,
            TextField::PartnerPrefix => Field::PartnerPrefix,
            TextField::PartnerSurname => Field::PartnerSurname,
            TextField::MemberNumber => Field::MemberNumber,
            TextField::Street => Field::StreetAndNumber,
            TextField::Postcode => Field::Postcode,
            TextField::City => Field::City,
            TextField::Country => Field::Country,
            TextField::Note => return None,
        })
    }

    const fn as_str(self) -> &'static str {
        match self {
            TextField::GivenName => "given_name",
            TextField::Initials => "initials",
            TextField::PartnerPrefix => "partner_prefix",
            TextField::PartnerSurname => "partner_surname",
            TextField::MemberNumber => "member_number",
            TextField::Street => "street",
            TextField::Postcode => "postcode",
            TextField::City => "city",
            TextField::Country => "country",
            TextField::Note => "note",
        }
    }
}

/// A field that an import filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Filled {
    /// It was empty.
    Text(TextField),
    /// It was unknown.
    BirthDate,
    /// The list of e-mail addresses, and how many there were.
    Emails { before: usize },
    /// The list of telephone numbers, and how many there were.
    Phones { before: usize },
    /// A relation was added.
    Relation { kind: RelationKind, id: RelationId },
}

impl Filled {
    /// As it is stored: a word, the length of the list before, the relation.
    pub(super) fn stored(self) -> (String, usize, Option<RelationId>) {
        match self {
            Filled::Text(field) => (field.as_str().to_owned(), 0, None),
            Filled::BirthDate => ("birth_date".to_owned(), 0, None),
            Filled::Emails { before } => ("emails".to_owned(), before, None),
            Filled::Phones { before } => ("phones".to_owned(), before, None),
            Filled::Relation { kind, id } => (format!("relation:{}:{id}", kind.as_str()), 0, Some(id)),
        }
    }

    /// What was stored; `None` for a word that means nothing.
    pub(super) fn of_stored(word: &str, before: usize, relation: Option<RelationId>) -> Option<Filled> {
        if let Some(id) = relation {
            let kinds = [RelationKind::Member, RelationKind::Donor, RelationKind::Volunteer, RelationKind::Contact];
            // The id tells two periods of one kind apart; words of earlier versions have none.
            let kind_word = word.strip_prefix("relation:")?.split(':').next()?;
            let kind = kinds.into_iter().find(|kind| kind.as_str() == kind_word)?;
            return Some(Filled::Relation { kind, id });
        }
        match word {
            "birth_date" => Some(Filled::BirthDate),
            "emails" => Some(Filled::Emails { before }),
            "phones" => Some(Filled::Phones { before }),
            word => TextField::ALL.iter().find(|field| field.as_str() == word).map(|field| Filled::Text(*field)),
        }
    }

    /// Empties the field in a person. A relation is no part of what is entered about a person: it is removed by its id,
    /// which this returns.
    pub(super) fn empty(self, p: &mut NewPerson) -> Option<RelationId> {
        match self {
            Filled::Text(field) => field.of(p).clear(),
            Filled::BirthDate => p.birth_date = None,
            Filled::Emails { before } => p.emails.truncate(before),
            Filled::Phones { before } => p.phones.truncate(before),
            Filled::Relation { id, .. } => return Some(id),
        }
        None
    }

    /// The label of the field in the access report.
    pub(super) fn label(self) -> String {
        let name = match self {
            Filled::Text(field) => field.as_str(),
            Filled::BirthDate => "birth_date",
            Filled::Emails { .. } => "email",
            Filled::Phones { .. } => "phone",
            Filled::Relation { .. } => "relation",
        };
        format!("person-field-{}", name.replace('_', "-"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, Text};

    fn all() -> Vec<Filled> {
        let relation = Filled::Relation { kind: RelationKind::Donor, id: RelationId(uuid::Uuid::from_u128(7)) };
        let others = [Filled::BirthDate, Filled::Emails { before: 2 }, Filled::Phones { before: 1 }, relation];
        TextField::ALL.iter().map(|field| Filled::Text(*field)).chain(others).collect()
    }

    #[test]
    fn what_is_stored_is_read_back_and_nothing_else_is_understood() {
        for filled in all() {
            let (word, before, relation) = filled.stored();
            assert_eq!(Filled::of_stored(&word, before, relation), Some(filled));
        }
        assert_eq!(Filled::of_stored("surname", 0, None), None);
        assert_eq!(Filled::of_stored("relation:owner", 0, Some(RelationId(uuid::Uuid::nil()))), None);
    }

    #[test]
    fn every_field_has_its_label_in_every_language() {
        for language in Language::ALL {
            for filled in all() {
                assert!(Text::of(*language).has(&filled.label()), "{filled:?} in {}", language.tag());
            }
        }
    }
}
