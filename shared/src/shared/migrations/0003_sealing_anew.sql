-- Whether an UPDATE of a row that is otherwise immutable only seals the named columns anew under another key: that
-- is the table's owner's to do (`shared.rotate`), never the service's.
CREATE FUNCTION only_sealed_anew(was jsonb, becomes jsonb, sealed text[], relation oid) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT was - sealed = becomes - sealed
           AND current_user = (SELECT relowner::regrole::text FROM pg_class WHERE oid = relation)
$$;
