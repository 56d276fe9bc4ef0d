//! Decodes a request from bytes. JSON does not define the meaning of a duplicate key, and common parsers use the last
//! one, so two readers could understand the same request differently. Duplicate keys are therefore refused.
use crate::error::{Code, OrError, Result};
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::fmt;

/// Parses a request.
///
/// # Errors
/// `request.malformed`, also for a duplicate key.
pub fn read_request(bytes: &[u8]) -> Result<Value> {
    let Once(request) = serde_json::from_slice(bytes).or_refuse(Code::RequestMalformed)?;
    Ok(request)
}

/// A JSON value without duplicate keys.
struct Once(Value);

impl<'de> Deserialize<'de> for Once {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Reading).map(Once)
    }
}

struct Reading;

impl<'de> Visitor<'de> for Reading {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let mut list = vec![];
        while let Some(Once(value)) = from.next_element()? {
            list.push(value);
        }
        Ok(list.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some((key, Once(value))) = from.next_entry::<String, _>()? {
            if map.insert(key, value).is_some() {
                return Err(A::Error::custom("a key stands twice"));
            }
        }
        Ok(map.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_read_as_it_is_written() {
        let text = r#"{"a":[null,true,-1,18446744073709551615,1.5,"\u00e9\n"],"b":{"a":{}},"c":""}"#;
        assert_eq!(read_request(text.as_bytes()).unwrap(), serde_json::from_str::<Value>(text).unwrap());
    }

    #[test]
    fn a_key_that_stands_twice_is_refused_wherever_it_stands() {
        for text in [r#"{"limit":1,"limit":2}"#, r#"{"a":[{"b":1,"b":1}]}"#, r#"{"a":1,"\u0061":1}"#, "{} {}", "{", ""]
        {
            assert_eq!(read_request(text.as_bytes()).unwrap_err().code(), Code::RequestMalformed, "{text}");
        }
    }

    #[test]
    fn a_request_without_a_bottom_is_refused() {
        let deep = "[".repeat(100_000);
        assert_eq!(read_request(deep.as_bytes()).unwrap_err().code(), Code::RequestMalformed);
    }
}
