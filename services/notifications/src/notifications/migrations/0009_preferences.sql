-- By which way somebody wants to be told of what, and what is kept to tell them by the other where the first does not arrive.
CREATE TABLE preference (
    person_id     uuid        NOT NULL,
    topic         text        NOT NULL CONSTRAINT topic_is_known CHECK (topic IN ('withdrawals', 'loans', 'account', 'papers')),
    first_channel text        NOT NULL CONSTRAINT channel_is_known CHECK (first_channel IN ('wechat', 'sms')),
    optional      boolean     NOT NULL,
    changed_at    timestamptz NOT NULL,
    PRIMARY KEY (person_id, topic)
);
COMMENT ON TABLE preference IS 'By which way somebody wants to be told of a topic; without a row by WeChat where it reaches them';
COMMENT ON COLUMN preference.optional IS 'Whether what need not be told (提醒) is wanted';

CREATE TABLE spare (
    text_number   bigint PRIMARY KEY REFERENCES text,
    text_id       uuid   NOT NULL,
    fields_sealed text   NOT NULL
);
COMMENT ON TABLE spare IS 'What a text is made of, kept until it has arrived: if it cannot, its person is told by WeChat';

ALTER TABLE push ADD COLUMN after_sms boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN push.after_sms IS 'Asked for since the text did not arrive: no text follows';
