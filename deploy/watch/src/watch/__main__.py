"""`python -m watch dashboards` writes the Grafana dashboards."""

import sys

from local.command import main
from watch import dashboards

if __name__ == "__main__":
    sys.exit(main("watch", {"dashboards": dashboards.write}))
