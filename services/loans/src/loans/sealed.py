"""Where loans keeps sealed personal data, for `loans rotate`."""

from shared.sealing.tables import SealedTable

PERSON_NAME = "person.name"
CARD = "repayment_card.card"
CARD_HOLDER = "repayment_card.holder_name"
PAYEE_ACCOUNT = "payee.account"
PAYEE_NAME = "payee.holder_name"

SEALED = (
    SealedTable("repayment_card", {"card_id": "uuid"}, ("card", "holder_name")),
    SealedTable(
        "payee", {"contract_number": "text", "payee_number": "integer"}, ("account", "holder_name")
    ),
    SealedTable("person", {"person_id": "uuid"}, ("name",)),
    SealedTable("counter_operation", {"operation_id": "uuid"}, ("details",)),
)
