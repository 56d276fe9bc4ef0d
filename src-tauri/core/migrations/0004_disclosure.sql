-- Disclosures: what was given to whom about a person, and the numbers of the reports.

CREATE TABLE disclosure (
  id      BLOB PRIMARY KEY CHECK (length(id) = 16),
  person  BLOB NOT NULL REFERENCES person (id),
  kind    TEXT NOT NULL CHECK (kind IN ('access')),
  number  TEXT NOT NULL,
  at      INTEGER NOT NULL,
  made_by BLOB,                            -- a user, NULL for the program itself
  replica BLOB NOT NULL
) STRICT;
CREATE INDEX disclosure_person ON disclosure (person);

-- The last number of each year; stays when a disclosure is erased, so that no number is given twice.
CREATE TABLE disclosure_number (
  year INTEGER PRIMARY KEY,
  last INTEGER NOT NULL CHECK (last > 0)
) STRICT;
