//! Holds a report against its published schema: the keywords that the schema uses, and no others.
use super::report::{Association, Event, Item, Keep, Recipient, Report, Right, Section, Subject, Use};
use crate::features::people::Restriction;
use crate::features::purposes::Basis;
use crate::kernel::id::PersonId;
use crate::kernel::person_data::Value as Datum;
use crate::kernel::time::Timestamp;
use serde_json::{Map, Value, json};

const SCHEMA: &str = include_str!("../../../../../assets/schemas/access-report-1.schema.json");

/// What does not fit, each with its place.
fn faults(root: &Value, schema: &Value, value: &Value, at: &str, out: &mut Vec<String>) {
    for (keyword, rule) in schema.as_object().unwrap() {
        let fits = match keyword.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" => true,
            "$ref" => {
                let name = rule.as_str().unwrap().strip_prefix('#').unwrap();
                faults(root, root.pointer(name).unwrap(), value, at, out);
                true
            }
            "const" => rule == value,
            "enum" => rule.as_array().unwrap().contains(value),
            "type" => kinds(rule).contains(&kind(value)),
            "pattern" => value.as_str().is_none_or(|text| matches(rule.as_str().unwrap(), text)),
            "required" => rule.as_array().unwrap().iter().all(|name| value.get(name.as_str().unwrap()).is_some()),
            "additionalProperties" => known(schema, value),
            "properties" => {
                for (name, inner) in rule.as_object().unwrap() {
                    if let Some(found) = value.get(name) {
                        faults(root, inner, found, &format!("{at}/{name}"), out);
                    }
                }
                true
            }
            "items" => {
                for (i, found) in value.as_array().into_iter().flatten().enumerate() {
                    faults(root, rule, found, &format!("{at}/{i}"), out);
                }
                true
            }
            other => panic!("the schema uses {other}, which this check does not know"),
        };
        if !fits {
            out.push(format!("{at}: {keyword}"));
        }
    }
}

fn kinds(rule: &Value) -> Vec<&str> {
    rule.as_array()
        .map_or_else(|| vec![rule.as_str().unwrap()], |all| all.iter().map(|k| k.as_str().unwrap()).collect())
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(n) if n.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

fn known(schema: &Value, value: &Value) -> bool {
    value.as_object().is_none_or(|object| object.keys().all(|name| schema["properties"].get(name).is_some()))
}

/// The patterns of the schema: classes of characters with a count, between anchors.
fn matches(pattern: &str, text: &str) -> bool {
    let mut rest = pattern.strip_prefix('^').unwrap().strip_suffix('$').unwrap();
    let mut letters = text.chars().peekable();
    while !rest.is_empty() {
        let (class, after) = match rest.strip_prefix('[') {
            Some(inner) => inner.split_once(']').unwrap(),
            None => rest.split_at(1),
        };
        let (least, most, after) = match after.strip_prefix('{') {
            Some(counts) => {
                let (count, after) = counts.split_once('}').unwrap();
                let least: usize = count.trim_end_matches(',').parse().unwrap();
                (least, if count.ends_with(',') { usize::MAX } else { least }, after)
            }
            None => after.strip_prefix('+').map_or((1, 1, after), |after| (1, usize::MAX, after)),
        };
        let mut seen = 0;
        while seen < most && letters.next_if(|c| is_in(class, *c)).is_some() {
            seen += 1;
        }
        if seen < least {
            return false;
        }
        rest = after;
    }
    letters.next().is_none()
}

fn is_in(class: &str, c: char) -> bool {
    let letters: Vec<char> = class.chars().collect();
    letters.contains(&c) || letters.windows(3).any(|w| w[1] == '-' && (w[0]..=w[2]).contains(&c))
}

fn report() -> Report {
    let item = |id: &str, value| Item { id: id.into(), name: "Naam".into(), value, text: "tekst".into() };
    let record = vec![
        item("person-field-surname", Datum::Text("Berg".into())),
        item("person-field-birth-date", Datum::Date("2011-09-01".parse().unwrap())),
        item("consent-field-recorded", Datum::Instant(Timestamp(1))),
        item("donation-field-amount", Datum::Cents(-5)),
        item("person-field-relation", Datum::Word("relation-member".into())),
        item("person-field-note", Datum::Sealed),
    ];
    let at = Timestamp(1_795_475_400_000);
    Report {
        schema: "urn:ledenkluis:access-report:1",
        number: "2026-0001".into(),
        language: "nl",
        made_at: at,
        association: Association { name: "Crescendo".into(), privacy_email: String::new(), country: "NL".into() },
        person: Subject {
            id: PersonId(uuid::Uuid::nil()),
            name: "Anneke".into(),
            restricted: Some(Restriction::Fiscal),
        },
        sealed: true,
        purposes: vec![Use {
            key: "member_admin".into(),
            name: "Ledenadministratie".into(),
            basis: Basis::Contract,
            basis_name: "Overeenkomst".into(),
            term: "1 jaar".into(),
        }],
        keeps: vec![Keep {
            what: "Lidgegevens".into(),
            from: None,
            until: "2033-12-31".parse().ok(),
            until_words: "31 december 2033".into(),
            rule: Some("R03".into()),
        }],
        data: vec![Section {
            holder: "people".into(),
            title: "Naam".into(),
            purposes: vec!["member_admin".into()],
            source: "Ingevoerd".into(),
            records: vec![record],
        }],
        recipients: vec![Recipient { to: "Aan uzelf".into(), at, what: "Inzagerapport 2026-0000".into() }],
        trail: vec![Event { at, op: "person.create".into(), what: "Toegevoegd".into(), done: true, fields: vec![] }],
        automated_decisions: false,
        transfer_outside_eea: false,
        rights: vec![Right { key: "erasure", text: "wissen".into() }],
        complaint: "De AP".into(),
    }
}

fn against_schema(value: &Value) -> Vec<String> {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let mut out = vec![];
    faults(&schema, &schema, value, "", &mut out);
    out
}

#[test]
fn a_report_with_everything_in_it_fits_the_schema() {
    assert_eq!(against_schema(&serde_json::to_value(report()).unwrap()), Vec::<String>::new());
}

#[test]
fn the_schema_refuses_what_does_not_fit() {
    let whole = serde_json::to_value(report()).unwrap();
    let with = |at: &str, value: Value| {
        let mut changed = whole.clone();
        *changed.pointer_mut(at).unwrap() = value;
        against_schema(&changed)
    };
    assert_eq!(with("/number", json!("26-1")), ["/number: pattern"]);
    assert_eq!(with("/made_at", json!("gisteren")), ["/made_at: pattern"]);
    assert_eq!(with("/purposes/0/basis", json!("zomaar")), ["/purposes/0/basis: enum"]);
    assert_eq!(with("/data/0/records/0/0/value", json!(null)), ["/data/0/records/0/0/value: type"]);
    assert_eq!(with("/association", Value::Object(Map::new())), ["/association: required"]);
    assert_eq!(with("/trail/0", json!({ "extra": 1 })), ["/trail/0: additionalProperties", "/trail/0: required"]);
}
