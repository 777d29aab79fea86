"""Where accounts keeps sealed personal data, for `accounts rotate`."""

from shared.operations.rotate import SealedTable

SEALED = (
    SealedTable("person", {"id": "uuid"}, ("name_sealed", "id_number_sealed", "phone_sealed")),
    SealedTable(
        "employer",
        {"number": "text"},
        ("operator_name_sealed", "operator_id_number_sealed", "operator_phone_sealed"),
    ),
    SealedTable("receipt", {"bank_serial": "text"}, ("payer_account_sealed",)),
    SealedTable("list_file_piece", {"file_id": "uuid", "position": "integer"}, ("data_sealed",)),
)
