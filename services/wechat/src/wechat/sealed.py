"""Where wechat keeps sealed personal data, for `wechat rotate`."""

from shared.sealing.tables import SealedTable

OPENID = "follower.openid_sealed"
CONTENT = "outgoing.content_sealed"
CREDENTIAL = "credential.value_sealed"

SEALED = (
    SealedTable("follower", {"openid_hash": "text"}, ("openid_sealed",)),
    SealedTable("outgoing", {"number": "bigint"}, ("content_sealed",), bound_by=("outgoing_id",)),
    SealedTable("credential", {"kind": "text"}, ("value_sealed",)),
)
