use super::answer::Field;
use super::record::{Address, Day, Number};
use super::*;
use std::collections::BTreeSet;

/// `given|initials|prefix|surname|day-month-year|e-mail|phone|address|number`; parts at the end may be left out.
fn person(line: &str) -> Record {
    let parts: Vec<&str> = line.split('|').collect();
    let part = |at: usize| parts.get(at).copied().unwrap_or_default().to_owned();
    let some = |at: usize| Some(part(at)).filter(|text| !text.is_empty()).into_iter().collect::<Vec<String>>();
    let address = |text: String| {
        let (street, postcode) = text.split_once(", ").unwrap_or((&text, ""));
        Address { street: street.into(), postcode: postcode.into(), ..Address::default() }
    };
    Record {
        given_name: part(0),
        initials: part(1),
        prefix: part(2),
        surname: part(3),
        birth: day(&part(4)),
        emails: some(5),
        phones: some(6),
        addresses: some(7).into_iter().map(address).collect(),
        numbers: some(8).into_iter().map(|value| Number { scope: String::new(), value }).collect(),
        ..Record::default()
    }
}

fn day(text: &str) -> Option<Day> {
    let mut parts = text.split('-').filter_map(|part| part.parse::<u16>().ok());
    let (d, m, year) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Day::of(year, u8::try_from(m).ok()?, u8::try_from(d).ok()?))
}

fn people(lines: &[&str]) -> Vec<Record> {
    lines.iter().map(|line| person(line)).collect()
}

fn decide(known: &[&str], rows: &[&str]) -> Vec<Decision> {
    Directory::new(&people(known)).decide(&List::of(people(rows)))
}

/// The decision about one row against one known person.
fn one(known: &str, row: &str) -> Decision {
    decide(&[known], &[row]).remove(0)
}

fn answers(decisions: &[Decision]) -> Vec<Answer> {
    decisions.iter().map(|decision| decision.answer).collect()
}

fn because(decision: &Decision) -> Vec<Because> {
    decision.likeness.iter().chain(&decision.row).flat_map(|likeness| likeness.because.clone()).collect()
}

const GERT: &str = "Gert|G.||Wouda|09-09-1949|gert@voorbeeld.nl|0611110001|Kerkweg 4, 9999 AB|55";

#[test]
fn somebody_who_is_known_is_the_same_however_the_list_writes_it() {
    for row in [
        GERT,
        "GERT|G||WOUDA|09-09-1949|GERT@VOORBEELD.NL|+31 6 11110001|KERKWEG 4, 9999ab|0055",
        "Gert|||Wouda|09-09-1949",
        "|G.||Wouda|09-09-1949|gert@voorbeeld.nl",
        "Gerrit|G.||Wouda||gert@voorbeeld.nl|0611110001|Kerkweg 4, 9999 AB",
        "Gert|G.||Wuoda|09-09-1949|ander@voorbeeld.nl|0622222222|Molenlaan 3, 8888 XY",
    ] {
        let decision = one(GERT, row);
        assert_eq!(decision.answer, Answer::Same, "{row}: {decision:?}");
    }
}

#[test]
fn a_prefix_may_stand_in_either_column_or_nowhere() {
    let known = "Anna|A.|van den|Berg|03-04-1970||0611110002";
    for row in [
        "Anna|||van den Berg|03-04-1970",
        "Anna|||Berg, van den|03-04-1970",
        "Anna|||Berg van den|03-04-1970",
        "Anna|||Vandenberg|03-04-1970||0611110002",
        "Anna|||Berg|03-04-1970",
    ] {
        let decision = one(known, row);
        assert_eq!(decision.answer, Answer::Same, "{row}");
        assert!(because(&decision).contains(&Because::SameName), "{row}: {decision:?}");
    }
}

#[test]
fn a_married_name_is_the_same_person() {
    let known = "Sanne|S.|de|Vries|05-05-1985|sanne@voorbeeld.nl|0611110003";
    for row in [
        "Sanne|S.||Jansen-de Vries|05-05-1985||0611110003",
        "Sanne|S.||de Vries-Jansen|05-05-1985||0611110003",
        "Sanne|S.||Jansen|05-05-1985|sanne@voorbeeld.nl|0611110003",
    ] {
        let decision = one(known, row);
        assert_eq!(decision.answer, Answer::Same, "{row}: {decision:?}");
        assert_eq!(because(&decision).contains(&Because::PartOfSurname), row.contains("Vries"), "{decision:?}");
        assert!(decision.likeness.is_some_and(|likeness| likeness.differs.contains(&Field::Surname)));
    }
}

