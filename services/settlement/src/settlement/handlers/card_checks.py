"""Whose card it is (账户核验): questions are kept, and each is answered once."""

from collections.abc import Sequence

from settlement import announcements
from settlement.domain import CardCheckId
from settlement.metrics import CARD_CHECKS
from settlement.sealed import CHECKED_CARD, CHECKED_HOLDER
from settlement.store import card_checks as store
from settlement.store.card_checks import Answered, Question
from shared.messages.cards import CardCheckAsked
from shared.messaging.unit import Received, Unit


async def card_check_asked(unit: Unit, batch: Sequence[Received[CardCheckAsked]]) -> None:
    """Keep questions for whoever asks the bank; none is asked in this transaction."""
    seal = unit.personal_data.seal
    asked = [
        Question(
            CardCheckId(one.event.check_id),
            seal(one.event.card, CHECKED_CARD, one.event.check_id),
            seal(one.event.holder_name, CHECKED_HOLDER, one.event.check_id),
            one.traceparent,
        )
        for one in batch
    ]
    await store.keep(unit.connection, asked, unit.clock.now())


async def answered(unit: Unit, answers: Sequence[Answered]) -> None:
    """Keep what the bank said, and tell it; a second answer to a question is nothing new."""
    first = await store.answer(unit.connection, answers, unit.clock.now())
    for one in answers:
        if one.key in first:
            CARD_CHECKS.labels(one.verdict.value).inc()
            today = unit.clock.today()
            event = announcements.card_checked(one.key, one.verdict, one.reason_code, today)
            unit.traceparents.setdefault(event.subject, first[one.key])
            unit.emit(event)
