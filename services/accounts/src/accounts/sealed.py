"""Where accounts keeps sealed personal data, for `accounts rotate`, and how it is read from a row."""

from accounts.domain import Row
from shared.sealing.personal_data import PersonalData
from shared.sealing.tables import SealedTable

PERSON_NAME = "person.name_sealed"
PERSON_ID_NUMBER = "person.id_number_sealed"
PERSON_PHONE = "person.phone_sealed"
OPERATOR_NAME = "employer.operator_name_sealed"
OPERATOR_ID_NUMBER = "employer.operator_id_number_sealed"
OPERATOR_PHONE = "employer.operator_phone_sealed"
UNIT_OPERATOR_NAME = "unit_operator.name_sealed"
UNIT_OPERATOR_ID_NUMBER = "unit_operator.id_number_sealed"
UNIT_OPERATOR_PHONE = "unit_operator.phone_sealed"
MOVING_IN_DATA = "moving_in_piece.data_sealed"
MOVED_PERSON = "moving_in_row.person_sealed"
LIST_FILE_DATA = "list_file_piece.data_sealed"
PAYER_ACCOUNT = "receipt.payer_account_sealed"
HARDSHIP_PAPER = "hardship_paper.content_sealed"
REGISTRATION_CODE_PHONE = "registration_code.phone_sealed"
REGISTRATION_PHONE = "registration.phone_sealed"
REGISTRATION_CONTENT = "registration.content_sealed"
REGISTRATION_PAPER = "registration_paper.content_sealed"
PAGE_DRAFT = "page_draft.content_sealed"
COMPLAINT_WORDS = "complaint.words_sealed"
DISPUTE_WORDS = "dispute.words_sealed"
DISPUTE_OBJECTION = "dispute.objection_sealed"

NOBODY = "已去标识"
"""Stands for the name of an anonymised person."""
ERASED = "erased-"
"""Begins what stands for an ID number or a phone that was erased; the person's id follows."""

SEALED = (
    SealedTable("person", {"id": "uuid"}, ("name_sealed", "id_number_sealed", "phone_sealed")),
    SealedTable(
        "employer",
        {"number": "text"},
        ("operator_name_sealed", "operator_id_number_sealed", "operator_phone_sealed"),
        bound_by=("social_credit_code",),
    ),
    SealedTable(
        "unit_operator", {"id": "uuid"}, ("name_sealed", "id_number_sealed", "phone_sealed")
    ),
    SealedTable("complaint", {"id": "uuid"}, ("words_sealed",)),
    SealedTable("dispute", {"id": "uuid"}, ("words_sealed", "objection_sealed")),
    SealedTable("receipt", {"bank_serial": "text"}, ("payer_account_sealed",)),
    SealedTable("moving_in_piece", {"file_id": "uuid", "position": "integer"}, ("data_sealed",)),
    SealedTable("moving_in_row", {"file_id": "uuid", "row_number": "integer"}, ("person_sealed",)),
    SealedTable("hardship_paper", {"id": "uuid"}, ("content_sealed",)),
    SealedTable("registration_code", {"id": "uuid"}, ("phone_sealed",)),
    SealedTable("registration", {"id": "uuid"}, ("phone_sealed", "content_sealed")),
    SealedTable("registration_paper", {"id": "uuid"}, ("content_sealed",)),
    SealedTable("page_draft", {"employer_number": "text", "page": "text"}, ("content_sealed",)),
    SealedTable("list_file_piece", {"file_id": "uuid", "position": "integer"}, ("data_sealed",)),
)


def name_in(row: Row, data: PersonalData) -> str:
    """Name of the person of a row with `person_id`."""
    return data.open(row["name_sealed"], PERSON_NAME, row["person_id"])


def id_number_in(row: Row, data: PersonalData) -> str:
    """ID number of the person of a row with `person_id`."""
    return data.open(row["id_number_sealed"], PERSON_ID_NUMBER, row["person_id"])


def phone_in(row: Row, data: PersonalData) -> str:
    """Phone of the person of a row with `person_id`; empty once it was erased."""
    phone = data.open(row["phone_sealed"], PERSON_PHONE, row["person_id"])
    return "" if phone.startswith(ERASED) else phone
