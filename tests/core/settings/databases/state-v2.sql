-- Reading state, version 2, as it was released.

BEGIN TRANSACTION;
CREATE TABLE alias (                  -- articles that turned out to be one
    uid TEXT PRIMARY KEY,
    canonical TEXT NOT NULL
) WITHOUT ROWID;
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
, uid TEXT, text_hash TEXT, file_mark TEXT, source_url TEXT, title TEXT, date TEXT, position TEXT, seconds_read INTEGER NOT NULL DEFAULT 0, overrides TEXT);
INSERT INTO "article" VALUES(1,X'2F61727469636C65732F66696E69736865642E6D64','c0ffee','finished',1,1.0,'2026-10-01T08:00:00Z','2026-10-01T09:00:00Z','2026-10-01T09:00:00Z','71fdfd858ba029df2ad122ce2f1fc414',NULL,NULL,NULL,NULL,NULL,NULL,0,NULL);
INSERT INTO "article" VALUES(2,X'2F61727469636C65732F737461727465642E6D64',NULL,'reading',0,0.4,'2026-10-02T08:00:00Z',NULL,'2026-10-02T08:00:00Z','45c4837b656d35f5e97700e82611d73a',NULL,NULL,NULL,NULL,NULL,NULL,0,NULL);
CREATE TABLE article_tag (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (article_id, tag)
) WITHOUT ROWID;
INSERT INTO "article_tag" VALUES(1,'linux');
INSERT INTO "article_tag" VALUES(1,'内核');
CREATE TABLE folder (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path BLOB NOT NULL UNIQUE,
    dialect TEXT NOT NULL DEFAULT 'auto',
    category_rule TEXT NOT NULL DEFAULT 'auto'
);
INSERT INTO "folder" VALUES(1,X'2F61727469636C6573','auto','auto');
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
INSERT INTO "highlight" VALUES('29a0e26b71f56cfcf34de934993d8eaf','71fdfd858ba029df2ad122ce2f1fc414','内核','','是操作系统的核心，负责管理进程。',0,2,'[]',18,0,0,1,'yellow','一条笔记','[]','2026-11-01T08:00:00Z',0);
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO "meta" VALUES('machine','1f2e3d4c');
CREATE TABLE reading_day (            -- seconds read by day and machine
    uid TEXT NOT NULL,
    day TEXT NOT NULL,
    machine TEXT NOT NULL,
    seconds INTEGER NOT NULL,
    PRIMARY KEY (uid, day, machine)
) WITHOUT ROWID;
CREATE TABLE register (
    entity TEXT NOT NULL,             -- a:<uid> article, h:<id> highlight, m:<machine>
    field TEXT NOT NULL,
    value TEXT NOT NULL,              -- JSON
    clock TEXT NOT NULL,
    PRIMARY KEY (entity, field)
) WITHOUT ROWID;
INSERT INTO "register" VALUES('a:45c4837b656d35f5e97700e82611d73a','opened_at','"2026-10-02T08:00:00Z"','2026-10-02T08:00:00.000Z-0000-00000000');
INSERT INTO "register" VALUES('a:45c4837b656d35f5e97700e82611d73a','progress','0.4','2026-10-02T08:00:00.000Z-0000-00000000');
INSERT INTO "register" VALUES('a:45c4837b656d35f5e97700e82611d73a','state','"reading"','2026-10-02T08:00:00.000Z-0000-00000000');
INSERT INTO "register" VALUES('a:71fdfd858ba029df2ad122ce2f1fc414','finished_at','"2026-10-01T09:00:00Z"','2026-10-01T09:00:00.000Z-0000-00000000');
INSERT INTO "register" VALUES('a:71fdfd858ba029df2ad122ce2f1fc414','opened_at','"2026-10-01T08:00:00Z"','2026-10-01T09:00:00.000Z-0000-00000000');
INSERT INTO "register" VALUES('a:71fdfd858ba029df2ad122ce2f1fc414','progress','1.0','2026-10-01T09:00:00.000Z-0000-00000000');
INSERT INTO "register" VALUES('a:71fdfd858ba029df2ad122ce2f1fc414','starred','true','2026-10-01T09:00:00.000Z-0000-00000000');
INSERT INTO "register" VALUES('a:71fdfd858ba029df2ad122ce2f1fc414','state','"finished"','2026-10-01T09:00:00.000Z-0000-00000000');
INSERT INTO "register" VALUES('a:71fdfd858ba029df2ad122ce2f1fc414','tag:linux','true','2026-10-01T09:00:00.000Z-0000-00000000');
INSERT INTO "register" VALUES('a:71fdfd858ba029df2ad122ce2f1fc414','tag:内核','true','2026-10-01T09:00:00.000Z-0000-00000000');
INSERT INTO "register" VALUES('h:29a0e26b71f56cfcf34de934993d8eaf','colour','"yellow"','2026-11-01T08:00:00.000Z-0002-1f2e3d4c');
INSERT INTO "register" VALUES('h:29a0e26b71f56cfcf34de934993d8eaf','created_at','"2026-11-01T08:00:00Z"','2026-11-01T08:00:00.000Z-0001-1f2e3d4c');
INSERT INTO "register" VALUES('h:29a0e26b71f56cfcf34de934993d8eaf','note','"\u4e00\u6761\u7b14\u8bb0"','2026-11-01T08:00:00.000Z-0003-1f2e3d4c');
INSERT INTO "register" VALUES('h:29a0e26b71f56cfcf34de934993d8eaf','tags','[]','2026-11-01T08:00:00.000Z-0004-1f2e3d4c');
INSERT INTO "register" VALUES('h:29a0e26b71f56cfcf34de934993d8eaf','target','{"article":"71fdfd858ba029df2ad122ce2f1fc414","end":2,"exact":"\u5185\u6838","length":18,"near":0,"nth":0,"path":[],"prefix":"","same":1,"start":0,"suffix":"\u662f\u64cd\u4f5c\u7cfb\u7edf\u7684\u6838\u5fc3\uff0c\u8d1f\u8d23\u7ba1\u7406\u8fdb\u7a0b\u3002"}','2026-11-01T08:00:00.000Z-0000-1f2e3d4c');
INSERT INTO "register" VALUES('m:1f2e3d4c','folder:/articles','{"category_rule":"auto","dialect":"auto"}','2026-11-01T08:00:00.000Z-0005-1f2e3d4c');
CREATE INDEX article_content_hash ON article (content_hash) WHERE content_hash IS NOT NULL;
CREATE VIEW reading AS SELECT path, content_hash, state, starred, progress, opened_at FROM article;
CREATE VIEW reading_tag AS SELECT a.path, t.tag FROM article_tag t JOIN article a ON a.id = t.article_id;
CREATE INDEX article_uid ON article (uid);
CREATE INDEX article_text_hash ON article (text_hash) WHERE text_hash IS NOT NULL;
CREATE INDEX article_file_mark ON article (file_mark) WHERE file_mark IS NOT NULL;
CREATE INDEX article_source_url ON article (source_url) WHERE source_url IS NOT NULL;
CREATE INDEX article_title ON article (title, date) WHERE title IS NOT NULL;
CREATE INDEX register_clock ON register (clock);
CREATE INDEX alias_canonical ON alias (canonical);
CREATE INDEX highlight_uid ON highlight (uid);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('folder',2);
COMMIT;
PRAGMA user_version = 2;
