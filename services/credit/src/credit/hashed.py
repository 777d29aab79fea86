"""By whose keyed hashes credit finds rows, for `credit rehash`.

Numbers and names of natural persons are nowhere here (ADR 19): they move as somebody is met.
"""

import json
from collections.abc import Mapping
from typing import Any

from shared.base.papers import plain_code
from shared.sealing.seeking import HashedColumn

UNTIL_MET = "until everybody was met: nobody's number is kept here"


def _number_and_code(said: str, row: Mapping[str, Any]) -> str:
    return f"{row['number']} {plain_code(json.loads(said)['code'])}"


HASHED = (
    HashedColumn("subject", "code_hash", lapses=UNTIL_MET),
    HashedColumn("subject", "name_hash", lapses=UNTIL_MET),
    HashedColumn("person_link", "code_hash", lapses=UNTIL_MET),
    HashedColumn(
        "credit_report", "code_hash", "content_sealed", clear=_number_and_code, by_owner=True
    ),
)
