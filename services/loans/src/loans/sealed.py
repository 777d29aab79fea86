"""Where loans keeps sealed personal data, for `loans rotate`."""

from shared.sealing.tables import SealedTable

PERSON_NAME = "person.name"
CARD = "repayment_card.card"
CARD_HOLDER = "repayment_card.holder_name"
PAYEE_ACCOUNT = "payee.account"
PAYEE_NAME = "payee.holder_name"
MOVING_IN_DATA = "moving_in_piece.data_sealed"
MOVED_LOAN = "moving_in_loan.loan_sealed"

SEALED = (
    SealedTable("repayment_card", {"card_id": "uuid"}, ("card", "holder_name")),
    SealedTable(
        "payee", {"contract_number": "text", "payee_number": "integer"}, ("account", "holder_name")
    ),
    SealedTable("person", {"person_id": "uuid"}, ("name",)),
    SealedTable("moving_in_piece", {"file_id": "uuid", "position": "integer"}, ("data_sealed",)),
    SealedTable("moving_in_loan", {"file_id": "uuid", "line": "integer"}, ("loan_sealed",)),
    SealedTable("counter_operation", {"operation_id": "uuid"}, ("details",)),
)
