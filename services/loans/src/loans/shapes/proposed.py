"""What is proposed of a contract: the body of a request, and which contract it is about."""

import uuid

from loans.shapes.requests import (
    AgreementEndBody,
    CardChangeBody,
    CardRepaymentBody,
    CounterEarlyBody,
    PaperAgreementBody,
    PayeeChangeBody,
    TransferBody,
)
from shared.proposals.at_counter import ConfirmedFor


class SigningProposed(PaperAgreementBody):
    """An agreement is to be recorded."""

    contract_number: str


class EndProposed(AgreementEndBody):
    """An agreement is to end."""

    contract_number: str
    agreement_id: uuid.UUID


class CardProposed(CardChangeBody, ConfirmedFor):
    """The repayment card is to be another."""

    contract_number: str


class PayeeProposed(PayeeChangeBody):
    """The loan is to be paid out again to another account."""

    contract_number: str


class DebitProposed(CardRepaymentBody, ConfirmedFor):
    """The card is to be debited with what is owed."""

    contract_number: str


class EarlyProposed(CounterEarlyBody, ConfirmedFor):
    """The loan is to be repaid early."""

    contract_number: str


class TransferProposed(TransferBody):
    """A bank receipt is to repay the loan."""

    contract_number: str
