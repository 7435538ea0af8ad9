-- What each story is about, as its most telling words (Claims.Core.Grouping.Story): read with its claims by every worker.
CREATE TABLE IF NOT EXISTS document_story (
    document_id TEXT NOT NULL PRIMARY KEY REFERENCES document (id),
    story       TEXT NOT NULL
) WITHOUT ROWID;

-- The encoder's vector of a claim, one signed byte a number. The model says when it has to be made again.
CREATE TABLE IF NOT EXISTS claim_vector (
    claim_id TEXT NOT NULL PRIMARY KEY REFERENCES claim (id),
    model    TEXT NOT NULL,
    vector   BLOB NOT NULL
);