#[test]
fn a_call_name_is_the_same_person_and_another_given_name_never_is() {
    let known = "Johannes|J.|de|Boer|01-02-1950|boer@voorbeeld.nl|0611110004|Dorpsstraat 1, 9999 AA|12";
    let row =
        |given: &str| format!("{given}|J.|de|Boer|01-02-1950|boer@voorbeeld.nl|0611110004|Dorpsstraat 1, 9999 AA|12");
    let called = one(known, &row("Jan"));
    assert_eq!(called.answer, Answer::Same);
    assert!(because(&called).contains(&Because::CallName));
    assert_eq!(one(known, &row("Johanna")).answer, Answer::Ask);
    for other in ["Jasper", "Klaas", "Marie"] {
        let decision = one(known, &row(other));
        assert_ne!(decision.answer, Answer::Same, "{other}: {decision:?}");
        assert!(because(&decision).contains(&Because::OtherGivenName), "{other}: {decision:?}");
    }
}

#[test]
fn names_that_may_both_exist_are_asked() {
    let known = "Lisa|L.||Vos|01-02-2011|vos@voorbeeld.nl|0596111111|Dorpsstraat 1, 9999 AA";
    let row = "Lina|L.||Vos|01-02-2011|vos@voorbeeld.nl|0596111111|Dorpsstraat 1, 9999 AA";
    assert_eq!(one(known, row).answer, Answer::Ask);
}

#[test]
fn a_swapped_date_of_birth_is_the_same_and_another_one_is_asked() {
    let swapped = one(GERT, &GERT.replace("09-09-1949", "08-09-1949"));
    assert_eq!(swapped.answer, Answer::Same, "one digit: {swapped:?}");
    let known = GERT.replace("09-09-1949", "04-11-1949");
    let swapped = one(&known, &GERT.replace("09-09-1949", "11-04-1949"));
    assert_eq!(swapped.answer, Answer::Same);
    assert!(because(&swapped).contains(&Because::SwappedBirthDate));
    let other = one(GERT, &GERT.replace("09-09-1949", "23-01-1961"));
    assert_eq!(other.answer, Answer::Ask);
    assert!(because(&other).starts_with(&[Because::SameName]) && because(&other).contains(&Because::OtherBirthDate));
    assert_eq!(other.likeness.map(|likeness| likeness.differs), Some(vec![Field::BirthDate]));
}

#[test]
fn a_birthday_a_generation_apart_is_father_and_son() {
    let father = "Jan|J.||Kok|03-05-1950|kok@voorbeeld.nl|0596222222|Zeedijk 2, 9999 AC|30";
    assert_eq!(one(father, &father.replace("1950", "1980")).answer, Answer::Ask);
    // Both are known: each is himself.
    let son = father.replace("1950", "1980").replace("|30", "|31");
    assert_eq!(answers(&decide(&[father, &son], &[&son, father])), [Answer::Same, Answer::Same]);
}

#[test]
fn father_and_son_of_one_list_are_two_people_without_a_question() {
    let father = "Jan|J.||Kok|03-05-1950|kok@voorbeeld.nl|0596222222|Zeedijk 2, 9999 AC";
    let son = "Jan|J.||Kok|17-08-1979|kok@voorbeeld.nl|0596222222|Zeedijk 2, 9999 AC";
    assert_eq!(answers(&decide(&[], &[father, son])), [Answer::Another; 2]);
    // With initials only, a date of birth still tells them apart.
    let initials = |line: &str| line.replacen("Jan", "", 1);
    let decisions = decide(&[&initials(father), &initials(son)], &[&initials(son), &initials(father)]);
    assert_eq!(answers(&decisions), [Answer::Same; 2]);
    assert_eq!(decisions[0].likeness.as_ref().map(|likeness| likeness.with), Some(1));
}

#[test]
fn a_name_that_changed_and_a_swapped_date_are_still_found() {
    let decision = one("Sanne|S.|de|Vries|04-11-1985", "Sanne|S.||Jansen|11-04-1985");
    assert_eq!(decision.answer, Answer::Ask);
}

#[test]
fn a_family_on_one_mailbox_is_a_family() {
    let family = [
        "Kees|K.||Smit|01-01-1970|fam@voorbeeld.nl|0596333333|Veldweg 3, 9999 AD",
        "Els|E.||Smit|02-02-1972|fam@voorbeeld.nl|0596333333|Veldweg 3, 9999 AD",
        "Tom|T.||Smit|03-03-2008|fam@voorbeeld.nl|0596333333|Veldweg 3, 9999 AD",
    ];
    assert_eq!(answers(&decide(&[], &family)), [Answer::Another; 3]);
    assert_eq!(answers(&decide(&family[..1], &family[1..])), [Answer::Another; 2]);
    assert_eq!(answers(&decide(&family, &family)), [Answer::Same; 3]);
}

