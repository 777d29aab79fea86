-- Since when a person is called so, and has that number, by the gateway's word (R-INF-2): an older word does not count.
CREATE TABLE person_change (
    person_id  uuid        PRIMARY KEY,
    changed_at timestamptz NOT NULL
);
REVOKE DELETE, TRUNCATE ON person_change FROM withdrawals;
