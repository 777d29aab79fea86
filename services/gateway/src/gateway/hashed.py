"""By whose keyed hashes the gateway finds rows, for `gateway rehash`; what gives rights is sealed anew."""

from collections.abc import Mapping
from typing import Any

from gateway.store import lookup_keys
from shared.base.id_documents import IdDocument, IdType
from shared.sealing.personal_data import PersonalData
from shared.sealing.seeking import HashedColumn, move


def _number(number: str, row: Mapping[str, Any]) -> str:
    return IdDocument(IdType(row["id_type"]), number).lookup_key


def _number_before(number: str, row: Mapping[str, Any]) -> str:
    return IdDocument(IdType(row["id_type_before"]), number).lookup_key


IDENTITY = HashedColumn("identity", "id_number_hash", "id_number_sealed", ("id_type",), _number)
OTHERS = (
    HashedColumn("identity", "phone_hash", "phone_sealed"),
    HashedColumn(
        "identity_correction",
        "id_number_hash_before",
        "id_number_before_sealed",
        ("id_type_before",),
        _number_before,
    ),
    HashedColumn("challenge", "subject_hash", where="state = 'active'", lapses="some minutes"),
    HashedColumn("login_lock", "subject_hash", lapses="a day"),
    HashedColumn("known_device", "subject_hash", lapses="until somebody logs in again"),
)
HASHED = (IDENTITY, *OTHERS)


async def rewrite(connection: Any, data: PersonalData, pairs: Mapping[str, str]) -> None:
    """Move rows; a login that the gateway has not written as it stands is not found under the active key."""
    await lookup_keys.move_logins(connection, data, pairs)
    await move(connection, OTHERS, pairs)


async def seal_anew(connection: Any, data: PersonalData) -> int:
    """Seal logins and terminals anew under the active key; return how many are not the gateway's own."""
    strange = await lookup_keys.seal_logins_anew(connection, data)
    return strange + await lookup_keys.seal_terminals_anew(connection, data)
