-- A month that was not paid is told to the person too, some days after it is overdue, by policy; who complains is heard by the
-- centre, and by the employer only if the person wants that.

CREATE TABLE missed_month_policy (
    effective_from  date    PRIMARY KEY,
    tell_after_days integer NOT NULL CONSTRAINT told_after_it_is_overdue CHECK (tell_after_days BETWEEN 0 AND 365),
    document_number text    NOT NULL
);
INSERT INTO missed_month_policy VALUES ('1991-01-01', 10, '演示数据');
COMMENT ON COLUMN missed_month_policy.tell_after_days IS 'after the last day on which it was in time (R-DEP-5)';

CREATE TABLE missed_month (
    account_number text NOT NULL REFERENCES individual_account,
    month          date NOT NULL CONSTRAINT missed_month_is_a_first CHECK (extract(day FROM month) = 1),
    told_on        date NOT NULL,
    PRIMARY KEY (account_number, month)
);
REVOKE UPDATE, DELETE, TRUNCATE ON missed_month FROM accounts;

CREATE TABLE complaint (
    id               uuid        PRIMARY KEY,
    person_id        uuid        NOT NULL REFERENCES person,
    account_number   text        NOT NULL REFERENCES individual_account,
    employer_number  text        NOT NULL REFERENCES employer,
    months           date[]      NOT NULL CONSTRAINT a_complaint_is_about_months CHECK (cardinality(months) > 0),
    words_sealed     text        NOT NULL,
    unseen_by_employer boolean   NOT NULL,
    state            text        NOT NULL CONSTRAINT known_complaint_state CHECK (state IN ('open', 'answered')),
    made_at          timestamptz NOT NULL,
    answer           text,
    answered_by      uuid,
    answered_by_name text,
    answered_at      timestamptz,
    CONSTRAINT answered_by_somebody CHECK ((state = 'answered') = (answer IS NOT NULL AND answered_by IS NOT NULL
        AND answered_by_name IS NOT NULL AND answered_at IS NOT NULL))
);
CREATE UNIQUE INDEX one_open_complaint_of_an_account ON complaint (account_number) WHERE state = 'open';
CREATE INDEX complaint_of_person ON complaint (person_id, made_at DESC);
CREATE INDEX complaint_by_state ON complaint (state, made_at, id);
CREATE INDEX complaint_seen_by_employer ON complaint (employer_number, made_at DESC, id DESC) WHERE NOT unseen_by_employer;
REVOKE DELETE, TRUNCATE ON complaint FROM accounts;

-- Which bookings are told to their people, and how far: some people at a time, whatever the head count (R-SMS-2).
CREATE TABLE booking_told (
    booking_id   uuid    PRIMARY KEY,
    after_number text    NOT NULL,
    finished     boolean NOT NULL
);
COMMENT ON TABLE booking_told IS 'booking_id: a remittance list or a back payment; after_number: the last account that was told';
CREATE INDEX remittance_list_by_booking ON remittance_list (booked_at) WHERE state = 'booked';
CREATE INDEX back_payment_by_booking ON back_payment (booked_at) WHERE state = 'booked';
