"""By whose keyed hashes accounts finds rows, for `accounts rehash`; parts of names besides (ADR 24)."""

import json
from collections.abc import Mapping
from typing import Any

from shared.base.id_documents import IdDocument, IdType
from shared.sealing.personal_data import PersonalData
from shared.sealing.seeking import HashedColumn

INDEX_AGAIN = """
INSERT INTO account_to_index SELECT number FROM individual_account ON CONFLICT DO NOTHING
"""


def _person(number: str, row: Mapping[str, Any]) -> str:
    return IdDocument(IdType(row["id_type"]), number).lookup_key


def _operator(number: str, _row: Mapping[str, Any]) -> list[str]:
    """The row does not say of which type the document is."""
    return list(dict.fromkeys(IdDocument(kind, number).lookup_key for kind in IdType))


def _moved(told: str, _row: Mapping[str, Any]) -> str:
    person = json.loads(told)
    return IdDocument(IdType(person["id_type"]), person["id_number"]).lookup_key


HASHED = (
    HashedColumn("person", "id_number_hash", "id_number_sealed", ("id_type",), _person),
    HashedColumn("person", "phone_hash", "phone_sealed"),
    HashedColumn("unit_operator", "id_number_hash", "id_number_sealed", clear=_operator),
    HashedColumn("unit_operator", "phone_hash", "phone_sealed"),
    HashedColumn("registration_code", "phone_hash", "phone_sealed"),
    HashedColumn("registration", "phone_hash", "phone_sealed"),
    HashedColumn("moving_in_row", "id_number_hash", "person_sealed", clear=_moved),
)


async def seal_anew(connection: Any, _data: PersonalData) -> int:
    """Have the parts of all names hashed anew by the running service."""
    await connection.execute(INDEX_AGAIN)
    return 0
