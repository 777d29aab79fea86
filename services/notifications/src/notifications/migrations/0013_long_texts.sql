-- Parts of long texts that citizens sent: kept until all have come, and a while longer, so that a part that comes again is known.
CREATE TABLE mo_part (
    part_id       uuid        PRIMARY KEY,
    phone_sealed  text        NOT NULL,
    phone_hash    text        NOT NULL,
    reference     text        NOT NULL,
    total         smallint    NOT NULL,
    number        smallint    NOT NULL,
    alphabet      smallint    NOT NULL,
    octets_sealed text        NOT NULL,
    octets_hash   text        NOT NULL,
    received_at   timestamptz NOT NULL,
    text_id       uuid,
    CONSTRAINT a_part_is_one_of_several CHECK (total BETWEEN 2 AND 255 AND number BETWEEN 1 AND total)
);
COMMENT ON TABLE mo_part IS 'Parts of long texts that citizens sent; those of a whole text go after a while';
COMMENT ON COLUMN mo_part.reference IS 'The form of the reference and its value: what the parts of one text have in common';
COMMENT ON COLUMN mo_part.text_id IS 'The text that it has become; null while it waits for others';
CREATE INDEX mo_part_of_phone ON mo_part (phone_hash);
CREATE INDEX mo_part_waiting ON mo_part (received_at) WHERE text_id IS NULL;
CREATE INDEX mo_part_done ON mo_part (received_at) WHERE text_id IS NOT NULL;
CREATE UNIQUE INDEX a_part_waits_once ON mo_part (phone_hash, reference, total, number) WHERE text_id IS NULL;
