-- What the rules take from outside the code: effective-dated policy and the working calendar.

-- One row: the version that tells every process when its rule book is out of date.
CREATE TABLE rule_book (
    only_one         boolean PRIMARY KEY DEFAULT true CONSTRAINT one_rule_book CHECK (only_one),
    version          uuid    NOT NULL DEFAULT gen_random_uuid(),
    calendar_version integer NOT NULL DEFAULT 0
);
INSERT INTO rule_book DEFAULT VALUES;

-- Policy (政策信息): what a document puts in force for one kind from a day on. Written once; a change is
-- a new row with a later day.
CREATE TABLE policy (
    kind            text  NOT NULL,
    effective_from  date  NOT NULL,
    document_number text  NOT NULL,
    parameters      jsonb NOT NULL,
    PRIMARY KEY (kind, effective_from)
);

-- Working calendar (工作日历): the highest version of a day counts (R-CAL-3). Written once.
CREATE TABLE calendar_day (
    day        date        NOT NULL,
    version    integer     NOT NULL,
    is_workday boolean     NOT NULL,
    source     text        NOT NULL,
    entered_by uuid,
    entered_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (day, version)
);

CREATE FUNCTION renew_rule_book() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE rule_book SET version = gen_random_uuid();
    RETURN NULL;
END $$;

CREATE TRIGGER renew_rule_book AFTER INSERT ON policy
    FOR EACH STATEMENT EXECUTE FUNCTION renew_rule_book();
CREATE TRIGGER renew_rule_book AFTER INSERT ON calendar_day
    FOR EACH STATEMENT EXECUTE FUNCTION renew_rule_book();

REVOKE UPDATE, DELETE, TRUNCATE ON policy, calendar_day FROM withdrawals;
REVOKE INSERT, DELETE, TRUNCATE ON rule_book FROM withdrawals;
