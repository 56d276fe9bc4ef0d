-- What somebody typed and did not save yet: one for each user and place, at most a week. Sealed under the key of the compartment
-- that the form writes to.
CREATE TABLE draft (
  id          BLOB PRIMARY KEY CHECK (length(id) = 16),
  user        BLOB NOT NULL,
  place       TEXT NOT NULL,
  person      BLOB REFERENCES person (id),     -- whom it is about, NULL where nobody can tell
  compartment TEXT NOT NULL CHECK (compartment IN ('main', 'giving', 'confidential')),
  at          INTEGER NOT NULL,
  sealed      BLOB NOT NULL,
  replica     BLOB NOT NULL,
  UNIQUE (user, place)
) STRICT;
CREATE INDEX draft_person ON draft (person);
