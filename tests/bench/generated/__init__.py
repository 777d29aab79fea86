"""A whole city, written straight into the databases: years of lists and entries, interest, books, identities.

`make large-city` fills the databases that `make run` will find; benchmarks and tests fill their own.
"""

from .city import GeneratedCity

__all__ = ["GeneratedCity"]
