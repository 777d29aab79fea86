-- Erasing (个人信息保护法 art. 47) ends a person's bindings.
ALTER TABLE binding DROP CONSTRAINT it_is_known_who_ended_it, ADD CONSTRAINT it_is_known_who_ended_it
    CHECK (ended_by IN ('hall', 'wechat', 'phone_changed', 'erased'));
