-- The first schema. Times are UTC text of fixed width (2024-05-01T12:00:00.0000000Z), so text order is time order.
-- Keys are made by the program from content; see Claims.Core.Identity.ContentId.
-- A column "details" holds as JSON what is read back whole and never queried.

-- Who published.
CREATE TABLE IF NOT EXISTS source (
    id     TEXT NOT NULL PRIMARY KEY,
    name   TEXT NOT NULL,
    kind   TEXT NOT NULL,
    domain TEXT NULL
) WITHOUT ROWID;

-- One captured revision of a published page. The text never changes: every span points into it.
CREATE TABLE IF NOT EXISTS article (
    id           TEXT NOT NULL PRIMARY KEY,
    url          TEXT NOT NULL,
    revision     INTEGER NOT NULL,
    source_id    TEXT NOT NULL REFERENCES source (id),
    title        TEXT NULL,
    published    TEXT NULL,
    fetched      TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    text         TEXT NOT NULL,
    details      TEXT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS article_url_revision ON article (url, revision);
CREATE INDEX IF NOT EXISTS article_fetched ON article (fetched, id);
CREATE INDEX IF NOT EXISTS article_source ON article (source_id);

-- One story inside an article. source_id and published are the story's own, null where the page names none.
CREATE TABLE IF NOT EXISTS document (
    id          TEXT NOT NULL PRIMARY KEY,
    article_id  TEXT NOT NULL REFERENCES article (id),
    ordinal     INTEGER NOT NULL,
    span_start  INTEGER NOT NULL,
    span_length INTEGER NOT NULL,
    source_id   TEXT NULL REFERENCES source (id),
    title       TEXT NULL,
    published   TEXT NULL,
    details     TEXT NOT NULL,
    -- 1 when the newest extraction no longer finds it; kept for claims and decisions that point to it.
    is_retired  INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS document_article ON document (article_id, ordinal);
CREATE INDEX IF NOT EXISTS document_source ON document (source_id);

-- One assertion of a story.
CREATE TABLE IF NOT EXISTS claim (
    id               TEXT NOT NULL PRIMARY KEY,
    document_id      TEXT NOT NULL REFERENCES document (id),
    article_id       TEXT NOT NULL REFERENCES article (id),
    ordinal          INTEGER NOT NULL,
    span_start       INTEGER NOT NULL,
    span_length      INTEGER NOT NULL,
    quote            TEXT NOT NULL,
    text             TEXT NOT NULL,
    modality         TEXT NOT NULL,
    is_affirmative   INTEGER NOT NULL,
    subject          TEXT NULL,
    predicate        TEXT NULL,
    speaker          TEXT NULL,
    check_worthiness REAL NOT NULL,
    confidence       REAL NOT NULL,
    details          TEXT NOT NULL,
    version          TEXT NOT NULL,
    is_retired       INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS claim_article ON claim (article_id, span_start, ordinal);
CREATE INDEX IF NOT EXISTS claim_document ON claim (document_id);

-- The candidate index: what a claim can be looked up by. Retired claims are not in it.
CREATE TABLE IF NOT EXISTS claim_key (
    key      TEXT NOT NULL,
    claim_id TEXT NOT NULL REFERENCES claim (id),
    weight   REAL NOT NULL,
    PRIMARY KEY (key, claim_id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS claim_key_claim ON claim_key (claim_id);

-- Pairs of claims that are about the same thing; claim_a is the smaller key.
CREATE TABLE IF NOT EXISTS claim_link (
    claim_a TEXT NOT NULL REFERENCES claim (id),
    claim_b TEXT NOT NULL REFERENCES claim (id),
    score   REAL NOT NULL,
    version TEXT NOT NULL,
    PRIMARY KEY (claim_a, claim_b),
    CHECK (claim_a < claim_b)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS claim_link_b ON claim_link (claim_b);

-- Groups of claims about the same thing. A claim without a link is in no group.
CREATE TABLE IF NOT EXISTS group_member (
    claim_id TEXT NOT NULL PRIMARY KEY REFERENCES claim (id),
    group_id TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS group_member_group ON group_member (group_id, claim_id);

-- One relation between two claims, conflict or not; claim_a is the smaller key.
CREATE TABLE IF NOT EXISTS comparison (
    id         TEXT NOT NULL PRIMARY KEY,
    claim_a    TEXT NOT NULL REFERENCES claim (id),
    claim_b    TEXT NOT NULL REFERENCES claim (id),
    relation   TEXT NOT NULL,
    kind       TEXT NOT NULL,
    axis       TEXT NULL,
    severity   REAL NOT NULL,
    confidence REAL NOT NULL,
    reasons    TEXT NOT NULL,
    version    TEXT NOT NULL,
    -- 0 when the newest run no longer finds it; kept where a conflict, open once, points to it.
    is_current INTEGER NOT NULL DEFAULT 1,
    CHECK (claim_a < claim_b)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS comparison_a ON comparison (claim_a);
CREATE INDEX IF NOT EXISTS comparison_b ON comparison (claim_b);

-- The queue: comparisons that a person should see. status and decision say what the history of verdicts adds up to.
CREATE TABLE IF NOT EXISTS conflict (
    id            TEXT NOT NULL PRIMARY KEY REFERENCES comparison (id),
    status        TEXT NOT NULL,
    decision      TEXT NULL,
    -- Grows with each verdict.
    version       INTEGER NOT NULL DEFAULT 0,
    -- severity x confidence: the order of the queue.
    priority      REAL NOT NULL,
    -- The conflict over the same words whose decision holds here too, or null.
    inherits_from TEXT NULL REFERENCES conflict (id),
    -- The decided conflict over the same words that had other values, or null.
    reopens       TEXT NULL REFERENCES conflict (id),
    -- Quotes, titles and sources of both sides in lower case, for the search box.
    search_text   TEXT NOT NULL,
    found         TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS conflict_queue ON conflict (status, priority DESC, id);
CREATE INDEX IF NOT EXISTS conflict_inherits ON conflict (inherits_from) WHERE inherits_from IS NOT NULL;

-- What people decided, in order. Rows are only ever added; the triggers hold that.
CREATE TABLE IF NOT EXISTS verdict (
    sequence    INTEGER PRIMARY KEY AUTOINCREMENT,
    id          TEXT NOT NULL UNIQUE,
    conflict_id TEXT NOT NULL REFERENCES conflict (id),
    decision    TEXT NULL,
    undoes      TEXT NULL REFERENCES verdict (id),
    reviewer    TEXT NOT NULL,
    note        TEXT NULL,
    at          TEXT NOT NULL,
    CHECK ((decision IS NULL) <> (undoes IS NULL))
);
CREATE INDEX IF NOT EXISTS verdict_conflict ON verdict (conflict_id, sequence);
CREATE INDEX IF NOT EXISTS verdict_reviewer ON verdict (reviewer, sequence);
CREATE UNIQUE INDEX IF NOT EXISTS verdict_undoes ON verdict (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER IF NOT EXISTS verdict_no_update BEFORE UPDATE ON verdict
BEGIN
    SELECT RAISE(ABORT, 'verdicts are append-only');
END;
CREATE TRIGGER IF NOT EXISTS verdict_no_delete BEFORE DELETE ON verdict
BEGIN
    SELECT RAISE(ABORT, 'verdicts are append-only');
END;

-- What is to be done. A row is written with what makes the work and goes away with what ends it.
CREATE TABLE IF NOT EXISTS work (
    subject      TEXT NOT NULL PRIMARY KEY,
    stage        TEXT NOT NULL,
    due          TEXT NOT NULL,
    -- Tries that failed, and leases that ran out because their holder died.
    failures     INTEGER NOT NULL DEFAULT 0,
    losses       INTEGER NOT NULL DEFAULT 0,
    lease_token  TEXT NULL,
    lease_worker TEXT NULL,
    lease_until  TEXT NULL,
    set_aside    TEXT NULL,
    error        TEXT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS work_due ON work (stage, due, subject) WHERE set_aside IS NULL;

-- Executions of the pipeline.
CREATE TABLE IF NOT EXISTS run (
    id            TEXT NOT NULL PRIMARY KEY,
    started_by    TEXT NOT NULL,
    versions      TEXT NOT NULL,
    started       TEXT NOT NULL,
    finished      TEXT NULL,
    articles      INTEGER NOT NULL DEFAULT 0,
    claims        INTEGER NOT NULL DEFAULT 0,
    comparisons   INTEGER NOT NULL DEFAULT 0,
    conflicts     INTEGER NOT NULL DEFAULT 0,
    gone          INTEGER NOT NULL DEFAULT 0,
    failures      INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

-- Feeds that are polled.
CREATE TABLE IF NOT EXISTS feed (
    id            TEXT NOT NULL PRIMARY KEY,
    url           TEXT NOT NULL UNIQUE,
    every_seconds INTEGER NOT NULL,
    next_poll     TEXT NOT NULL,
    etag          TEXT NULL,
    last_modified TEXT NULL,
    last_polled   TEXT NULL,
    last_error    TEXT NULL
) WITHOUT ROWID;
