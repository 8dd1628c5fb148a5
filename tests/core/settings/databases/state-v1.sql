-- Reading state, version 1. Paths are the bytes the file system uses, absolute.

CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    path BLOB UNIQUE,                 -- NULL: another article took its place; content_hash still knows it
    content_hash TEXT,
    state TEXT NOT NULL DEFAULT 'new'
        CHECK (state IN ('new', 'unread', 'reading', 'finished', 'archived')),
    starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
    progress REAL NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
    opened_at TEXT,                   -- UTC, 2026-11-22T18:30:00Z
    finished_at TEXT,
    changed_at TEXT NOT NULL
);

CREATE INDEX article_content_hash ON article (content_hash) WHERE content_hash IS NOT NULL;

CREATE TABLE article_tag (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (article_id, tag)
) WITHOUT ROWID;

CREATE TABLE folder (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path BLOB NOT NULL UNIQUE,
    dialect TEXT NOT NULL DEFAULT 'auto',
    category_rule TEXT NOT NULL DEFAULT 'auto'
);

-- What the library joins its catalogue with.
CREATE VIEW reading AS SELECT path, content_hash, state, starred, progress, opened_at FROM article;
CREATE VIEW reading_tag AS SELECT a.path, t.tag FROM article_tag t JOIN article a ON a.id = t.article_id;

PRAGMA user_version = 1;
INSERT INTO article (path, content_hash, state, starred, progress, opened_at, finished_at, changed_at) VALUES
    (CAST('/articles/finished.md' AS BLOB), 'c0ffee', 'finished', 1, 1.0, '2026-10-01T08:00:00Z', '2026-10-01T09:00:00Z', '2026-10-01T09:00:00Z'),
    (CAST('/articles/started.md' AS BLOB), NULL, 'reading', 0, 0.4, '2026-10-02T08:00:00Z', NULL, '2026-10-02T08:00:00Z');
INSERT INTO article_tag SELECT id, 'linux' FROM article WHERE starred;
INSERT INTO article_tag SELECT id, '内核' FROM article WHERE starred;
INSERT INTO folder (path) VALUES (CAST('/articles' AS BLOB));
