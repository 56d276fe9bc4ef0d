-- What hangs on a note is sealed with the notes: everybody has the vault's own key. The hash of an imported file goes into a
-- column that is sealed for `confidential`; NULL where it was recorded before this, and such a file is not known again. What
-- was recorded of the people counts as changed since, so that undoing leaves them.
DROP INDEX import_file;
ALTER TABLE import DROP COLUMN file_hash;
ALTER TABLE import ADD COLUMN sealed BLOB;
UPDATE import_person SET fingerprint = zeroblob(32);
