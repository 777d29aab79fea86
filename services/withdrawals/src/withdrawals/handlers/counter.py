"""Applications taken at the counter (柜台) by two people, of the holder, a guardian or somebody authorised.

Who acts for somebody changes nothing of the rules, and never whose card is paid: it must be the holder's own,
which the bank says (R-WDR-3). What shows the right to act is the proposal's evidence.
"""

from shared.base.tracing import current_traceparent
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision
from withdrawals.domain import Acting, Case, Taken
from withdrawals.errors import Reason, Refused
from withdrawals.handlers import applications as handlers
from withdrawals.handlers.applications import Submission
from withdrawals.looks import COUNTER
from withdrawals.rules.book import NotInForce
from withdrawals.sealed import AGENT_ID, AGENT_NAME
from withdrawals.store import applications, counter, rulebooks

ACTING_TEXTS = {
    Acting.SELF: "本人在柜台办理",
    Acting.GUARDIAN: "由监护人在柜台代办",
    Acting.AUTHORISED: "由受托人在柜台代办",
}


async def examine(unit: Unit, taken: Taken) -> None:
    """Raise `UNKNOWN_KIND`, `AGENT_MISSING` or `APPLICATION_OPEN` where it cannot be taken now."""
    if (taken.acting is Acting.SELF) != (taken.agent is None):
        raise Refused(Reason.AGENT_MISSING)
    moment = await rulebooks.moment(unit)
    try:
        moment.book.type_of(taken.kind)
        moment.book.terms(taken.kind, moment.today)
    except NotInForce as error:
        raise Refused(Reason.UNKNOWN_KIND) from error
    known = await applications.open_applications(unit.connection, [taken.person_id])
    if known:
        raise Refused(Reason.APPLICATION_OPEN)


async def take(unit: Unit, taken: Taken, decision: Decision) -> Case:
    """Begin the application; the same rules decide it as one that its holder makes at home."""
    submission = Submission(
        person_id=taken.person_id,
        channel=COUNTER,
        kind=taken.kind,
        card=taken.card,
        loan_contract_number=taken.loan_contract_number,
        subject=taken.subject,
        wanted_fen=taken.wanted_fen,
        taken_by=f"staff:{decision.checker_id}",
        note=ACTING_TEXTS[taken.acting],
    )
    (case,) = await handlers.submit(unit, [(submission, current_traceparent())])
    if isinstance(case, Refused):
        raise case
    seal = unit.personal_data.seal
    agent = taken.agent
    sealed = (
        (seal(agent.name, AGENT_NAME, case.id), seal(agent.document.value, AGENT_ID, case.id))
        if agent
        else (None, None)
    )
    await counter.keep(unit.connection, case.id, taken.acting, sealed, decision)
    return case
