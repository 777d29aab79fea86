"""The process that prints one report: bounded, without keys and database; reads stdin, writes stdout.

`python -m credit.work.report_process MEMORY CPU FONTS`
"""

import json
import sys
from importlib import resources
from pathlib import Path

from shared.base import fonts, prints
from shared.base.bounded import confine

FORM = "report.typ"


def main(arguments: list[str]) -> None:
    """Bound this process, then print."""
    confine(int(arguments[0]), int(arguments[1]))
    folder = Path(arguments[2])
    fonts.demand(folder)
    form = resources.files("credit").joinpath("forms", FORM).read_bytes()
    content = json.loads(sys.stdin.buffer.read())
    sys.stdout.buffer.write(prints.filled(form, prints.loaded(folder), content))
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
