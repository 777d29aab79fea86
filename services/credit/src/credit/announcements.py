"""The events by which credit tells what it decided, one function each; pure."""

from datetime import datetime
from uuid import UUID

from credit.domain import RecordState
from shared.messages.credit import CreditRecordHidden, Hidden


def hidden(record_id: UUID, state: RecordState, now: datetime) -> CreditRecordHidden:
    """Nobody may be told of a record any more, by a decision."""
    return CreditRecordHidden(record_id=record_id, how=Hidden(state.value), hidden_at=now)
