-- Names of all stories and which of them may be one. What two names are to each other follows from the two and from what
-- stories declare of them; only decisions are kept for ever.

-- A name; its key is its letters without case, accents, apostrophes and points.
CREATE TABLE IF NOT EXISTS name (
    key     TEXT NOT NULL PRIMARY KEY,
    -- The smallest of its writings (ordinal), which does not depend on which came first.
    text    TEXT NOT NULL,
    -- Grows when something that its pairs rest on changes.
    changes INTEGER NOT NULL DEFAULT 0,
    -- Version of the rules that its pairs were last worked out by; null when they are to be worked out.
    linked  TEXT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS name_unlinked ON name (key) WHERE linked IS NULL;

CREATE TABLE IF NOT EXISTS name_mention (
    name_key    TEXT NOT NULL REFERENCES name (key) ON DELETE CASCADE,
    document_id TEXT NOT NULL REFERENCES document (id),
    mentions    INTEGER NOT NULL,
    PRIMARY KEY (name_key, document_id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS name_mention_document ON name_mention (document_id);

-- Short forms that a story explains itself: "the Harbour Workers Union (HWU)".
CREATE TABLE IF NOT EXISTS name_declaration (
    short_key   TEXT NOT NULL,
    long_key    TEXT NOT NULL,
    document_id TEXT NOT NULL REFERENCES document (id),
    short_text  TEXT NOT NULL,
    long_text   TEXT NOT NULL,
    PRIMARY KEY (short_key, long_key, document_id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS name_declaration_long ON name_declaration (long_key);
CREATE INDEX IF NOT EXISTS name_declaration_document ON name_declaration (document_id);

-- The candidate index: what a name is looked up by.
CREATE TABLE IF NOT EXISTS name_lookup (
    lookup   TEXT NOT NULL,
    name_key TEXT NOT NULL REFERENCES name (key) ON DELETE CASCADE,
    PRIMARY KEY (lookup, name_key)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS name_lookup_name ON name_lookup (name_key);

-- Keys that too many names came to share; they find nothing any more, so that what is found does not depend on who came first.
CREATE TABLE IF NOT EXISTS name_lookup_full (
    lookup TEXT NOT NULL PRIMARY KEY
) WITHOUT ROWID;

-- Pairs that are worth showing; name_a is the smaller key.
CREATE TABLE IF NOT EXISTS name_pair (
    name_a   TEXT NOT NULL REFERENCES name (key) ON DELETE CASCADE,
    name_b   TEXT NOT NULL REFERENCES name (key) ON DELETE CASCADE,
    score    REAL NOT NULL,
    evidence TEXT NOT NULL,
    PRIMARY KEY (name_a, name_b),
    CHECK (name_a < name_b)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS name_pair_b ON name_pair (name_b);
CREATE INDEX IF NOT EXISTS name_pair_score ON name_pair (score DESC, name_a, name_b);

-- What people decided, in order; the last one about a pair holds. It has no reference to the names, since it holds for them
-- whether or not a story uses them now.
CREATE TABLE IF NOT EXISTS name_decision (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    name_a   TEXT NOT NULL,
    name_b   TEXT NOT NULL,
    text_a   TEXT NOT NULL,
    text_b   TEXT NOT NULL,
    is_same  INTEGER NOT NULL,
    reviewer TEXT NOT NULL,
    note     TEXT NULL,
    at       TEXT NOT NULL,
    CHECK (name_a < name_b)
);
CREATE INDEX IF NOT EXISTS name_decision_pair ON name_decision (name_a, name_b, sequence);
CREATE TRIGGER IF NOT EXISTS name_decision_no_update BEFORE UPDATE ON name_decision
BEGIN
    SELECT RAISE(ABORT, 'decisions about names are append-only');
END;
CREATE TRIGGER IF NOT EXISTS name_decision_no_delete BEFORE DELETE ON name_decision
BEGIN
    SELECT RAISE(ABORT, 'decisions about names are append-only');
END;

-- Grows when what comparison may rest on changes, so that workers know when to read it again.
CREATE TABLE IF NOT EXISTS name_revision (
    id       INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    revision INTEGER NOT NULL
);
INSERT OR IGNORE INTO name_revision (id, revision) VALUES (1, 0);
-- What is known now: the pairs with the last decision about each, and decisions about pairs that no rule found.
CREATE VIEW IF NOT EXISTS name_known AS
SELECT p.name_a, p.name_b, p.score, p.evidence, d.is_same, d.reviewer, d.at, a.text AS text_a, b.text AS text_b
FROM name_pair p
JOIN name a ON a.key = p.name_a
JOIN name b ON b.key = p.name_b
LEFT JOIN name_decision d ON d.sequence = (SELECT MAX(e.sequence) FROM name_decision e WHERE e.name_a = p.name_a AND e.name_b = p.name_b)
UNION ALL
SELECT d.name_a, d.name_b, 0, '[]', d.is_same, d.reviewer, d.at, d.text_a, d.text_b
FROM name_decision d
WHERE d.sequence = (SELECT MAX(e.sequence) FROM name_decision e WHERE e.name_a = d.name_a AND e.name_b = d.name_b)
  AND NOT EXISTS (SELECT 1 FROM name_pair p WHERE p.name_a = d.name_a AND p.name_b = d.name_b);
