"""A check on handling: asked by whoever handles a matter, answered at once, anew when a record is hidden."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from credit import announcements, metrics
from credit.domain import MATTER_TEXTS
from credit.rules.checks import Finding, Question, finding
from credit.store import checks as store
from credit.store import lists
from shared.messages.credit_checks import (
    CreditAsked,
    CreditMatter,
    EmployerCreditAsked,
    LoanCreditAsked,
    WithdrawalCreditAsked,
)
from shared.messaging.unit import Received, Unit, events_of

WOKEN_DAYS = 30
"""Answers of the last month are given anew: a matter that takes longer is asked about again."""


async def asked(
    unit: Unit,
    batch: Sequence[Received[EmployerCreditAsked | LoanCreditAsked | WithdrawalCreditAsked]],
) -> None:
    """Answer what the services ask; the same question is answered once (R-CRD-30)."""
    await answer(unit, [_question(event) for event in events_of(batch)])


def _question(event: CreditAsked) -> Question:
    return Question(
        event.check_id,
        event.owner,
        event.matter,
        event.matter_id,
        MATTER_TEXTS[event.matter],
        event.asked_on,
        event.person_id,
        event.social_credit_code,
        event.name,
    )


async def answer(unit: Unit, questions: Sequence[Question]) -> None:
    """Find, keep and tell, in a constant number of statements."""
    questions = list({one.check_id: one for one in questions}.values())
    if not questions:
        return
    now, today = unit.clock.now(), unit.clock.today()
    subjects = await store.subjects(unit.connection, questions)
    known = sorted({subject_id for subject_id, _ in subjects.values()})
    records = await store.records(unit.connection, known, today)
    entries = await lists.valid(unit.connection, known, today)
    answered = []
    for position, question in enumerate(questions):
        subject = subjects.get(position)
        whose = subject[0] if subject else None
        found = (records.get(whose, []), entries.get(whose, [])) if whose else ([], [])
        answered.append((question, finding(question, subject, *found, now)))
    new = await store.add(unit.connection, answered)
    for question, told in answered:
        if question.check_id in new:
            _tell(unit, question, told, 1)


def _tell(unit: Unit, question: Question, found: Finding, round_: int) -> None:
    metrics.CHECKS_ANSWERED.labels(question.matter, found.result).inc()
    unit.emit(announcements.checked(question, found, round_, unit.clock.today()))


async def wake(unit: Unit, record_ids: Sequence[UUID], entry_ids: Sequence[UUID] = ()) -> int:
    """Answer anew what rested on records or memberships that are no more (R-CRD-25); return how many."""
    now, today = unit.clock.now(), unit.clock.today()
    since = today - timedelta(days=WOKEN_DAYS)
    rows = await store.using(unit.connection, record_ids, entry_ids, since)
    known = sorted({row["subject_id"] for row in rows})
    records = await store.records(unit.connection, known, today)
    entries = await lists.valid(unit.connection, known, today)
    for row in rows:
        question = Question(
            row["check_id"],
            row["asked_by"],
            CreditMatter(row["matter"]),
            row["matter_id"],
            row["purpose"],
            row["asked_on"],
            row["person_id"],
            row["subject_code"],
        )
        subject = row["subject_id"], row["match"]
        whose = row["subject_id"]
        found = finding(question, subject, records.get(whose, []), entries.get(whose, []), now)
        await store.answer_anew(unit.connection, row["check_id"], row["round"] + 1, found, now)
        _tell(unit, question, found, row["round"] + 1)
    return len(rows)