#[test]
fn a_number_of_a_household_makes_nobody_the_same() {
    let family = [
        "Jan|||Terpstra|03-03-1960|jan@voorbeeld.nl|0611110011||101",
        "Marie|||Terpstra|04-04-1962|marie@voorbeeld.nl|0611110012||101",
        "Sanne|||Terpstra|05-05-1995|sanne@voorbeeld.nl|0611110013||101",
    ];
    assert_eq!(answers(&decide(&[], &family)), [Answer::Another; 3]);
    assert_eq!(answers(&decide(&family[..1], &family[1..])), [Answer::Another; 2]);
}

#[test]
fn twins_with_one_initial_are_never_the_same() {
    let twin = "|J.|de|Wit|14-03-2013|moeder@voorbeeld.nl||Iepenlaan 5, 1111 AA";
    let decisions = decide(&[], &[twin, twin]);
    assert_eq!(answers(&decisions), [Answer::Another, Answer::Ask]);
    assert_eq!(decisions[1].row.as_ref().map(|likeness| likeness.with), Some(0));
    // Known by name, they are told apart; by initials, they are asked.
    let (jan, jaap) = (twin.replacen('|', "Jan|", 1), twin.replacen('|', "Jaap|", 1));
    let named = decide(&[&jan, &jaap], &[&jaap, &jan]);
    let with = |d: &Decision| d.likeness.as_ref().map(|likeness| likeness.with);
    assert_eq!(named.iter().map(with).collect::<Vec<_>>(), [Some(1), Some(0)]);
    assert_eq!(answers(&named), [Answer::Same; 2]);
    let unnamed = decide(&[&jan, &jaap], &[twin]);
    assert_eq!(answers(&unnamed), [Answer::Ask]);
    assert!(
        because(&unnamed[0]).contains(&Because::SeveralFit) && because(&unnamed[0]).contains(&Because::PerhapsTwins)
    );
}

#[test]
fn somebody_who_came_back_is_one_person_in_two_rows() {
    let mut rows = people(&[GERT, GERT, "Hilde|H.||Wouda|10-10-1950|hilde@voorbeeld.nl|||56"]);
    rows[0].since = vec![Day::of(1990, 1, 1)];
    rows[1].since = vec![Day::of(2015, 6, 1)];
    let decisions = Directory::new(&[]).decide(&List::of(rows.iter().cloned()));
    assert_eq!(answers(&decisions), [Answer::Another, Answer::Same, Answer::Another]);
    assert_eq!(decisions[1].row.as_ref().map(|likeness| likeness.with), Some(0));
    let known = Directory::new(&rows[..1]).decide(&List::of(rows.iter().cloned()));
    assert_eq!(answers(&known), [Answer::Same, Answer::Same, Answer::Another]);
    // With less in the rows it is a question: another first day does not make another person.
    rows.iter_mut().for_each(|row| {
        row.given_name.clear();
        row.birth = None;
        row.numbers.clear();
        row.emails.clear();
    });
    assert_eq!(
        answers(&Directory::new(&[]).decide(&List::of(rows.iter().cloned()))),
        [Answer::Another, Answer::Ask, Answer::Another]
    );
}

#[test]
fn two_rows_are_not_the_same_person_without_being_the_same_as_each_other() {
    let known = "Jan|J.||Blom||blom@voorbeeld.nl|0596444444|Parkweg 7, 9999 AE";
    let rows = [known, "|J.||Blom|02-02-1990|blom@voorbeeld.nl|0596444444|Parkweg 7, 9999 AE"];
    let same = |decisions: &[Decision]| decisions.iter().filter(|d| d.answer == Answer::Same).count();
    assert!(same(&decide(&[known], &rows)) <= 1);
    // Nobody is left over for a second row like the first, and it is not silently somebody new.
    let twice = decide(&[known], &[known, known]);
    assert_eq!(answers(&twice), [Answer::Ask; 2]);
    assert!(because(&twice[0]).contains(&Because::TakenByOtherRow));
}

#[test]
fn a_namesake_elsewhere_is_another_and_two_who_fit_are_asked() {
    let namesake = "Gert|G.||Wouda|23-01-1961|ander@voorbeeld.nl|0622222222|Molenlaan 3, 8888 XY";
    assert_eq!(one(GERT, namesake).answer, Answer::Another);
    let unnumbered = GERT.replace("|55", "");
    let twice = decide(&[&unnumbered, &unnumbered], &[&unnumbered]);
    assert_eq!(answers(&twice), [Answer::Ask]);
    assert_eq!((twice[0].others.len(), twice[0].margin), (1, 0.0));
    assert!(because(&twice[0]).contains(&Because::SeveralFit));
}

