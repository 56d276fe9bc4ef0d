-- Imports, and what each did with whom: so that it can be undone. No value of a person stands here.

CREATE TABLE import (
  id        BLOB PRIMARY KEY CHECK (length(id) = 16),
  at        INTEGER NOT NULL,
  by        BLOB,
  file_name TEXT NOT NULL,
  file_hash BLOB NOT NULL CHECK (length(file_hash) = 32),   -- SHA-256, to tell the same file again
  added     INTEGER NOT NULL,
  completed INTEGER NOT NULL,
  undone_at INTEGER,
  replica   BLOB NOT NULL
) STRICT;
CREATE INDEX import_file ON import (file_hash);

CREATE TABLE import_person (
  import      BLOB NOT NULL REFERENCES import (id),
  person      BLOB NOT NULL REFERENCES person (id),
  created     INTEGER NOT NULL CHECK (created IN (0, 1)),
  fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),  -- of all that was known after the import: equal if nothing changed since
  PRIMARY KEY (import, person)
) STRICT;
CREATE INDEX import_person_person ON import_person (person);

-- A field that was empty and got a value. The value stands with the person, nowhere else.
CREATE TABLE import_field (
  import   BLOB NOT NULL REFERENCES import (id),
  person   BLOB NOT NULL REFERENCES person (id),
  field    TEXT NOT NULL,
  before   INTEGER NOT NULL,               -- how many e-mail addresses or telephone numbers there were
  relation BLOB CHECK (length(relation) = 16),
  PRIMARY KEY (import, person, field)
) STRICT;
CREATE INDEX import_field_person ON import_field (person);
