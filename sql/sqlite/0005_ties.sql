-- What people said of groups: these claims belong together, those do not. One act ties any number of pairs; taking an act
-- back is one more act. Rows are only ever added; the triggers hold that.
CREATE TABLE IF NOT EXISTS tie_act (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id       TEXT NOT NULL UNIQUE,
    kind     TEXT NULL,
    undoes   TEXT NULL REFERENCES tie_act (id),
    reviewer TEXT NOT NULL,
    note     TEXT NULL,
    at       TEXT NOT NULL,
    CHECK ((kind IS NULL) <> (undoes IS NULL))
);
CREATE UNIQUE INDEX IF NOT EXISTS tie_act_undoes ON tie_act (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER IF NOT EXISTS tie_act_no_update BEFORE UPDATE ON tie_act
BEGIN
    SELECT RAISE(ABORT, 'ties are append-only');
END;
CREATE TRIGGER IF NOT EXISTS tie_act_no_delete BEFORE DELETE ON tie_act
BEGIN
    SELECT RAISE(ABORT, 'ties are append-only');
END;

-- The pairs of an act; claim_a is the smaller key.
CREATE TABLE IF NOT EXISTS claim_tie (
    act_id  TEXT NOT NULL REFERENCES tie_act (id),
    claim_a TEXT NOT NULL REFERENCES claim (id),
    claim_b TEXT NOT NULL REFERENCES claim (id),
    PRIMARY KEY (act_id, claim_a, claim_b),
    CHECK (claim_a < claim_b)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS claim_tie_a ON claim_tie (claim_a);
CREATE INDEX IF NOT EXISTS claim_tie_b ON claim_tie (claim_b);
CREATE TRIGGER IF NOT EXISTS claim_tie_no_update BEFORE UPDATE ON claim_tie
BEGIN
    SELECT RAISE(ABORT, 'ties are append-only');
END;
CREATE TRIGGER IF NOT EXISTS claim_tie_no_delete BEFORE DELETE ON claim_tie
BEGIN
    SELECT RAISE(ABORT, 'ties are append-only');
END;

-- What the acts add up to for the claims of the newest extraction: worked out, not told.
CREATE TABLE IF NOT EXISTS claim_tied (
    claim_a TEXT NOT NULL REFERENCES claim (id),
    claim_b TEXT NOT NULL REFERENCES claim (id),
    kind    TEXT NOT NULL,
    PRIMARY KEY (claim_a, claim_b),
    CHECK (claim_a < claim_b)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS claim_tied_b ON claim_tied (claim_b);
