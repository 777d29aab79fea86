"""What time makes of a case: a step past its deadline, a calendar that was edited; pure."""

from dataclasses import replace
from datetime import timedelta

from withdrawals import announcements, papers, process, promises
from withdrawals.decisions import Moment, Move, name_of, reject
from withdrawals.domain import Case
from withdrawals.process import STATES, Step, Wait
from withdrawals.refusals import Reason, chinese_date, refuse

OVERDUE_TEXTS = {
    Wait.SERVICE: "办理时间比平时长，工作人员正在跟进。",
    Wait.DECISION: "审核超过规定的时限，工作人员正在跟进。",
    Wait.PAYMENT: "付款超过承诺的时限，工作人员正在跟进。",
}


def overdue(case: Case, moment: Moment, *, for_consent: bool = False) -> Move | None:
    """The present step is past its deadline: told once, never silently retried.

    `for_consent`: it waits for the consent of the spouse, and papers are the other way (R-WDR-20).
    """
    if case.step_due_at is None or case.overdue_at is not None or moment.now < case.step_due_at:
        return None
    if STATES[case.state].waits_for is Wait.PERSON:
        day = papers.last_day(case.step_due_at)
        reason = Reason.CONSENT_LATE if for_consent else Reason.PAPERS_LATE
        return reject(case, refuse(reason, day=chinese_date(day)), moment)
    known = process.known_text(case)
    event = announcements.overdue(case, name_of(case, moment), case.step_due_at, known)
    text = OVERDUE_TEXTS[STATES[case.state].waits_for]
    return Move(replace(case, overdue_at=moment.now), Step.OVERDUE, text, event)


def deadlines_changed(case: Case, moment: Moment) -> Move:
    """The calendar was edited: promise anew, and leave the first promise in the history (E39)."""
    promise = moment.book.promise(case.promised_from)
    due = case.step_due_at
    if STATES[case.state].waits_for in (Wait.DECISION, Wait.PAYMENT):
        due = process.due_at(case.state, moment.now, promise, timedelta())
    still_overdue = due is not None and due <= moment.now
    after = replace(
        case,
        promise=promise,
        step_due_at=due,
        overdue_at=case.overdue_at if still_overdue else None,
    )
    changes = promises.changes(case, promise)
    text = f"工作日历有调整，{'，'.join(changes)}。"
    facts: dict[str, object] = {"before": promises.facts(case), "after": promises.facts(after)}
    return Move(after, Step.DEADLINES_CHANGED, text, facts=facts, noted=bool(changes))
