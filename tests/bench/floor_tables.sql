-- The least that a withdrawal must leave behind, without messages, history, audit or identity checks.
CREATE TABLE account (id integer PRIMARY KEY, posted_fen bigint NOT NULL, frozen_fen bigint NOT NULL, state text NOT NULL) WITH (fillfactor = 70);
CREATE TABLE application (id uuid PRIMARY KEY, account_id integer NOT NULL REFERENCES account, state text NOT NULL, fen bigint);
CREATE TABLE transfer (id uuid PRIMARY KEY, state text NOT NULL);
CREATE TABLE entry (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, transfer_id uuid NOT NULL REFERENCES transfer, account_id integer NOT NULL, fen bigint NOT NULL);
CREATE TABLE payment_order (id uuid PRIMARY KEY, state text NOT NULL, fen bigint NOT NULL, serial text);
CREATE TABLE sms (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, application_id uuid NOT NULL, state text NOT NULL);
CREATE INDEX ON entry (account_id);
INSERT INTO account SELECT n, 6000000, 0, 'sealed' FROM generate_series(1, 100000) AS n;
