"""The events by which credit tells what it decided, one function each; pure."""

from datetime import date, datetime
from uuid import UUID

from credit.domain import RecordState
from credit.rules.checks import Finding, Question
from shared.messages.credit import CreditRecordHidden, Hidden
from shared.messages.credit_checks import CategoryCount, CreditChecked, CreditMatter


def hidden(record_id: UUID, state: RecordState, now: datetime) -> CreditRecordHidden:
    """Nobody may be told of a record any more, by a decision."""
    return CreditRecordHidden(record_id=record_id, how=Hidden(state.value), hidden_at=now)


def checked(question: Question, found: Finding, round_: int, today: date) -> CreditChecked:
    """What a check came to; an answer is good until the day ends (R-CRD-30)."""
    return CreditChecked(
        check_id=question.check_id,
        matter=CreditMatter(question.matter),
        matter_id=question.matter_id,
        round=round_,
        result=found.result,
        match=found.match,
        categories=tuple(
            CategoryCount(category=category, count=count)
            for category, count in found.categories.items()
        ),
        data_as_of=found.data_as_of,
        valid_until=today,
        digest=found.digest,
    )
