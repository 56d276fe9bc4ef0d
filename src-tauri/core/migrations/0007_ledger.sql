-- The ledger says of each id which table it was of and how much went: a note shares its id with its person, and of somebody
-- whom the tax law keeps only some fields went. Of rows from before this nobody knows that: they serve no replay.

CREATE TABLE erasure_gone (
  erasure    BLOB NOT NULL REFERENCES erasure (id),
  record     BLOB NOT NULL CHECK (length(record) = 16),
  of_table   TEXT NOT NULL,                -- the table of the row; `unknown` from before
  scope      TEXT NOT NULL,                -- `row`, or the field that was emptied; `unknown` from before
  kept_until TEXT,                         -- until when the rest of the row must be kept, where it must
  PRIMARY KEY (erasure, record, of_table, scope)
) STRICT;
INSERT INTO erasure_gone (erasure, record, of_table, scope) SELECT erasure, record, 'unknown', 'unknown' FROM erasure_record;
DROP TABLE erasure_record;
ALTER TABLE erasure_gone RENAME TO erasure_record;
CREATE TRIGGER erasure_record_is_not_changed BEFORE UPDATE ON erasure_record
  BEGIN SELECT RAISE(ABORT, 'the ledger is not changed'); END;
CREATE TRIGGER erasure_record_is_not_removed BEFORE DELETE ON erasure_record
  BEGIN SELECT RAISE(ABORT, 'the ledger is not shortened'); END;
