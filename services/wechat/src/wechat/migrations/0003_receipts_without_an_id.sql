-- WeChat's answer to a call need not tell its id of the notice: its receipt finds the notice by user and class.
CREATE INDEX outgoing_unnamed ON outgoing (openid_hash, class) WHERE state = 'accepted' AND platform_id IS NULL;
