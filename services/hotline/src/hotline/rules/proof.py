"""Who is calling: what keys may be an ID number and a code, and how often one may try."""

import re
from dataclasses import dataclass
from typing import Final

ID_KEYS: Final = 18
"""Characters of a resident ID; an X is the star key."""
CODE_KEYS: Final = 6
TRIES_MAX: Final = 3
END: Final = "#"


def id_number_of(keys: str) -> str | None:
    """The ID number that somebody keyed in; None for what can be none. R-CHK-1 is the gateway's to judge."""
    found = re.fullmatch(r"(\d{17})([\d*])", keys)
    return f"{found[1]}{'X' if found[2] == '*' else found[2]}" if found else None


def is_code(keys: str) -> bool:
    """Whether somebody keyed in six digits."""
    return re.fullmatch(rf"\d{{{CODE_KEYS}}}", keys) is not None


@dataclass
class Tries:
    """Failed proofs of one call: three, then it is an agent's."""

    failed: int = 0

    def fail(self) -> None:
        """Count one."""
        self.failed += 1

    @property
    def over(self) -> bool:
        """No further try."""
        return self.failed >= TRIES_MAX
