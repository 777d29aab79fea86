-- Erasing (个人信息保护法 art. 47): whom no text goes to any more; texts that were sent stay their three years.
CREATE TABLE erased_person (
    person_id  uuid        PRIMARY KEY,
    whole      boolean     NOT NULL,
    erased_at  timestamptz NOT NULL,
    erased_on  date        NOT NULL
);
COMMENT ON TABLE erased_person IS 'who was forgotten, by an id: what was told of them before counts no more, however late it comes';
REVOKE DELETE, TRUNCATE ON erased_person FROM notifications;
