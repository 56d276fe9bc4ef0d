-- Gifts and payments. Amount, day and remark are sealed for compartment `giving`; the year and the kind are plain, so that the
-- retention of a row that one cannot read can be counted (AWR art. 52: seven years from the end of the year).
CREATE TABLE donation (
  id         BLOB PRIMARY KEY CHECK (length(id) = 16),
  person     BLOB NOT NULL REFERENCES person (id),
  kind       TEXT NOT NULL CHECK (kind IN ('gift', 'contribution')),
  year       INTEGER NOT NULL,
  sealed     BLOB NOT NULL,
  changed_at INTEGER NOT NULL,
  replica    BLOB NOT NULL
) STRICT;
CREATE INDEX donation_person ON donation (person, year);
