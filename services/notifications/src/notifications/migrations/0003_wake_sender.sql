-- A sender need not look for texts by itself: whoever queues one says so.
CREATE FUNCTION wake_sender() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('texts', '');
    RETURN NULL;
END $$;

CREATE TRIGGER wake_sender AFTER INSERT ON text FOR EACH STATEMENT EXECUTE FUNCTION wake_sender();
