-- The SMSC's own book: what it accepted, what phones hold, what 12329 still has to be told.
CREATE TABLE IF NOT EXISTS submission (
    message_id      INTEGER PRIMARY KEY AUTOINCREMENT,
    system_id       TEXT NOT NULL,
    source          TEXT NOT NULL,
    phone           TEXT NOT NULL,
    data_coding     INTEGER NOT NULL,
    esm_class       INTEGER NOT NULL,
    priority        INTEGER NOT NULL,
    validity_period TEXT NOT NULL,
    payload         BLOB NOT NULL,
    reference       INTEGER NOT NULL,
    total           INTEGER NOT NULL,
    number          INTEGER NOT NULL,
    characters      BLOB NOT NULL,
    receipt_wanted  INTEGER NOT NULL,
    user_reference  BLOB NOT NULL DEFAULT x'',
    fate            TEXT NOT NULL,
    state           TEXT NOT NULL DEFAULT 'ENROUTE',
    accepted_at     REAL NOT NULL,
    due_at          REAL NOT NULL,
    final_at        REAL,
    carrier         TEXT NOT NULL DEFAULT 'smpp'
);
CREATE INDEX IF NOT EXISTS submission_enroute ON submission (due_at) WHERE state = 'ENROUTE';

CREATE TABLE IF NOT EXISTS text (
    text_id     INTEGER PRIMARY KEY AUTOINCREMENT,
    phone       TEXT NOT NULL,
    peer        TEXT NOT NULL,
    sent        INTEGER NOT NULL,   -- 1: the phone sent it, 0: the phone received it
    reference   INTEGER NOT NULL,
    total       INTEGER NOT NULL,
    data_coding INTEGER NOT NULL,
    at          REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS text_of_phone ON text (phone, peer, reference, total);

CREATE TABLE IF NOT EXISTS text_part (
    text_id    INTEGER NOT NULL REFERENCES text,
    number     INTEGER NOT NULL,
    characters BLOB NOT NULL,
    PRIMARY KEY (text_id, number)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS delivery (
    delivery_id   INTEGER PRIMARY KEY AUTOINCREMENT,
    source        TEXT NOT NULL,
    destination   TEXT NOT NULL,
    esm_class     INTEGER NOT NULL,
    data_coding   INTEGER NOT NULL,
    payload       BLOB NOT NULL,
    receipted_id  TEXT,
    message_state INTEGER,
    user_reference BLOB NOT NULL DEFAULT x'',
    acknowledged  INTEGER NOT NULL DEFAULT 0,
    carrier       TEXT NOT NULL DEFAULT 'smpp',
    parameters    TEXT NOT NULL DEFAULT '{}'   -- of a citizen's text: tag, octets in base 16
);
CREATE INDEX IF NOT EXISTS delivery_due ON delivery (delivery_id) WHERE acknowledged = 0;
