-- Claims whose links changed since their groups were last worked out. Working out a big story once when the comparisons
-- that are due are done costs what doing it after each article would cost many times over.
CREATE TABLE IF NOT EXISTS group_stale (
    claim_id TEXT NOT NULL PRIMARY KEY REFERENCES claim (id)
) WITHOUT ROWID;
