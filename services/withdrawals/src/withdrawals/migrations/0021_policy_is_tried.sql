-- A policy is tried on the newest applications of a kind before anybody puts it in force.
CREATE INDEX application_by_kind ON application (kind, submitted_at DESC);
