-- Which answers a caller wanted as a text, each once; what they said is the text's, not kept here.

CREATE TABLE answer_text (
    answer_id uuid        PRIMARY KEY,
    call_id   uuid        NOT NULL REFERENCES call,
    asked_at  timestamptz NOT NULL,
    what      text        NOT NULL CONSTRAINT what_is_known CHECK (what IN (
        'balance', 'last_deposit', 'withdrawal', 'loan'))
);
CREATE INDEX answer_text_of_call ON answer_text (call_id);
