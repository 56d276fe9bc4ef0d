//! Checks a report against its published schema. Supports only the keywords that this schema uses.
use serde_json::Value;

const SCHEMA: &str = include_str!("../../assets/schemas/access-report-1.schema.json");

/// What does not match the schema, each with its path in the report.
pub fn report_faults(report: &Value) -> Vec<String> {
    let schema: Value = serde_json::from_str(SCHEMA).expect("a schema");
    let mut out = vec![];
    faults(&schema, &schema, report, "", &mut out);
    out
}

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

/// Supports the patterns of the schema: anchored character classes with counts.
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
