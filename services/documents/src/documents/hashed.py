"""By whose keyed hashes documents finds rows, for `documents rehash`.

What is printed the same day from the same facts is one document (`contents_hash`), and a shown code dies at
midnight: these stay as they are.
"""

import json
from collections.abc import Mapping
from typing import Any

from shared.base.papers import plain_code
from shared.sealing.seeking import HashedColumn


def _number_and_code(form: str, row: Mapping[str, Any]) -> str:
    return f"{row['number']} {plain_code(json.loads(form)['code'])}"


HASHED = (
    HashedColumn("document", "code_hash", "content_sealed", clear=_number_and_code, by_owner=True),
)
