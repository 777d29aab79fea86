"""Where withdrawals keeps sealed personal data, for `withdrawals rotate`, and how it is read from a case."""

from dataclasses import replace

from shared.base.identifiers import mask_name
from shared.sealing.personal_data import PersonalData, UnreadablePersonalData
from shared.sealing.tables import SealedTable
from withdrawals.domain import Case

CARD = "application.card_sealed"
HOLDER_NAME = "application.holder_name_sealed"
KEPT_CARD = "card.card_sealed"
UNREADABLE = "（无法解密）"
AGENT_NAME = "counter_act.agent_name_sealed"
AGENT_ID = "counter_act.agent_id_sealed"
AGREED_CARD = "agreement.card_sealed"
HEIR_NAME = "estate_heir.name_sealed"
HEIR_ID = "estate_heir.id_number_sealed"
HEIR_CARD = "estate_heir.card_sealed"
PAYMENT_CARD = "estate_payment.card_sealed"
IDENTITY = "inquiry.identity_sealed"
PAPER = "paper.content_sealed"
REGISTERS = "inquiry.registers_sealed"

SEALED = (
    SealedTable("application", {"id": "uuid"}, ("card_sealed", "holder_name_sealed")),
    SealedTable("agreement", {"id": "uuid"}, ("card_sealed",)),
    SealedTable("card", {"id": "uuid"}, ("card_sealed",)),
    SealedTable(
        "counter_act", {"application_id": "uuid"}, ("agent_name_sealed", "agent_id_sealed")
    ),
    SealedTable("estate_heir", {"id": "uuid"}, ("name_sealed", "id_number_sealed", "card_sealed")),
    SealedTable("estate_payment", {"id": "uuid"}, ("card_sealed",)),
    SealedTable("paper", {"id": "uuid"}, ("content_sealed",)),
    SealedTable("inquiry", {"id": "uuid"}, ("identity_sealed", "registers_sealed")),
)


def card_of(case: Case, data: PersonalData) -> str:
    """The card that the money goes to."""
    return data.open(case.card_sealed, CARD, case.id)


def holder_name_of(case: Case, data: PersonalData) -> str:
    """The name of the account's owner, as accounts told it with the frozen money."""
    return data.open(case.reserved.holder_name_sealed, HOLDER_NAME, case.id)


def opened(case: Case, data: PersonalData) -> Case:
    """The same, knowing whether card and holder can still be unsealed."""
    try:
        card_of(case, data)
        if case.reservation is not None:
            holder_name_of(case, data)
    except UnreadablePersonalData:
        return replace(case, card_readable=False)
    return case


def holder_shown(case: Case, data: PersonalData) -> str:
    """The owner's name for staff, masked; said to be unreadable where it is."""
    try:
        return mask_name(holder_name_of(case, data))
    except UnreadablePersonalData:
        return UNREADABLE
