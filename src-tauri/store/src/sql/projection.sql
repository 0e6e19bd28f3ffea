-- A picture of the truth: dropped and rebuilt when its version differs. `n` is event.n, `c` chain.c;
-- `replaces` is ids, one after the other; `step` is null of an event that is a step by itself, or
-- begins one; `draft` is the text that something is about where its entity's name is not enough to
-- find it by.
CREATE TABLE chain(c INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, replica BLOB NOT NULL) STRICT;
CREATE TABLE step(n INTEGER PRIMARY KEY, step BLOB, c INTEGER NOT NULL, seq INTEGER NOT NULL, label TEXT NOT NULL, kind INTEGER NOT NULL, active INTEGER NOT NULL) STRICT;
CREATE INDEX step_chain ON step(c, seq);
CREATE INDEX step_step ON step(step) WHERE step IS NOT NULL;
CREATE TABLE assigned(entity TEXT NOT NULL, field TEXT NOT NULL, n INTEGER NOT NULL, c INTEGER NOT NULL, replaces BLOB NOT NULL, PRIMARY KEY(entity, field, n)) STRICT, WITHOUT ROWID;
CREATE TABLE undone(target BLOB NOT NULL, n INTEGER NOT NULL, PRIMARY KEY(target, n)) STRICT, WITHOUT ROWID;
CREATE TABLE current(entity TEXT NOT NULL, field TEXT NOT NULL, n INTEGER NOT NULL, author BLOB NOT NULL, draft BLOB, value TEXT NOT NULL, PRIMARY KEY(entity, field, n)) STRICT, WITHOUT ROWID;
CREATE INDEX current_draft ON current(draft) WHERE draft IS NOT NULL;
CREATE TABLE worked(draft BLOB PRIMARY KEY, n INTEGER NOT NULL, at_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- What the language rules pointed out, and which rules of what: made anew where that differs.
CREATE TABLE annotation(draft BLOB PRIMARY KEY, made_by TEXT NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
