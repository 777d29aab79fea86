"""Where loans keeps sealed personal data, for `loans rotate`."""

from shared.operations.rotate import SealedTable

SEALED = (
    SealedTable("repayment_card", {"card_id": "uuid"}, ("card", "holder_name")),
    SealedTable(
        "payee", {"contract_number": "text", "payee_number": "integer"}, ("account", "holder_name")
    ),
    SealedTable("person", {"person_id": "uuid"}, ("name",)),
    SealedTable("counter_operation", {"operation_id": "uuid"}, ("details",)),
)
