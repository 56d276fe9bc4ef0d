-- Decisions to keep somebody longer; erasures with their proof; what counts on without a name.

CREATE TABLE keep_longer (
  person     BLOB PRIMARY KEY REFERENCES person (id),
  until      TEXT NOT NULL,
  reason     TEXT NOT NULL CHECK (reason <> ''),
  decided_by BLOB,
  changed_at INTEGER NOT NULL,
  replica    BLOB NOT NULL
) STRICT;

-- Names nobody: numbers, rules and counts.
CREATE TABLE erasure (
  id          BLOB PRIMARY KEY CHECK (length(id) = 16),
  number      TEXT NOT NULL UNIQUE,        -- year and sequence: 2026-0003
  done_at     INTEGER NOT NULL,
  done_by     BLOB,
  state       TEXT NOT NULL CHECK (state IN ('pending', 'done')),  -- pending: the file is not cleaned and checked yet
  sheet       TEXT NOT NULL,               -- JSON: counts, rules, what stayed, what was checked
  ledger_hash BLOB NOT NULL CHECK (length(ledger_hash) = 32),      -- SHA-256 over the ids of the ledger, in order
  replica     BLOB NOT NULL
) STRICT;

-- The ledger: random ids of erased rows, so that a copy that is put back can be cleaned again.
CREATE TABLE erasure_record (
  erasure BLOB NOT NULL REFERENCES erasure (id),
  record  BLOB NOT NULL CHECK (length(record) = 16),
  PRIMARY KEY (erasure, record)
) STRICT;
CREATE TRIGGER erasure_record_is_not_changed BEFORE UPDATE ON erasure_record
  BEGIN SELECT RAISE(ABORT, 'the ledger is not changed'); END;
CREATE TRIGGER erasure_record_is_not_removed BEFORE DELETE ON erasure_record
  BEGIN SELECT RAISE(ABORT, 'the ledger is not shortened'); END;

-- Two counters a year, of people who are no longer there: nothing joins a beginning to its end.
CREATE TABLE tally (
  kind   TEXT NOT NULL CHECK (kind IN ('member', 'donor', 'volunteer', 'contact')),
  year   INTEGER NOT NULL,
  joined INTEGER NOT NULL DEFAULT 0,
  gone   INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, year)
) STRICT;
