-- Who is in the three registers, and permits and penalties about them: entered, published, corrected, ended.

CREATE EXTENSION pg_trgm;

DO $$
BEGIN
    IF cardinality(show_trgm('德州')) = 0 THEN
        RAISE EXCEPTION 'pg_trgm sees no letter in 德州: create this database with LC_CTYPE C.UTF-8 (TEMPLATE template0)';
    END IF;
END $$;

CREATE TABLE subject (
    subject_id   uuid        PRIMARY KEY,
    kind         text        NOT NULL CONSTRAINT kind_is_known CHECK (kind IN ('legal_person', 'organisation', 'natural_person')),
    code         text        CONSTRAINT code_has_its_form CHECK (code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    code_hash    text        CONSTRAINT code_hash_is_one CHECK (code_hash ~ '^[0-9a-f]{64}$'),
    name         text,
    name_hash    text        CONSTRAINT name_hash_is_one CHECK (name_hash ~ '^[0-9a-f]{64}$'),
    state        text        NOT NULL DEFAULT 'registered' CONSTRAINT state_is_known CHECK (state IN ('registered', 'merged')),
    merged_into  uuid        REFERENCES subject,
    registered_at timestamptz NOT NULL,
    source       text        NOT NULL,
    CONSTRAINT no_person_in_clear CHECK (
        (kind = 'natural_person') = (code_hash IS NOT NULL)
        AND (kind = 'natural_person') = (name_hash IS NOT NULL)
        AND (kind = 'natural_person') = (code IS NULL) AND (kind = 'natural_person') = (name IS NULL)),
    CONSTRAINT register_follows_from_code CHECK (kind = 'natural_person' OR (kind = 'legal_person') = (code LIKE '9%')),
    CONSTRAINT merged_into_another CHECK ((state = 'merged') = (merged_into IS NOT NULL) AND merged_into <> subject_id)
);
COMMENT ON COLUMN subject.code_hash IS 'keyed hash of a resident ID number; the number itself is nowhere';
CREATE UNIQUE INDEX subject_by_code ON subject (code);
CREATE UNIQUE INDEX subject_by_code_hash ON subject (code_hash);
CREATE INDEX subject_by_likeness ON subject USING gin (name gin_trgm_ops);
CREATE INDEX subject_by_name ON subject (name text_pattern_ops);

CREATE TABLE subject_history (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject_id  uuid        NOT NULL REFERENCES subject,
    changed_at  timestamptz NOT NULL,
    what        text        NOT NULL CONSTRAINT what_is_known CHECK (what IN ('registered', 'changed', 'merged')),
    code        text,
    name        text,
    proposal_id uuid,
    reason      text        NOT NULL
);
COMMENT ON TABLE subject_history IS 'code and name that a subject had from then on; of natural persons that it happened';
CREATE INDEX history_of_subject ON subject_history (subject_id, id);
CREATE INDEX former_code ON subject_history (code) WHERE code IS NOT NULL;

-- Services know a person by an id; here it leads to the keyed hash of the ID number, and nowhere else.
CREATE TABLE person_link (
    person_id uuid PRIMARY KEY,
    code_hash text NOT NULL CONSTRAINT code_hash_is_one CHECK (code_hash ~ '^[0-9a-f]{64}$')
);
CREATE INDEX person_by_code_hash ON person_link (code_hash);

CREATE TABLE period_policy (
    effective_from date    NOT NULL,
    gravity        text    NOT NULL CONSTRAINT gravity_is_known CHECK (gravity IN ('minor', 'general', 'serious')),
    published      boolean NOT NULL,
    least_months   integer NOT NULL,
    most_months    integer NOT NULL,
    source         text    NOT NULL,
    PRIMARY KEY (effective_from, gravity),
    CONSTRAINT least_before_most CHECK (0 <= least_months AND least_months <= most_months)
);

CREATE TABLE gravity_policy (
    effective_from date NOT NULL,
    penalty_type   text NOT NULL,
    gravity        text NOT NULL CONSTRAINT gravity_is_known CHECK (gravity IN ('minor', 'general', 'serious')),
    PRIMARY KEY (effective_from, penalty_type)
);

CREATE TABLE record (
    record_id      uuid        PRIMARY KEY,
    kind           text        NOT NULL CONSTRAINT kind_is_known CHECK (kind IN ('permit', 'penalty')),
    subject_id     uuid        NOT NULL REFERENCES subject,
    authority_code text        NOT NULL,
    authority_name text        NOT NULL,
    document_no    text        NOT NULL,
    decided_on     date        NOT NULL,
    penalty_types  text[]      NOT NULL DEFAULT '{}',
    gravity        text        CONSTRAINT gravity_is_known CHECK (gravity IN ('minor', 'general', 'serious')),
    content        jsonb,
    content_sealed text,
    state          text        NOT NULL CONSTRAINT state_is_known CHECK (state IN (
        'entered', 'published', 'ended', 'repaired', 'withdrawn')),
    version        integer     NOT NULL DEFAULT 1,
    due_on         date        NOT NULL,
    entered_by     uuid        NOT NULL,
    entered_at     timestamptz NOT NULL,
    published_at   timestamptz,
    public         boolean     NOT NULL DEFAULT true,
    repair_from    date,
    public_until   date,
    rule_set       date,
    ended_at       timestamptz,
    CONSTRAINT penalties_have_periods CHECK ((kind = 'penalty') = (gravity IS NOT NULL)
        AND (kind = 'penalty') = (repair_from IS NOT NULL) AND (kind = 'penalty') = (rule_set IS NOT NULL)
        AND (kind = 'permit' OR public_until IS NOT NULL)),
    CONSTRAINT content_is_once CHECK ((content IS NULL) <> (content_sealed IS NULL)),
    CONSTRAINT published_before_it_ends CHECK (state NOT IN ('published', 'ended', 'repaired') OR published_at IS NOT NULL),
    CONSTRAINT ended_when_over CHECK ((state IN ('ended', 'repaired', 'withdrawn')) = (ended_at IS NOT NULL))
);
COMMENT ON COLUMN record.content_sealed IS 'of a natural person: the row, JSON';
COMMENT ON COLUMN record.public IS 'whether the rule sets let it be published at all (R-CRD-16)';
CREATE UNIQUE INDEX one_record_a_document ON record (authority_code, document_no, kind) WHERE state <> 'withdrawn';
CREATE INDEX record_of_subject ON record (subject_id, decided_on DESC, record_id);
CREATE INDEX record_to_publish ON record (due_on, record_id) WHERE state = 'entered';
CREATE INDEX record_to_end ON record (public_until) WHERE state = 'published';
CREATE INDEX record_by_rule_set ON record (rule_set, record_id) WHERE state = 'published';

CREATE TABLE record_version (
    record_id      uuid        NOT NULL REFERENCES record,
    version        integer     NOT NULL,
    changed_at     timestamptz NOT NULL,
    step           text        NOT NULL,
    content        jsonb,
    content_sealed text,
    public_until   date,
    reason         text        NOT NULL,
    changed_by     uuid,
    proposal_id    uuid,
    PRIMARY KEY (record_id, version)
);
COMMENT ON TABLE record_version IS 'each state that a record was in, never changed; content where it is another one';

-- What is shown to anybody, in the one place: what is published and not over.
CREATE VIEW visible_record AS
    SELECT * FROM record WHERE state = 'published' AND public;

DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
BEGIN
    EXECUTE format('REVOKE ALL ON subject, subject_history, person_link, period_policy, gravity_policy, record,
                    record_version, visible_record FROM %I', runtime_role);
    EXECUTE format('GRANT SELECT ON period_policy, gravity_policy, visible_record TO %I', runtime_role);
    EXECUTE format('GRANT SELECT, INSERT ON subject, subject_history, person_link, record, record_version TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (code, name, state, merged_into) ON subject TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (code_hash) ON person_link TO %I', runtime_role);
    EXECUTE format('GRANT UPDATE (subject_id, decided_on, penalty_types, gravity, content, content_sealed, state, version,
                    due_on, published_at, public, repair_from, public_until, rule_set, ended_at) ON record TO %I', runtime_role);
END $$;

INSERT INTO period_policy (effective_from, gravity, published, least_months, most_months, source) VALUES
    ('2019-07-01', 'minor',   true,  3, 12, '发改办财金〔2019〕527号'),
    ('2019-07-01', 'general', true,  3, 12, '发改办财金〔2019〕527号'),
    ('2019-07-01', 'serious', true,  6, 36, '发改办财金〔2019〕527号'),
    ('2023-05-01', 'minor',   true,  3, 36, '国家发展改革委令第58号'),
    ('2023-05-01', 'general', true,  3, 36, '国家发展改革委令第58号'),
    ('2023-05-01', 'serious', true, 12, 36, '国家发展改革委令第58号'),
    ('2026-04-01', 'minor',   false, 0,  3, '国家发展改革委令第36号'),
    ('2026-04-01', 'general', true,  3, 12, '国家发展改革委令第36号'),
    ('2026-04-01', 'serious', true, 12, 36, '国家发展改革委令第36号');

INSERT INTO gravity_policy (effective_from, penalty_type, gravity)
SELECT effective_from, penalty_type, gravity
FROM (VALUES ('2019-07-01'::date), ('2023-05-01'), ('2026-04-01')) AS sets (effective_from),
     (VALUES ('警告', 'minor'), ('通报批评', 'minor'), ('罚款', 'general'), ('没收违法所得', 'general'),
             ('没收非法财物', 'general'), ('暂扣许可证件', 'general'), ('降低资质等级', 'general'), ('其他', 'general'),
             ('吊销许可证件', 'serious'), ('限制开展生产经营活动', 'serious'), ('责令停产停业', 'serious'),
             ('责令关闭', 'serious'), ('限制从业', 'serious'), ('行政拘留', 'serious')) AS types (penalty_type, gravity);

INSERT INTO proposal_policy (kind, effective_from, decider, deadline_hours) VALUES
    ('subject.register', '2019-01-01', 'checker', 72),
    ('subject.change', '2019-01-01', 'checker', 72),
    ('subject.merge', '2019-01-01', 'checker', 72),
    ('record.publish', '2019-01-01', 'checker', 72),
    ('record.correct', '2019-01-01', 'checker', 72),
    ('record.withdraw', '2019-01-01', 'checker', 72);
