"""Rows that give rights, while the lookup key is replaced: they move and are sealed under the active one."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from gateway import row_seals
from gateway.errors import Refused
from gateway.store import credentials, identities
from shared.sealing.personal_data import PersonalData

KNOWN_BY = """
SELECT id, id_number_hash FROM identity WHERE id_number_hash = ANY($1::text[]) ORDER BY id FOR UPDATE
"""


async def move_logins(connection: Any, data: PersonalData, pairs: Mapping[str, str]) -> None:
    """Let logins be known by their numbers' hashes under the active lookup key: active → other.

    One that the gateway has not written as it stands stays where it is: nobody finds it there.
    """
    become = {was: becomes for becomes, was in pairs.items()}
    for row in await connection.fetch(KNOWN_BY, list(become)):
        await _changed(connection, data, row["id"], id_number_hash=become[row["id_number_hash"]])


SEALED_AFTER = """
SELECT id FROM identity WHERE row_seal IS NOT NULL AND row_seal <> $1 AND id > $2 ORDER BY id LIMIT $3
"""
PORTION = 200


async def seal_logins_anew(connection: Any, data: PersonalData) -> int:
    """Seal logins under the active lookup key; return how many the gateway has not written as they stand."""
    strange, last = 0, UUID(int=0)
    while True:
        async with connection.transaction():
            rows = await connection.fetch(SEALED_AFTER, row_seals.BEFORE_SEALS, last, PORTION)
            if not rows:
                return strange
            for row in rows:
                strange += not await _changed(connection, data, row["id"])
        last = rows[-1]["id"]


async def _changed(connection: Any, data: PersonalData, identity_id: UUID, **columns: Any) -> bool:
    try:
        await identities.change(connection, data, identity_id, **columns)
    except Refused:
        return False
    return True


DEVICES = credentials.DEVICE + "WHERE d.row_seal <> $1 ORDER BY i.id FOR UPDATE OF d"
SEAL_DEVICE = "UPDATE device_credential SET row_seal = $2 WHERE identity_id = $1"


async def seal_terminals_anew(connection: Any, data: PersonalData) -> int:
    """Seal terminals under the active lookup key; return how many are not as the gateway wrote them."""
    strange = 0
    async with connection.transaction():
        for row in await connection.fetch(DEVICES, row_seals.BEFORE_SEALS):
            device = credentials.device_of(row)
            if device.is_genuine(data):
                await connection.execute(SEAL_DEVICE, device.identity.id, device.seal_for(data))
            else:
                strange += 1
    return strange
