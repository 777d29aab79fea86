"""By whose keyed hashes wechat finds rows, for `wechat rehash`; an openid is sealed to its hash."""

from collections.abc import Mapping
from typing import Any

from shared.sealing.personal_data import PersonalData
from shared.sealing.seeking import HashedColumn, move
from wechat.sealed import OPENID

MINUTES = "some minutes"
HASHED = (
    HashedColumn(
        "follower", "openid_hash", "openid_sealed", clear=lambda openid, _row: f"openid {openid}"
    ),
    HashedColumn("incoming", "openid_hash", lapses=MINUTES),
    HashedColumn("incoming", "source", lapses=MINUTES),
    HashedColumn("outgoing", "openid_hash", lapses="until a notice has an answer"),
    HashedColumn("receipt", "openid_hash", lapses=MINUTES),
    HashedColumn("callback", "signature_hash", lapses=MINUTES),
    HashedColumn("callback", "body_hash", lapses=MINUTES),
    HashedColumn("authorisation", "state_hash", lapses=MINUTES),
    HashedColumn("authorisation", "secret_hash", lapses=MINUTES),
)
FOLLOWERS = """
SELECT openid_hash, openid_sealed FROM follower WHERE openid_hash = ANY($1::text[])
ORDER BY openid_hash FOR UPDATE
"""
MOVE = """
UPDATE follower SET openid_hash = moved.becomes, openid_sealed = moved.sealed
FROM unnest($1::text[], $2::text[], $3::text[]) AS moved (was, becomes, sealed)
WHERE follower.openid_hash = moved.was
"""


async def rewrite(connection: Any, data: PersonalData, pairs: Mapping[str, str]) -> None:
    """Move WeChat users and what is known of them; raises `UnreadablePersonalData`."""
    become = {was: becomes for becomes, was in pairs.items()}
    rows = await connection.fetch(FOLLOWERS, list(become))
    if rows:
        were = [row["openid_hash"] for row in rows]
        new = [become[was] for was in were]
        opened = [data.open(row["openid_sealed"], OPENID, row["openid_hash"]) for row in rows]
        sealed = [data.seal(one, OPENID, own) for one, own in zip(opened, new, strict=True)]
        await connection.execute(MOVE, were, new, sealed)
    await move(connection, HASHED[1:], pairs)
