"""The life of subjects and records, one plain function a step."""
