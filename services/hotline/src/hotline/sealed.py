"""Where the hotline keeps sealed personal data, for `hotline rotate`."""

from shared.sealing.tables import SealedTable

CALLER = "call.caller_sealed"
NOTE = "call_note.text_sealed"
ANSWER = "call_note.answer_sealed"
RECORDING = "recording_piece.data_sealed"

SEALED = (
    SealedTable("call", {"call_id": "uuid"}, ("caller_sealed",)),
    SealedTable("call_note", {"call_id": "uuid"}, ("text_sealed", "answer_sealed")),
    SealedTable("recording_piece", {"call_id": "uuid", "position": "integer"}, ("data_sealed",)),
)
