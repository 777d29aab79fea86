"""How much is left to chance, and which chance: the same for the same seed."""

import os

EXAMPLES = int(os.environ.get("SECURITY_EXAMPLES", "2"))
"""Requests of either kind to each operation, and in proportion to that what else is made up."""
SEED = int(os.environ.get("SECURITY_SEED", "1"))
