//! Rows that the matcher takes for somebody else, although nothing but a common name is known of them: a namesake is not
//! told apart from a namesake by a name. And rows that are the same in every field.
use super::row::Incoming;
use super::who::{Found, Who};
use crate::features::people::identity::{Answer, Decision, Likeness};
use crate::features::people::{Because, Known, NewPerson};
use crate::features::search::fold;
use std::collections::HashMap;

/// Turns "somebody else" into a question where a known person has the same name and nothing contradicts, and tells a row
/// that is the same as an earlier one.
pub(super) fn ask(found: &mut [Found], known: &[Known], rows: &[Incoming]) {
    let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, one) in known.iter().enumerate() {
        by_name.entry(surname(&one.person)).or_default().push(at);
    }
    let mut first: HashMap<Vec<u8>, usize> = HashMap::new();
    for (at, (found, row)) in found.iter_mut().zip(rows).enumerate().filter(|(_, (_, row))| row.named) {
        let earlier = serde_json::to_vec(&row.person).ok().map(|text| *first.entry(text).or_insert(at));
        if !matches!(found.who, Who::Other) {
            continue;
        }
        let namesakes = by_name.get(&surname(&row.person)).map_or(&[][..], Vec::as_slice);
        let alike: Vec<usize> =
            namesakes.iter().copied().filter(|k| may_be(&known[*k].person, &row.person)).take(5).collect();
        if let [with, others @ ..] = alike.as_slice() {
            found.who = Who::Unsure;
            found.because = vec![Because::SameName];
            found.because.push(if others.is_empty() { Because::TooLittle } else { Because::SeveralFit });
            let person = Some(likeness(*with, &found.because));
            found.doubt = Some(Box::new(decision(person, None, others.to_vec())));
        } else if let (Some(earlier), None) = (earlier.filter(|earlier| *earlier < at), &found.doubt) {
            found.because = vec![Because::Identical];
            found.doubt = Some(Box::new(decision(None, Some(likeness(earlier, &found.because)), vec![])));
        }
    }
}

fn surname(p: &NewPerson) -> String {
    fold(&format!("{} {}", p.name.prefix, p.name.surname)).trim().to_owned()
}

/// Has the row the same name, and is there nothing that tells the two apart?
fn may_be(known: &NewPerson, row: &NewPerson) -> bool {
    let differ = |a: &str, b: &str| !a.is_empty() && !b.is_empty() && fold(a) != fold(b);
    let given = if known.name.given_name.is_empty() || row.name.given_name.is_empty() {
        let initial = |p: &NewPerson| {
            fold(&format!("{}{}", p.name.initials, p.name.given_name)).chars().find(|c| c.is_alphanumeric())
        };
        initial(known) == initial(row)
    } else {
        fold(&known.name.given_name) == fold(&row.name.given_name)
    };
    let born = known.birth_date.zip(row.birth_date).is_some_and(|(a, b)| a != b);
    let numbered = differ(&known.member_number, &row.member_number);
    given && !born && !numbered && ways_that_differ(known, row) < 2
}

/// How many of mailbox, telephone and address both know and have no value of in common.
fn ways_that_differ(known: &NewPerson, row: &NewPerson) -> usize {
    let apart = |a: Vec<String>, b: Vec<String>| !a.is_empty() && !b.is_empty() && !a.iter().any(|one| b.contains(one));
    let emails = |p: &NewPerson| p.emails.iter().map(|e| fold(&e.address)).collect::<Vec<_>>();
    let phones = |p: &NewPerson| p.phones.iter().map(|n| n.number.clone()).collect::<Vec<_>>();
    let address = |p: &NewPerson| {
        let place = fold(if p.postcode.is_empty() { &p.city } else { &p.postcode });
        if place.is_empty() { vec![] } else { vec![place] }
    };
    let ways =
        [apart(emails(known), emails(row)), apart(phones(known), phones(row)), apart(address(known), address(row))];
    ways.into_iter().filter(|differs| *differs).count()
}

fn likeness(with: usize, because: &[Because]) -> Likeness {
    Likeness { with, answer: Answer::Ask, bits: 0.0, because: because.to_vec(), differs: vec![] }
}

fn decision(likeness: Option<Likeness>, row: Option<Likeness>, others: Vec<usize>) -> Decision {
    Decision { answer: Answer::Ask, likeness, row, others, margin: 0.0 }
}
