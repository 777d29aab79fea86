-- What the trail has so far, and what comes until the months begin, stays in one piece: that it holds nothing later is written
-- down here, looked at in the next file beside those who write, and so needs no look when the piece is attached.
DO $$
DECLARE
    begins date := date_trunc('month', now() AT TIME ZONE 'Asia/Shanghai') + interval '3 months';
BEGIN
    EXECUTE format('ALTER TABLE audit_record ADD CONSTRAINT before_the_months CHECK (recorded_at < %L) NOT VALID',
                   begins::timestamp AT TIME ZONE 'Asia/Shanghai');
    EXECUTE format('COMMENT ON CONSTRAINT before_the_months ON audit_record IS %L', begins);
END $$;
