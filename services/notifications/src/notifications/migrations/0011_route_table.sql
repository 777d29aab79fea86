-- Which numbers go by which carrier: by their first digits, or by themselves where somebody has taken a number along (携号转网).
-- A row is never changed: what holds from another day on is another row.
CREATE TABLE sms_route (
    number         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    route_id       uuid        NOT NULL CONSTRAINT route_id_is_unique UNIQUE,
    prefix         text        CONSTRAINT prefix_is_the_beginning_of_a_number CHECK (prefix ~ '^1\d{2,6}$'),
    phone_hash     text,
    phone_tail     text        CONSTRAINT phone_tail_is_four_digits CHECK (phone_tail ~ '^\d{4}$'),
    route          text        NOT NULL CONSTRAINT route_is_known CHECK (route IN ('smpp', 'cmpp')),
    effective_from date        NOT NULL,
    proposal_id    uuid        NOT NULL CONSTRAINT two_people_decide_once UNIQUE,
    decided_at     timestamptz NOT NULL,
    CONSTRAINT a_row_is_about_a_prefix_or_a_number CHECK (
        (prefix IS NULL) = (phone_hash IS NOT NULL) AND (phone_hash IS NULL) = (phone_tail IS NULL))
);
COMMENT ON TABLE sms_route IS 'By which carrier texts go, by the beginning of the number or by the number; proposed by one, decided by another';
CREATE INDEX sms_route_of_prefix ON sms_route (prefix, effective_from) WHERE prefix IS NOT NULL;
CREATE INDEX sms_route_of_phone ON sms_route (phone_hash, effective_from) WHERE phone_hash IS NOT NULL;

DO $$
DECLARE
    runtime_role text := regexp_replace(current_user, '_owner$', '');
BEGIN
    EXECUTE format('REVOKE ALL ON sms_route FROM %I', runtime_role);
    EXECUTE format('GRANT SELECT, INSERT ON sms_route TO %I', runtime_role);
END $$;

INSERT INTO proposal_policy (kind, effective_from, decider, deadline_hours) VALUES
('sms_route.change', '2019-01-01', 'checker', 72);
