"""Where the hotline keeps sealed personal data, for `hotline rotate`."""

from shared.sealing.tables import SealedTable

CALLER = "call.caller_sealed"

SEALED = (SealedTable("call", {"call_id": "uuid"}, ("caller_sealed",)),)
