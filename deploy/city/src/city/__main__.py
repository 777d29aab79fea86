"""`python -m city run | demo`: what make calls."""

import sys

from city.running import demo, run
from local.command import main

if __name__ == "__main__":
    sys.exit(main("city", {"run": run, "demo": demo}))
