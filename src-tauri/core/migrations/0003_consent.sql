-- Consents: events that are only ever added, and the exact words that people answered.

-- Which words went with a version of a question. Never changed: people agreed to exactly these.
CREATE TABLE consent_text (
  purpose  BLOB NOT NULL CHECK (length(purpose) = 16),
  version  INTEGER NOT NULL CHECK (version > 0),
  language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
  words    TEXT NOT NULL,
  hash     BLOB NOT NULL CHECK (length(hash) = 32),   -- SHA-256 of the words
  PRIMARY KEY (purpose, version, language)
) STRICT;
CREATE TRIGGER consent_text_is_not_changed BEFORE UPDATE ON consent_text
  BEGIN SELECT RAISE(ABORT, 'the words of a consent are not changed'); END;
CREATE TRIGGER consent_text_is_not_removed BEFORE DELETE ON consent_text
  BEGIN SELECT RAISE(ABORT, 'the words of a consent are not removed'); END;

CREATE TABLE consent_event (
  id          BLOB PRIMARY KEY CHECK (length(id) = 16),
  person      BLOB NOT NULL REFERENCES person (id),
  purpose     BLOB NOT NULL CHECK (length(purpose) = 16),
  state       TEXT NOT NULL CHECK (state IN ('given', 'refused', 'withdrawn', 'unknown')),
  chosen_on   TEXT NOT NULL,               -- the day of the choice
  how         TEXT NOT NULL CHECK (how IN ('paper', 'phone', 'email', 'in_person', 'import')),
  said_by     TEXT NOT NULL CHECK (said_by IN ('subject', 'guardian')),
  remark      TEXT NOT NULL DEFAULT '',
  version     INTEGER,                     -- of the words; NULL where nobody was asked any
  language    TEXT,
  hash        BLOB,                        -- of the words, so that a changed consent_text is found
  recorded_at INTEGER NOT NULL,
  recorded_by BLOB,
  replica     BLOB NOT NULL
) STRICT;
CREATE INDEX consent_event_person ON consent_event (person);
CREATE INDEX consent_event_purpose ON consent_event (purpose, state);

-- Whose events an erasure is taking, within its transaction. Always empty outside one.
CREATE TABLE consent_erasing (
  person BLOB PRIMARY KEY CHECK (length(person) = 16)
) STRICT;

CREATE TRIGGER consent_event_is_not_changed BEFORE UPDATE ON consent_event
  BEGIN SELECT RAISE(ABORT, 'a consent is not changed: add an event'); END;
CREATE TRIGGER consent_event_is_not_removed BEFORE DELETE ON consent_event
  WHEN NOT EXISTS (SELECT 1 FROM consent_erasing WHERE person = OLD.person)
  BEGIN SELECT RAISE(ABORT, 'a consent is not removed: withdraw it'); END;
