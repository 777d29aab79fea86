"""What a process is given: environment variables, or files of their names in `SETTINGS_FOLDER`.

A secret in a file is seen by nobody who lists processes or inspects a container, and no child inherits it.
The variable wins where both are there.
"""

import os
from pathlib import Path

FOLDER = "SETTINGS_FOLDER"


def folder() -> Path | None:
    """Where values lie as files, if they do."""
    named = os.environ.get(FOLDER)
    return Path(named) if named else None


def find(name: str) -> str | None:
    """Give the value of a name in capitals, or nothing where it is neither a variable nor a file."""
    if name in os.environ:
        return os.environ[name]
    files = folder()
    if files is None or not (files / name).is_file():
        return None
    return (files / name).read_text("utf-8").strip()


def value(name: str) -> str:
    """Give what must be there; raises `KeyError` naming it."""
    found = find(name)
    if found is None:
        raise KeyError(name)
    return found
