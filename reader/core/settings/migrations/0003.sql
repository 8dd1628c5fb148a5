-- Reading state, version 3: queries saved under a name, and the order of the library folders.

CREATE TABLE smart_list (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    query TEXT NOT NULL,              -- as it is typed into the search field
    rank REAL NOT NULL DEFAULT 0,     -- those with less come first
    created_at TEXT NOT NULL
) WITHOUT ROWID;

ALTER TABLE folder ADD COLUMN rank INTEGER;            -- NULL: behind those that were put in order
