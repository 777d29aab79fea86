-- What staff enter for somebody at the counter is confirmed by the code on that person's phone, in the session of the staff.
ALTER TABLE confirmation ADD COLUMN person_id uuid;
COMMENT ON COLUMN confirmation.person_id IS 'whose phone got the code, where staff enter it for them; null: the caller''s own';
