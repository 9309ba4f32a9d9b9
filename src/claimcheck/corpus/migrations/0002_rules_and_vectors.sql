-- Which rules made the index of an article (checking.rules), '' when that is not known.
ALTER TABLE topics ADD COLUMN rules TEXT NOT NULL DEFAULT '';
CREATE INDEX topics_rules ON topics (rules);

-- Sentences as vectors, for the search by meaning; AUTOINCREMENT: a key is never given twice, so that an index beside
-- this file can hold on to it.
CREATE TABLE vectors (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    sentence INTEGER NOT NULL UNIQUE REFERENCES sentences (key) ON DELETE CASCADE,
    vector BLOB NOT NULL      -- a signed byte a dimension, in the direction of the vector
);
