-- When a subject was last spoken of: who has been silent for long is forgotten, and begins behind all who were, not at 1 again.
ALTER TABLE subject_sequence ADD COLUMN spoken_at timestamptz NOT NULL DEFAULT now();
COMMENT ON COLUMN subject_sequence.spoken_at IS 'of rows of before: when the column came';
COMMENT ON TABLE subject_sequence IS 'the subject '''' is nobody: its sequence is the highest that was forgotten';
