-- Who follows the account, who is bound to whom, what came in, what goes out, and the one token that all share.

CREATE TABLE follower (
    openid_hash   text        PRIMARY KEY,
    openid_sealed text        NOT NULL,
    following     boolean     NOT NULL,
    changed_at    timestamptz NOT NULL
);
COMMENT ON TABLE follower IS 'WeChat users (openid) that were heard of, and whether they follow the account';
COMMENT ON COLUMN follower.changed_at IS 'By WeChat''s clock: an older word about following is ignored';

CREATE TABLE subscription (
    openid_hash text        NOT NULL REFERENCES follower,
    class       text        NOT NULL,
    wanted      boolean     NOT NULL,
    changed_at  timestamptz NOT NULL,
    PRIMARY KEY (openid_hash, class)
);
COMMENT ON TABLE subscription IS 'Which classes of notices a WeChat user has subscribed to for good (长期订阅)';

CREATE TABLE authorisation (
    authorisation_id uuid        PRIMARY KEY,
    state_hash       text        NOT NULL CONSTRAINT state_is_given_once UNIQUE,
    secret_hash      text        NOT NULL,
    identity_id      uuid        NOT NULL,
    person_id        uuid        NOT NULL,
    expires_at       timestamptz NOT NULL,
    taken_at         timestamptz,
    binding_id       uuid
);
COMMENT ON TABLE authorisation IS 'A one-time state of web authorisation (OAuth2), of one login and one browser';
CREATE INDEX authorisation_by_end ON authorisation (expires_at);

CREATE TABLE binding (
    binding_id  uuid        PRIMARY KEY,
    person_id   uuid        NOT NULL,
    openid_hash text        NOT NULL REFERENCES follower,
    place       smallint    NOT NULL CONSTRAINT a_person_has_three_places CHECK (place BETWEEN 1 AND 3),
    bound_at    timestamptz NOT NULL,
    ended_at    timestamptz,
    ended_by    text        CONSTRAINT it_is_known_who_ended_it CHECK (ended_by IN ('hall', 'wechat', 'phone_changed')),
    CONSTRAINT what_has_ended_says_by_whom CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
COMMENT ON TABLE binding IS 'Which WeChat user stands for which citizen, and since when';
CREATE UNIQUE INDEX a_wechat_user_is_one_citizen ON binding (openid_hash) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX a_place_is_taken_once ON binding (person_id, place) WHERE ended_at IS NULL;
CREATE INDEX binding_of_person ON binding (person_id, bound_at);

CREATE TABLE reach (
    person_id uuid   PRIMARY KEY,
    classes   text[] NOT NULL,
    version   bigint NOT NULL
);
COMMENT ON TABLE reach IS 'What notifications was told last of how somebody is reached';

CREATE TABLE callback (
    signature_hash text        PRIMARY KEY,
    body_hash      text        NOT NULL,
    received_at    timestamptz NOT NULL
);
COMMENT ON TABLE callback IS 'Signatures that were used: each for one body, whoever sends it again';
CREATE INDEX callback_by_age ON callback (received_at);

CREATE TABLE incoming (
    source      text        PRIMARY KEY,
    message_id  uuid        NOT NULL,
    openid_hash text        NOT NULL,
    received_at timestamptz NOT NULL
);
COMMENT ON TABLE incoming IS 'What came in, once each: WeChat repeats what it thinks was not heard';
COMMENT ON COLUMN incoming.source IS 'MsgId, or sender, time and kind of an event; a keyed hash';
CREATE UNIQUE INDEX incoming_by_id ON incoming (message_id);
CREATE INDEX incoming_of_user ON incoming (openid_hash, received_at);
CREATE INDEX incoming_by_age ON incoming (received_at);

CREATE TYPE outgoing_state AS ENUM ('queued', 'sending', 'doubt', 'accepted', 'refused');

CREATE TABLE outgoing (
    number         bigint         GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    outgoing_id    uuid           NOT NULL CONSTRAINT it_goes_out_once UNIQUE,
    kind           text           NOT NULL CONSTRAINT kind_is_known CHECK (kind IN ('notice', 'answer')),
    person_id      uuid,
    openid_hash    text,
    class          text,
    content_sealed text           NOT NULL,
    traceparent    text           NOT NULL,
    state          outgoing_state NOT NULL DEFAULT 'queued',
    created_at     timestamptz    NOT NULL,
    not_before     timestamptz    NOT NULL,
    send_before    timestamptz    NOT NULL,
    claim          uuid,
    claimed_at     timestamptz,
    claimed_until  timestamptz,
    doubt_until    timestamptz,
    platform_id    text,
    failure        text,
    ended_at       timestamptz,
    CONSTRAINT a_notice_is_for_a_person CHECK (kind <> 'notice' OR (person_id IS NOT NULL AND class IS NOT NULL)),
    CONSTRAINT an_answer_is_for_a_wechat_user CHECK (kind <> 'answer' OR openid_hash IS NOT NULL),
    CONSTRAINT sending_is_claimed CHECK (state <> 'sending' OR (claim IS NOT NULL AND claimed_until IS NOT NULL)),
    CONSTRAINT doubt_has_an_end CHECK ((state = 'doubt') = (doubt_until IS NOT NULL))
) WITH (fillfactor = 70);
COMMENT ON TABLE outgoing IS 'Notices of which notifications waits for an answer, and answers to what people typed';
COMMENT ON COLUMN outgoing.openid_hash IS 'Of a notice: to whom it was sent last';
CREATE INDEX outgoing_to_send ON outgoing (not_before, number) WHERE state = 'queued';
CREATE INDEX outgoing_late ON outgoing (send_before) WHERE state = 'queued';
CREATE INDEX outgoing_claimed ON outgoing (claimed_until) WHERE state = 'sending';
CREATE INDEX outgoing_in_doubt ON outgoing (openid_hash, class) WHERE state IN ('sending', 'doubt');
CREATE INDEX outgoing_by_platform_id ON outgoing (platform_id) WHERE platform_id IS NOT NULL;
CREATE INDEX outgoing_of_person ON outgoing (person_id, number) WHERE person_id IS NOT NULL;
CREATE INDEX outgoing_by_age ON outgoing USING brin (created_at);

CREATE TABLE receipt (
    platform_id text        PRIMARY KEY,
    openid_hash text        NOT NULL,
    class       text        NOT NULL,
    failure     text,
    received_at timestamptz NOT NULL
);
COMMENT ON TABLE receipt IS 'What WeChat said of notices that it took and whose acceptance is not recorded yet';

CREATE TABLE credential (
    kind         text        PRIMARY KEY CONSTRAINT kind_is_known CHECK (kind IN ('access_token', 'jsapi_ticket')),
    value_sealed text        NOT NULL,
    version      bigint      NOT NULL,
    renew_at     timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL
);
COMMENT ON TABLE credential IS 'What WeChat lends for two hours; got by the one holder, read by all instances';

CREATE TABLE holder (
    name       text        PRIMARY KEY,
    instance   uuid        NOT NULL,
    until      timestamptz NOT NULL,
    menu_hash  text
);
COMMENT ON TABLE holder IS 'Which instance may ask WeChat for tokens, by the database''s clock';

CREATE FUNCTION wake_sender() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('outgoing', '');
    RETURN NULL;
END $$;
CREATE TRIGGER wake_sender AFTER INSERT ON outgoing FOR EACH STATEMENT EXECUTE FUNCTION wake_sender();
