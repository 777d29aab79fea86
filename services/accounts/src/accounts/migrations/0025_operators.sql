-- Who works online for an employer, and with which rights, as the gateway says; and who had which phone, for R-INF-2.

CREATE TABLE unit_operator (
    id               uuid        PRIMARY KEY,
    employer_number  text        NOT NULL,
    name_sealed      text        NOT NULL,
    id_number_sealed text        NOT NULL,
    id_number_hash   text        NOT NULL,
    phone_sealed     text        NOT NULL,
    phone_hash       text        NOT NULL,
    rights           text[]      NOT NULL CONSTRAINT rights_are_known CHECK (
        cardinality(rights) > 0 AND rights <@ ARRAY['draft', 'confirm', 'pay', 'look']),
    active           boolean     NOT NULL,
    appointed_at     timestamptz NOT NULL,
    changed_at       timestamptz NOT NULL
);
COMMENT ON TABLE unit_operator IS 'Unit operators (单位经办人); an event may come before that of their employer, so nothing is referred to';
CREATE INDEX unit_operator_of_employer ON unit_operator (employer_number);
CREATE INDEX unit_operator_of_phone ON unit_operator (phone_hash);
CREATE INDEX person_of_phone ON person (phone_hash);
REVOKE DELETE, TRUNCATE ON unit_operator FROM accounts;
