-- What goes by WeChat instead: decided by one row for each text, so that it is told by one way and not by none.
CREATE TABLE wechat_reach (
    person_id uuid   PRIMARY KEY,
    templates text[] NOT NULL,
    version   bigint NOT NULL
);
COMMENT ON TABLE wechat_reach IS 'Which texts somebody can be sent by WeChat, as wechat said last';

CREATE TYPE push_state AS ENUM ('asked', 'accepted', 'texted');

CREATE TABLE push (
    text_number bigint      PRIMARY KEY REFERENCES text,
    state       push_state  NOT NULL DEFAULT 'asked',
    answer_by   timestamptz NOT NULL,
    segments    smallint    NOT NULL,
    priority    smallint    NOT NULL,
    expires_at  timestamptz,
    failure     text,
    ended_at    timestamptz,
    CONSTRAINT asked_has_not_ended CHECK ((state = 'asked') = (ended_at IS NULL)),
    CONSTRAINT texted_says_why CHECK ((state = 'texted') = (failure IS NOT NULL))
) WITH (fillfactor = 70);
COMMENT ON TABLE push IS 'Texts that wechat was asked to deliver; one without an answer in time is texted';
COMMENT ON COLUMN push.failure IS 'Why it is texted: wechat''s reason, or no_answer_in_time';
CREATE INDEX push_without_answer ON push (answer_by) WHERE state = 'asked';

CREATE TABLE wechat_inquiry (
    inquiry_id uuid        PRIMARY KEY,
    message_id uuid        NOT NULL,
    asked_at   timestamptz NOT NULL
);
COMMENT ON TABLE wechat_inquiry IS 'Balances that were asked for in WeChat: they are answered there';
