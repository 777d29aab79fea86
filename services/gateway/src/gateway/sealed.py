"""Where the gateway keeps sealed personal data, for `gateway rotate`."""

from shared.sealing.tables import SealedTable

NAME = "identity.name_sealed"
PHONE = "identity.phone_sealed"
ID_NUMBER = "identity.id_number_sealed"
CORRECTED_NAME = "identity_correction.name_sealed"
CORRECTED_ID_NUMBER = "identity_correction.id_number_sealed"
NAME_BEFORE = "identity_correction.name_before_sealed"
ID_NUMBER_BEFORE = "identity_correction.id_number_before_sealed"
DIGEST = "confirmation.digest_sealed"
WORK_NOTE = "work_note.text_sealed"
TOTP_SECRET = "staff_credential.totp_secret_sealed"  # noqa: S105

SEALED = (
    SealedTable("identity", {"id": "uuid"}, ("name_sealed", "phone_sealed", "id_number_sealed")),
    SealedTable(
        "identity_correction",
        {"id": "uuid"},
        ("name_sealed", "id_number_sealed", "name_before_sealed", "id_number_before_sealed"),
    ),
    SealedTable("confirmation", {"id": "uuid"}, ("digest_sealed",)),
    SealedTable("work_note", {"id": "uuid"}, ("text_sealed",)),
    SealedTable("staff_credential", {"identity_id": "uuid"}, ("totp_secret_sealed",)),
)
OTHERWISE_SEALED = ("signing_key.private_sealed",)
"""Not personal data: under SIGNING_KEYS_KEY, and replaced with the key pair itself (`gateway.keys`)."""
