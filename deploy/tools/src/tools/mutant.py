"""A plugin of pytest: loads one module from another file, which `make mutate` has changed."""

import os
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from types import ModuleType

MUTANT = "MUTANT"
"""`module=file` in the environment."""


class Instead(MetaPathFinder):
    """Finds one module elsewhere."""

    def __init__(self, module: str, path: str) -> None:
        self._module, self._path = module, path

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The changed file for the one module, nothing for others."""
        if fullname != self._module:
            return None
        return spec_from_file_location(fullname, self._path)


if MUTANT in os.environ:
    module, _, path = os.environ[MUTANT].partition("=")
    assert module not in sys.modules, "too late to change it"
    sys.meta_path.insert(0, Instead(module, path))
