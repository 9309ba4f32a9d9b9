-- Articles with what is known about them; `day` is the ordinal of the day of publication (1 = 1 January of year 1), 0 without one.
CREATE TABLE articles (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source TEXT,
    title TEXT,
    published TEXT,
    published_from TEXT,
    url TEXT,
    path TEXT,
    day INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    reader TEXT NOT NULL,     -- the pipeline that found the claims
    claims INTEGER NOT NULL,  -- how many there are
    warnings TEXT NOT NULL,   -- JSON list of strings
    furniture TEXT NOT NULL,  -- JSON list of [start, end)
    text TEXT NOT NULL
);

-- Versions of articles that newer ones have replaced.
CREATE TABLE revisions (
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    title TEXT,
    published TEXT,
    text TEXT NOT NULL,
    PRIMARY KEY (article, revision)
) WITHOUT ROWID;

-- Claims in order of appearance; offsets are code points of articles.text, the words of a span are not stored twice.
CREATE TABLE claims (
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_stop INTEGER NOT NULL,
    furniture INTEGER NOT NULL,
    form TEXT,
    figure TEXT,              -- kind of the figure, null for other claims
    low REAL,
    high REAL,
    approx INTEGER,
    unit TEXT,
    counted TEXT,
    timex TEXT,
    stance TEXT,              -- null without an attribution
    source TEXT,
    mention_start INTEGER,
    mention_stop INTEGER,
    cue_start INTEGER,
    cue_stop INTEGER,
    via TEXT,                 -- JSON list of strings
    evidence TEXT NOT NULL,   -- JSON object
    PRIMARY KEY (article, place)
) WITHOUT ROWID;

-- Sentences with claims, for the full-text index, which holds no text of its own; `key` is the day, then 32 bits of a number.
CREATE TABLE sentences (
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL
);
CREATE INDEX sentences_article ON sentences (article);
CREATE VIRTUAL TABLE words USING fts5 (text, speakers, kinds, outlet, content = '', tokenize = 'unicode61 remove_diacritics 2');

-- What an article is about: counts of stems and names as JSON, and the sketch of its shingles as 64-bit integers.
CREATE TABLE topics (
    article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
    topic TEXT NOT NULL,
    sketch BLOB NOT NULL
);

-- Block keys: telling stems by day. No foreign keys here and below: checking them would cost an index as large again.
CREATE TABLE blocks (
    stem TEXT NOT NULL,
    day INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (stem, day, article)
) WITHOUT ROWID;
CREATE TABLE marks (
    mark INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (mark, article)
) WITHOUT ROWID;

-- Articles that are one text, each pair in both directions; an origin is a group connected by them.
CREATE TABLE copies (
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    PRIMARY KEY (article, other)
) WITHOUT ROWID;
CREATE INDEX copies_other ON copies (other);
