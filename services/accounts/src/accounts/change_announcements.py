"""What accounts tells of changes of people, accounts and operators that somebody asked for; pure."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from accounts.domain import Month, Row
from accounts.rules.identity_proposal import NewProposal
from accounts.rules.transfer import NewTransfer
from accounts.sealed import OPERATOR_PHONE
from shared.base.id_documents import IdDocument
from shared.messages.changes import (
    EmployerAsked,
    HardshipAnswered,
    IdentityCorrectionProposed,
    IndividualAccountTransferred,
    TransferAsked,
)
from shared.messages.credit_checks import CreditMatter, EmployerCreditAsked
from shared.messages.employers import EmployerRequest, Hardship
from shared.sealing.personal_data import PersonalData

OF_EMPLOYERS = UUID("5a3a0f0e-3f1c-4b0a-8a43-0c5d4fb6c6d1")
"""One question for a matter of an employer and a day: the same again is the same (R-CRD-30)."""


def operator_asked(
    row: Row, what: EmployerRequest, due_on: date, data: PersonalData
) -> EmployerAsked:
    """Somebody waits for an employer: a person to be sealed, or another employer to be given an account."""
    return EmployerAsked(
        employer_number=row["number"],
        name=row["name"],
        phone=data.open(row["operator_phone_sealed"], OPERATOR_PHONE, row["social_credit_code"]),
        kind=what,
        due_on=due_on,
    )


def hardship_answered(
    request: Mapping[str, Any],
    employer: Mapping[str, Any],
    data: PersonalData,
    *,
    agreed: bool,
    at: datetime,
) -> HardshipAnswered:
    """The centre has answered what an employer in hardship asked for; its operator is told."""
    phone = data.open(
        employer["operator_phone_sealed"], OPERATOR_PHONE, employer["social_credit_code"]
    )
    return HardshipAnswered(
        request_id=request["id"],
        employer_number=employer["number"],
        name=employer["name"],
        phone=phone,
        kind=Hardship(request["kind"]),
        from_month=str(Month.of(request["from_month"])),
        until_month=str(Month.of(request["until_month"])),
        agreed=agreed,
        answered_at=at,
    )


def transfer_asked(new: NewTransfer, to_name: str) -> TransferAsked:
    """Another employer wants to go on with somebody's account; only the person can agree."""
    return TransferAsked(
        transfer_id=new.id,
        account_number=new.account_number,
        person_id=new.person_id,
        to_employer_name=to_name,
        consent_by=new.consent_by,
    )


def identity_proposed(
    new: NewProposal, name: str, document: IdDocument
) -> IdentityCorrectionProposed:
    """An employer proposes another name or ID number; the gateway has it decided."""
    return IdentityCorrectionProposed(
        correction_id=new.id,
        person_id=new.person_id,
        employer_number=new.employer_number,
        name=name,
        id_type=document.kind.value,
        id_number=document.value,
        evidence=list(new.evidence),
        proposed_at=new.asked_at,
    )


def account_transferred(row: Row, month: Month) -> IndividualAccountTransferred:
    """An account belongs to another employer, with its number, history and balance."""
    return IndividualAccountTransferred(
        account_number=row["account_number"],
        person_id=row["person_id"],
        from_employer=row["from_employer"],
        to_employer=row["to_employer"],
        to_employer_name=row["to_name"],
        effective_month=str(month),
        base_fen=row["base_fen"],
    )


def employer_credit_asked(
    matter: CreditMatter, number: str, code: str, name: str, today: date
) -> EmployerCreditAsked:
    """An employer registers or wants a deferral: what does 信用德州 know? Nobody waits for it (R-CRD-3)."""
    return EmployerCreditAsked(
        check_id=uuid5(OF_EMPLOYERS, f"{matter} {number} {today}"),
        matter=matter,
        matter_id=number,
        asked_on=today,
        social_credit_code=code,
        name=name,
    )
