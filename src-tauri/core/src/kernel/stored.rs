//! Words that are stored: enums whose variants have one word each, in a column, in JSON and in types for the page.

/// Declares such enums. The word of a variant never changes. A word in a column that no variant has is a fault of the
/// database, never taken for another.
macro_rules! stored {
    ($($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)+ })+) => {$(
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        $(#[$meta])*
        $vis enum $name {
            $($(#[$variant_meta])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every variant, in the order of declaration.
            $vis const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word of the variant, in columns and in JSON.
            $vis const fn as_str(self) -> &'static str {
                match self {
                    $($name::$variant => $word,)+
                }
            }
        }

        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(self.as_str().into())
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                let word = value.as_str()?;
                let known = Self::ALL.iter().find(|one| one.as_str() == word);
                known.copied().ok_or_else(|| rusqlite::types::FromSqlError::Other(crate::kernel::stored::Unknown.into()))
            }
        }
    )+};
}
pub(crate) use stored;

/// A column holds a word that this program does not know. It does not say which: it may be anything.
#[derive(Debug)]
pub(crate) struct Unknown;

impl std::fmt::Display for Unknown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a stored word that is none of ours")
    }
}

impl std::error::Error for Unknown {}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    stored! {
        /// How full.
        enum Level {
            /// Nothing.
            Low = "low",
            /// All.
            High = "very_high",
        }
    }

    #[expect(clippy::disallowed_methods, reason = "nobody's data, only to try the columns")]
    #[test]
    fn a_word_is_the_same_in_a_column_and_in_json_and_no_other_is_taken_for_it() {
        let conn = Connection::open_in_memory().unwrap();
        for level in Level::ALL {
            let back: Level = conn.query_row("SELECT ?1", [level], |r| r.get(0)).unwrap();
            assert_eq!(back, *level);
            assert_eq!(serde_json::to_value(level).unwrap(), level.as_str());
            assert_eq!(serde_json::from_value::<Level>(level.as_str().into()).unwrap(), *level);
        }
        for other in ["", "LOW", "low "] {
            conn.query_row("SELECT ?1", [other], |r| r.get::<_, Level>(0)).unwrap_err();
        }
    }
}
