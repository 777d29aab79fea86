-- A phone that its owner or the counter has changed is not overwritten by what an employer told at an opening.
ALTER TABLE subscriber ADD COLUMN phone_changed_at timestamptz;
