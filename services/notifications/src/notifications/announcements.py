"""Every event that notifications makes; pure."""

import uuid
from datetime import datetime

from shared.messages.notifications import BalanceAsked


def balance_asked(person_id: uuid.UUID, now: datetime) -> BalanceAsked:
    """Somebody with this person's phone on file texted 余额; accounts answers (R-SMS-4)."""
    return BalanceAsked(inquiry_id=uuid.uuid4(), person_id=person_id, asked_at=now)
