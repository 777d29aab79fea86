"""What a site does once before `deploy/compose.yaml` can start: make its secrets, prepare its servers."""
