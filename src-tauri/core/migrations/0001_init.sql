-- The frame: settings, users, the trail, people. STRICT tables, 16-byte UUIDv7 keys, times in UTC milliseconds, days as YYYY-MM-DD.

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE user_account (
  id          BLOB PRIMARY KEY CHECK (length(id) = 16),
  name        TEXT NOT NULL UNIQUE,
  roles       TEXT NOT NULL,               -- JSON array of role names
  admin       INTEGER NOT NULL CHECK (admin IN (0, 1)),
  created_at  INTEGER NOT NULL,
  unlocked_at INTEGER,
  removed_at  INTEGER,                     -- the row stays: the trail names its id
  changed_at  INTEGER NOT NULL,
  replica     BLOB NOT NULL
) STRICT;

-- The signed statements of who belongs, from the first on: what rows of the trail are checked against.
CREATE TABLE roster (
  number     INTEGER PRIMARY KEY,
  body       TEXT NOT NULL,
  signatures TEXT NOT NULL                 -- JSON
) STRICT;
CREATE TRIGGER roster_is_not_changed BEFORE UPDATE ON roster BEGIN SELECT RAISE(ABORT, 'a roster is not changed'); END;
CREATE TRIGGER roster_is_not_removed BEFORE DELETE ON roster BEGIN SELECT RAISE(ABORT, 'a roster is not removed'); END;

-- Ids, codes and counts, never names or values: so it survives an erasure.
CREATE TABLE trail (
  seq     INTEGER PRIMARY KEY,             -- place in this copy's chain
  replica BLOB NOT NULL,
  at      INTEGER NOT NULL,
  actor   BLOB,                            -- a user, NULL for the program itself
  op      TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'denied')),
  subject BLOB,
  count   INTEGER NOT NULL,
  fields  TEXT NOT NULL,                   -- names of changed fields, separated by spaces
  roster  INTEGER NOT NULL,                -- the roster that names the public key of who signed
  hash    BLOB NOT NULL,                   -- SHA-256 over the row before and this one
  signature BLOB NOT NULL                  -- Ed25519 by the actor, over the hash
) STRICT;
CREATE INDEX trail_subject ON trail (subject) WHERE subject IS NOT NULL;
CREATE TRIGGER trail_is_not_changed BEFORE UPDATE ON trail BEGIN SELECT RAISE(ABORT, 'the trail is not changed'); END;
CREATE TRIGGER trail_is_not_shortened BEFORE DELETE ON trail BEGIN SELECT RAISE(ABORT, 'the trail is not shortened'); END;

CREATE TABLE person (
  id              BLOB PRIMARY KEY CHECK (length(id) = 16),
  initials        TEXT NOT NULL DEFAULT '',
  given_name      TEXT NOT NULL DEFAULT '',
  prefix          TEXT NOT NULL DEFAULT '',
  surname         TEXT NOT NULL DEFAULT '',
  partner_prefix  TEXT NOT NULL DEFAULT '',
  partner_surname TEXT NOT NULL DEFAULT '',
  name_use        TEXT NOT NULL DEFAULT 'own' CHECK (name_use IN ('own', 'partner', 'partner_own', 'own_partner')),
  sort_key        TEXT NOT NULL,           -- folded, surname without prefix first
  birth_date      TEXT,
  member_number   TEXT NOT NULL DEFAULT '',
  street          TEXT NOT NULL DEFAULT '',
  postcode        TEXT NOT NULL DEFAULT '',
  city            TEXT NOT NULL DEFAULT '',
  country         TEXT NOT NULL DEFAULT '',
  restricted      TEXT CHECK (restricted IN ('request', 'fiscal')),
  restricted_until TEXT,
  source          TEXT NOT NULL DEFAULT 'entered' CHECK (source IN ('entered', 'imported')),
  created_at      INTEGER NOT NULL,
  changed_at      INTEGER NOT NULL,
  replica         BLOB NOT NULL
) STRICT;
CREATE INDEX person_sort ON person (sort_key);

CREATE TABLE email (
  id      BLOB PRIMARY KEY CHECK (length(id) = 16),
  person  BLOB NOT NULL REFERENCES person (id),
  label   TEXT NOT NULL,
  address TEXT NOT NULL,
  place   INTEGER NOT NULL                 -- order on the screen, from 0
) STRICT;
CREATE INDEX email_person ON email (person);

CREATE TABLE phone (
  id      BLOB PRIMARY KEY CHECK (length(id) = 16),
  person  BLOB NOT NULL REFERENCES person (id),
  label   TEXT NOT NULL,
  number  TEXT NOT NULL,                   -- E.164 where it could be read as such
  place   INTEGER NOT NULL
) STRICT;
CREATE INDEX phone_person ON phone (person);

CREATE TABLE relation (
  id         BLOB PRIMARY KEY CHECK (length(id) = 16),
  person     BLOB NOT NULL REFERENCES person (id),
  kind       TEXT NOT NULL CHECK (kind IN ('member', 'donor', 'volunteer', 'contact')),
  started_on TEXT,
  ended_on   TEXT,
  ended      INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1)),  -- a former relation whose end date nobody knows: 1 and NULL
  changed_at INTEGER NOT NULL,
  replica    BLOB NOT NULL,
  CHECK (ended = 1 OR ended_on IS NULL)
) STRICT;
CREATE INDEX relation_person ON relation (person);

-- One note a person; the text is sealed for compartment `confidential`.
CREATE TABLE person_note (
  person     BLOB PRIMARY KEY REFERENCES person (id),
  sealed     BLOB NOT NULL,
  changed_at INTEGER NOT NULL,
  replica    BLOB NOT NULL
) STRICT;
