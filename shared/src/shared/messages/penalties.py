"""Penalties of the fund on employers (行政处罚): accounts decides them, credit publishes them (R-CRD-4)."""

from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from shared.messages.base import Event, Fen, SealedTo, date


class PenaltyCause(StrEnum):
    """For what an employer is fined (处罚事由); owing deposits is none: no late fee exists (R-DEP-10)."""

    NOT_REGISTERED = "not_registered"
    """逾期不办理缴存登记"""
    ACCOUNTS_NOT_OPENED = "accounts_not_opened"
    """逾期不为本单位职工办理账户设立手续"""


class EmployerPenaltyEvent(Event):
    """Published by accounts; the subject is the penalty. Nobody has to be registered with the fund for it."""

    owner: ClassVar[str] = "accounts"
    subject_field: ClassVar[str] = "penalty_id"

    penalty_id: UUID
    """Its id, the same in both words."""
    social_credit_code: str
    """Whom it is on (统一社会信用代码)."""
    document_number: str
    """Number of the decision's document (决定文书号)."""


class EmployerPenaltyImposed(EmployerPenaltyEvent):
    """Two people have fined an employer by the law of the day."""

    type: ClassVar[str] = "employer_penalty.imposed.v1"

    name: str
    """Name of the employer, which must belong to the code (R-CRD-10)."""
    legal_representative: Annotated[str, SealedTo("credit")]
    """法定代表人."""
    cause: PenaltyCause
    """For what."""
    facts: str
    """违法事实, without personal data."""
    basis: str
    """处罚依据: article of the law of its day."""
    fine_fen: Fen
    """The fine."""
    decided_on: date
    """Day of the decision."""


class EmployerPenaltyLifted(EmployerPenaltyEvent):
    """A penalty was wrong: it binds nobody any more, whichever of the two is heard first."""

    type: ClassVar[str] = "employer_penalty.lifted.v1"


EVENTS = (EmployerPenaltyImposed, EmployerPenaltyLifted)
