-- The last day of the book year that a gift or payment belongs to: the seven years of AWR art. 52 count from there. What was
-- recorded before this counts from the end of the calendar year, as all book years did.
ALTER TABLE donation ADD COLUMN year_ends_on TEXT NOT NULL DEFAULT '';
UPDATE donation SET year_ends_on = printf('%04d-12-31', year);
