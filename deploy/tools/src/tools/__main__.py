"""`python -m tools schema | trace`: what make calls."""

import sys

from local.command import main
from tools import schema, trace

if __name__ == "__main__":
    sys.exit(main("tools", {"schema": schema.write, "trace": trace.trace}))
