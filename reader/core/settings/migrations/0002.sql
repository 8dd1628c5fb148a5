-- Reading state, version 2: every field with the moment it was set, so that machines can be merged;
-- what else an article is known by, positions, highlights, time read.

ALTER TABLE article ADD COLUMN uid TEXT;               -- the same for all copies that share their state
ALTER TABLE article ADD COLUMN text_hash TEXT;
ALTER TABLE article ADD COLUMN file_mark TEXT;         -- inode, size and time of the file
ALTER TABLE article ADD COLUMN source_url TEXT;
ALTER TABLE article ADD COLUMN title TEXT;
ALTER TABLE article ADD COLUMN date TEXT;
ALTER TABLE article ADD COLUMN position TEXT;          -- JSON
ALTER TABLE article ADD COLUMN seconds_read INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN overrides TEXT;         -- JSON

UPDATE article SET uid = lower(hex(randomblob(16)));

CREATE INDEX article_uid ON article (uid);
CREATE INDEX article_text_hash ON article (text_hash) WHERE text_hash IS NOT NULL;
CREATE INDEX article_file_mark ON article (file_mark) WHERE file_mark IS NOT NULL;
CREATE INDEX article_source_url ON article (source_url) WHERE source_url IS NOT NULL;
CREATE INDEX article_title ON article (title, date) WHERE title IS NOT NULL;

-- The truth: the last value of every field. The other tables are made from it.
CREATE TABLE register (
    entity TEXT NOT NULL,             -- a:<uid> article, h:<id> highlight, m:<machine>
    field TEXT NOT NULL,
    value TEXT NOT NULL,              -- JSON
    clock TEXT NOT NULL,
    PRIMARY KEY (entity, field)
) WITHOUT ROWID;

CREATE INDEX register_clock ON register (clock);

CREATE TABLE alias (                  -- articles that turned out to be one
    uid TEXT PRIMARY KEY,
    canonical TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX alias_canonical ON alias (canonical);

CREATE TABLE highlight (
    id TEXT PRIMARY KEY,
    uid TEXT NOT NULL,                -- of the article
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    start INTEGER NOT NULL,           -- in normalised text
    end INTEGER NOT NULL,
    paragraph TEXT NOT NULL,          -- JSON
    length INTEGER NOT NULL,          -- of the whole normalised text
    near INTEGER NOT NULL,            -- characters on both sides that make it the only one
    nth INTEGER NOT NULL,             -- of the passages that are the same with their contexts, …
    same INTEGER NOT NULL,            -- … how many there were
    colour TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '[]',  -- JSON
    created_at TEXT NOT NULL,
    orphaned INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE INDEX highlight_uid ON highlight (uid);

CREATE TABLE reading_day (            -- seconds read by day and machine
    uid TEXT NOT NULL,
    day TEXT NOT NULL,
    machine TEXT NOT NULL,
    seconds INTEGER NOT NULL,
    PRIMARY KEY (uid, day, machine)
) WITHOUT ROWID;

CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

INSERT INTO register
    SELECT 'a:' || uid, 'state', '"' || state || '"', replace(changed_at, 'Z', '.000Z-0000-00000000')
    FROM article WHERE state <> 'new' AND length(changed_at) = 20;
INSERT INTO register
    SELECT 'a:' || uid, 'starred', 'true', replace(changed_at, 'Z', '.000Z-0000-00000000')
    FROM article WHERE starred = 1 AND length(changed_at) = 20;
INSERT INTO register
    SELECT 'a:' || uid, 'progress', CAST(progress AS TEXT), replace(changed_at, 'Z', '.000Z-0000-00000000')
    FROM article WHERE progress > 0 AND length(changed_at) = 20;
INSERT INTO register
    SELECT 'a:' || uid, 'opened_at', '"' || opened_at || '"', replace(changed_at, 'Z', '.000Z-0000-00000000')
    FROM article WHERE opened_at IS NOT NULL AND length(changed_at) = 20;
INSERT INTO register
    SELECT 'a:' || uid, 'finished_at', '"' || finished_at || '"', replace(changed_at, 'Z', '.000Z-0000-00000000')
    FROM article WHERE finished_at IS NOT NULL AND length(changed_at) = 20;
INSERT INTO register
    SELECT 'a:' || a.uid, 'tag:' || t.tag, 'true', replace(a.changed_at, 'Z', '.000Z-0000-00000000')
    FROM article_tag t JOIN article a ON a.id = t.article_id WHERE length(a.changed_at) = 20;