#[test]
fn a_reused_number_does_not_win_over_name_and_date_of_birth() {
    let newcomer = "Fatima|F.|El|Idrissi|01-01-1999|fatima@voorbeeld.nl|0655555555|Zeedijk 9, 9998 AA|55";
    assert_eq!(one(GERT, newcomer).answer, Answer::Another);
    // Gert has a new number, and somebody else has his.
    let moved = GERT.replace("|55", "|77");
    let decisions = decide(&[GERT], &[newcomer, &moved]);
    assert_eq!(answers(&decisions), [Answer::Another, Answer::Same]);
}

#[test]
fn numbers_that_were_given_out_anew_say_nothing() {
    let line = |at: usize, number: usize| {
        let (name, letter) =
            (["Bram", "Carla", "Dirk", "Femke"][at % 4], char::from(b'a' + u8::try_from(at).unwrap_or(0)));
        format!(
            "{name}|||Ber{letter}sma|0{}-0{}-19{}|||Kerkweg {at}, 9999 BB|{number}",
            at % 9 + 1,
            at % 7 + 1,
            50 + at
        )
    };
    let known: Vec<Record> = (0..24).map(|at| person(&line(at, at))).collect();
    let rows: Vec<Record> = (0..24).map(|at| person(&line(at, (at + 7) % 24))).collect();
    let decisions = Directory::new(&known).decide(&List::of(rows.iter().cloned()));
    for (at, decision) in decisions.iter().enumerate() {
        assert_eq!((decision.answer, decision.likeness.as_ref().map(|l| l.with)), (Answer::Same, Some(at)));
        assert!(!because(decision).contains(&Because::OtherNumber), "{decision:?}");
    }
}

#[test]
fn initials_in_a_house_are_too_little() {
    let known = "Hanna|H.||Prins|01-08-1988|prins@voorbeeld.nl|0596555555|Lindelaan 5, 9999 AF";
    let husband = "Otto|O.||Prins|09-07-1986|prins@voorbeeld.nl|0596555555|Lindelaan 5, 9999 AF";
    let row = "|H.||Prins||prins@voorbeeld.nl|0596555555|Lindelaan 5, 9999 AF";
    let decision = decide(&[known, husband], &[row]).remove(0);
    assert_eq!(decision.answer, Answer::Ask);
    assert!(because(&decision).contains(&Because::TooLittle) && because(&decision).contains(&Because::SharedEmail));
}

#[test]
fn a_body_is_the_same_by_its_name_and_what_it_is_reached_by() {
    let known = "|||Stichting Vrienden van het Orgel||orgel@voorbeeld.nl";
    assert_eq!(one(known, known).answer, Answer::Same);
    assert_ne!(one(known, "|||Garage Wielinga||orgel@voorbeeld.nl").answer, Answer::Same);
}

#[test]
fn numbers_of_two_scopes_are_not_compared() {
    let scoped = |scope: &str| Record {
        numbers: vec![Number { scope: scope.into(), value: "55".into() }],
        ..person("Gert|||Wouda")
    };
    let decision = Directory::new([&scoped("")]).decide(&List::of([scoped("bond")])).remove(0);
    assert!(!because(&decision).iter().any(|b| matches!(b, Because::SameNumber | Because::OtherNumber)));
}

#[test]
fn whoever_is_typed_in_is_found_and_whoever_is_there_twice() {
    let directory = Directory::new(&people(&[GERT, "Ria|R.||Post|01-02-1960", &GERT.replace("Gert|", "Gerrit|")]));
    let doubles = directory.doubles(0);
    assert_eq!(doubles.iter().map(|l| (l.with, l.answer)).collect::<Vec<_>>(), [(2, Answer::Ask)]);
    assert!(directory.doubles(1).is_empty() && directory.doubles(9).is_empty());
}

#[test]
fn nothing_known_decides_nothing() {
    assert!(decide(&[], &[]).is_empty());
    assert_eq!(answers(&decide(&["||"], &["||", GERT])), [Answer::Another; 2]);
}

#[test]
fn codes_are_words_and_no_two_are_the_same() {
    let mut seen = BTreeSet::new();
    let words = Because::ALL.iter().map(|code| code.as_str()).chain(Answer::ALL.iter().map(|code| code.as_str()));
    assert!(words.into_iter().all(|word| seen.insert(word)));
    assert_eq!(Field::ALL.iter().map(|field| field.as_str()).collect::<BTreeSet<_>>().len(), Field::ALL.len());
}
