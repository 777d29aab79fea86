"""What a service and a worker process of it agree on; nothing is loaded for it on either side."""

REFUSED = 3
"""Exit code of a worker that looked at what it was given and will not do it; it says why."""
