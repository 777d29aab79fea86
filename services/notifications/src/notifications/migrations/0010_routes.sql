-- Texts go by one of two carriers' links: each has a sender of its own, which reads past nothing that is the other's.
ALTER TABLE delivery ADD COLUMN route text NOT NULL DEFAULT 'smpp'
    CONSTRAINT route_is_known CHECK (route IN ('smpp', 'cmpp'));
COMMENT ON COLUMN delivery.route IS 'By which carrier''s link it goes; changes only while nothing of it was handed over';
ALTER TABLE push ADD COLUMN route text NOT NULL DEFAULT 'smpp'
    CONSTRAINT route_is_known CHECK (route IN ('smpp', 'cmpp'));
COMMENT ON COLUMN push.route IS 'By which carrier''s link it goes if it is texted';

DROP INDEX delivery_to_send;
CREATE INDEX delivery_to_send ON delivery (route, priority, text_number) WHERE state = 'queued' AND priority < 3;
DROP INDEX delivery_bulk_to_send;
CREATE INDEX delivery_bulk_to_send ON delivery (route, not_before, text_number) WHERE state = 'queued' AND priority >= 3;
