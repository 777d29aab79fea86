-- The owner's own brakes: a lock that takes effect at once and is lifted after hours, a daily limit that is lowered at
-- once and raised after hours, and hours after a change of phone or card before money can go anywhere new.
CREATE TABLE brake (
    person_id        uuid        PRIMARY KEY,
    locked_at        timestamptz,
    lifts_at         timestamptz,
    limit_fen        bigint      CONSTRAINT limit_is_positive CHECK (limit_fen > 0),
    next_limit_fen   bigint      CONSTRAINT next_limit_is_positive CHECK (next_limit_fen > 0),
    next_limit_at    timestamptz,
    phone_changed_at timestamptz,
    CONSTRAINT only_a_lock_is_lifted CHECK (lifts_at IS NULL OR lifts_at > locked_at),
    CONSTRAINT a_limit_to_come_has_its_time CHECK (next_limit_fen IS NULL OR next_limit_at IS NOT NULL)
);
COMMENT ON COLUMN brake.lifts_at IS 'its owner asked to lift the lock: until then it holds';
COMMENT ON COLUMN brake.next_limit_at IS 'from then on next_limit_fen holds; none there is no limit';
REVOKE DELETE, TRUNCATE ON brake FROM withdrawals;

ALTER TABLE card ADD COLUMN known_since timestamptz;
UPDATE card SET known_since = asked_at;
ALTER TABLE card ALTER COLUMN known_since SET NOT NULL, ALTER COLUMN known_since SET DEFAULT now();
COMMENT ON COLUMN card.known_since IS 'when the person first named it';

INSERT INTO policy (kind, effective_from, document_number, parameters) VALUES
('brakes', '2015-01-01', '公积金中心账户安全措施', '{"lift_after_hours": 72, "raise_after_hours": 72, "cooling_hours": 72}');
