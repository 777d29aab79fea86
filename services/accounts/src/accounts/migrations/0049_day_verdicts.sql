-- A sealed day is verified once, and what was found right is kept, sealed under a key that the database does not know.
CREATE TABLE day_verdict (
    booked_on   date        PRIMARY KEY REFERENCES ledger_day,
    entries     bigint      NOT NULL,
    hash        bytea       NOT NULL,
    weight      numeric     NOT NULL,
    verified_at timestamptz NOT NULL,
    seal        text        NOT NULL
);
COMMENT ON TABLE day_verdict IS 'a day that was right when it was verified, as it was then; without a fitting seal it counts as not verified';

-- An account weighs what nobody can reckon who has not the key: sums that differ cannot be made to weigh the same.
CREATE FUNCTION account_weight(account bigint, key bytea) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ('x' || left(encode(sha256(int8send(account) || key), 'hex'), 15))::bit(60)::bigint::numeric
$$;
COMMENT ON COLUMN day_verdict.weight IS 'the sum of its fen, each times the weight of its account';
ALTER TABLE ledger_verification ADD COLUMN seal text;
COMMENT ON COLUMN ledger_verification.seal IS 'the service''s own; a row without does not count as a verification';
REVOKE DELETE, TRUNCATE ON day_verdict FROM accounts;
