"""Facts of the credit service: what nobody may be told any more."""

from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from shared.messages.base import AwareDatetime, Event


class CreditEvent(Event):
    """Published by credit."""

    owner: ClassVar[str] = "credit"


class Hidden(StrEnum):
    """Why a record is shown to nobody any more."""

    WITHDRAWN = "withdrawn"
    """撤销: it should not have been there (R-CRD-15)."""
    REPAIRED = "repaired"
    """信用修复."""


class CreditRecordHidden(CreditEvent):
    """By one decision of two people a record is invisible everywhere: whoever used it uses it no more."""

    type: ClassVar[str] = "credit_record.hidden.v1"
    subject_field: ClassVar[str] = "record_id"

    record_id: UUID
    """The permit or penalty."""
    how: Hidden
    """`withdrawn` or `repaired`."""
    hidden_at: AwareDatetime
    """From when on."""


EVENTS = (CreditRecordHidden,)
