-- Which sessions ended within the life of an access token: every service asks again and again.
CREATE INDEX session_by_end ON session (ended_at) WHERE ended_at IS NOT NULL;
