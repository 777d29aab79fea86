-- What the bank told of its account and nobody can believe as it stands: kept word for word until people have looked.
-- The entries beside it are taken as ever.
CREATE TABLE odd_entry (
    id                bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number            bigint,     -- Of the bank, where it can be read.
    flaw              text        NOT NULL,
    content_sealed    text        NOT NULL,
    content_hash      text        NOT NULL CONSTRAINT told_once UNIQUE,
    noted_at          timestamptz NOT NULL,
    explanation       text,
    explained_by      uuid,
    explained_by_name text,
    explained_at      timestamptz,
    CONSTRAINT explained_by_somebody
        CHECK (num_nulls(explanation, explained_by, explained_by_name, explained_at) IN (0, 4))
);
CREATE INDEX odd_entry_open ON odd_entry (id) WHERE explained_at IS NULL;
