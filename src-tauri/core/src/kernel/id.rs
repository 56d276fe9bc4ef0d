//! Identifiers: UUIDv7 newtypes, stored as 16-byte BLOBs, so that two copies of a vault can be merged without
//! renumbering.
#[cfg(any(test, feature = "testing"))]
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// The source of new identifiers. Faked in tests to keep snapshots stable.
pub trait Ids: Send + Sync {
    /// Returns a fresh identifier.
    fn next(&self) -> Uuid;
}

/// Random, time-ordered identifiers (RFC 9562, version 7).
#[derive(Debug, Default)]
pub struct TimeOrderedIds;

impl Ids for TimeOrderedIds {
    fn next(&self) -> Uuid {
        Uuid::now_v7()
    }
}

/// Counted identifiers for tests: 1, 2, 3 …
#[cfg(any(test, feature = "testing"))]
#[derive(Debug, Default)]
pub struct CountedIds(AtomicU64);

#[cfg(any(test, feature = "testing"))]
impl Ids for CountedIds {
    fn next(&self) -> Uuid {
        Uuid::from_u128(
            0x0000_0000_0000_7000_8000_0000_0000_0000 | u128::from(self.0.fetch_add(1, Ordering::Relaxed) + 1),
        )
    }
}

/// Declares the identifier types, one line each with its documentation.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub uuid::Uuid);

        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(rusqlite::types::ToSqlOutput::Borrowed(rusqlite::types::ValueRef::Blob(self.0.as_bytes())))
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                let bytes = value.as_blob()?;
                uuid::Uuid::from_slice(bytes).map($name).map_err(|e| rusqlite::types::FromSqlError::Other(Box::new(e)))
            }
        }

        impl From<uuid::Uuid> for $name {
            fn from(id: uuid::Uuid) -> Self {
                $name(id)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(s: &str) -> Result<Self, Self::Err> {
                uuid::Uuid::parse_str(s).map($name)
            }
        }
    )*};
}

ids! {
    /// A vault: the folder, its header and its database.
    VaultId;
    /// One copy of a vault. The trail is one hash chain per copy.
    ReplicaId;
    /// Someone who may open the vault.
    UserId;
    /// A data subject.
    PersonId;
    /// An e-mail address of a person.
    EmailId;
    /// A telephone number of a person.
    PhoneId;
    /// A relation between a person and the association, with a start and an end.
    RelationId;
    /// A purpose of processing (art. 5(1)(b) AVG).
    PurposeId;
    /// One event in the life of a consent. Events are only ever added.
    ConsentEventId;
    /// A gift or a payment.
    DonationId;
    /// A draft: what a user typed and did not save.
    DraftId;
    /// One import of a list.
    ImportId;
    /// One erasure and its proof.
    ErasureId;
    /// One disclosure of personal data, such as a report or an export.
    DisclosureId;
    /// A file that the user chose. The UI never sees the path.
    FileToken;
}
