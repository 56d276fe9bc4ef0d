-- What nobody said is told as that: how and by whom a choice was heard may be `not_recorded`. An undone withdrawal is an event
-- of its own that says what it undoes. The words of a question name the association, so one version may have several.

CREATE TABLE consent_text_new (
  purpose  BLOB NOT NULL CHECK (length(purpose) = 16),
  version  INTEGER NOT NULL CHECK (version > 0),
  language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
  words    TEXT NOT NULL,
  hash     BLOB NOT NULL CHECK (length(hash) = 32),   -- SHA-256 of the words
  PRIMARY KEY (purpose, version, language, hash)
) STRICT;
INSERT INTO consent_text_new SELECT purpose, version, language, words, hash FROM consent_text;
DROP TABLE consent_text;
ALTER TABLE consent_text_new RENAME TO consent_text;
CREATE TRIGGER consent_text_is_not_changed BEFORE UPDATE ON consent_text
  BEGIN SELECT RAISE(ABORT, 'the words of a consent are not changed'); END;
CREATE TRIGGER consent_text_is_not_removed BEFORE DELETE ON consent_text
  BEGIN SELECT RAISE(ABORT, 'the words of a consent are not removed'); END;

CREATE TABLE consent_event_new (
  id          BLOB PRIMARY KEY CHECK (length(id) = 16),
  person      BLOB NOT NULL REFERENCES person (id),
  purpose     BLOB NOT NULL CHECK (length(purpose) = 16),
  state       TEXT NOT NULL CHECK (state IN ('given', 'refused', 'withdrawn', 'unknown', 'not_asked')),
  chosen_on   TEXT NOT NULL,               -- the day of the choice
  how         TEXT NOT NULL CHECK (how IN ('paper', 'phone', 'email', 'in_person', 'import', 'not_recorded')),
  said_by     TEXT NOT NULL CHECK (said_by IN ('subject', 'guardian', 'not_recorded')),
  remark      TEXT NOT NULL DEFAULT '',
  version     INTEGER,                     -- of the words; NULL where nobody was asked any
  language    TEXT,
  hash        BLOB,                        -- of the words, so that a changed consent_text is found
  undoes      BLOB CHECK (length(undoes) = 16),        -- the withdrawal that this takes back; it restates what held before
  recorded_at INTEGER NOT NULL,
  recorded_by BLOB,
  replica     BLOB NOT NULL,
  CHECK (state <> 'not_asked' OR undoes IS NOT NULL)
) STRICT;
INSERT INTO consent_event_new
  SELECT id, person, purpose, state, chosen_on, how, said_by, remark, version, language, hash, NULL, recorded_at, recorded_by, replica
  FROM consent_event;
DROP TABLE consent_event;
ALTER TABLE consent_event_new RENAME TO consent_event;
CREATE INDEX consent_event_person ON consent_event (person);
CREATE INDEX consent_event_purpose ON consent_event (purpose, state);
CREATE TRIGGER consent_event_is_not_changed BEFORE UPDATE ON consent_event
  BEGIN SELECT RAISE(ABORT, 'a consent is not changed: add an event'); END;
CREATE TRIGGER consent_event_is_not_removed BEFORE DELETE ON consent_event
  WHEN NOT EXISTS (SELECT 1 FROM consent_erasing WHERE person = OLD.person)
  BEGIN SELECT RAISE(ABORT, 'a consent is not removed: withdraw it'); END;
