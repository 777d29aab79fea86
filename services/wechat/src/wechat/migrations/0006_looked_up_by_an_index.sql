-- How many notices wait or are in doubt was found by looking at every one that was ever sent.
CREATE INDEX outgoing_under_way ON outgoing (not_before) WHERE state IN ('queued', 'sending', 'doubt');
