"""What takes two people here: the review of an application, bans, and the working calendar."""

from shared.base.identifiers import mask_name
from shared.base.money import Fen, yuan
from shared.identity.principal import Principal
from shared.messages.withdrawals import BanCause
from shared.messaging.unit import Unit
from shared.operations.parking.operation import SET_ASIDE
from shared.operations.policy_desk.drafts import operation_of
from shared.proposals.at_counter import in_words
from shared.proposals.operation import Decision, Facts, Operation
from withdrawals import consent_operations, estate_operations, spans
from withdrawals.domain import REVIEW_KINDS, Acting, Ban, Verdict
from withdrawals.handlers import bans, counter, papers, policies, review
from withdrawals.sealed import holder_shown
from withdrawals.shapes.citizens import KIND_NAMES, Application
from withdrawals.shapes.counter import CounterTaken
from withdrawals.shapes.papers import Acceptance
from withdrawals.shapes.staff import Ban as BanShown
from withdrawals.shapes.staff import BanBody, CalendarBody, CalendarEdited, LiftBody, Reviewed
from withdrawals.store import rulebooks
from withdrawals.texts import REGISTER_NAMES
from withdrawals.views import staff as views

CAUSES = {BanCause.FALSE_MATERIALS: "虚假材料", BanCause.LOAN_FRAUD: "骗取贷款"}
VERDICT_NAMES = {Verdict.APPROVE: "同意提取", Verdict.REJECT: "不予提取"}


async def _examine_review(unit: Unit, body: Reviewed, _by: Principal) -> Facts:
    case, _ = await review.in_review(unit, body.application_id, body.proposal)
    what = f"{VERDICT_NAMES[body.proposal]}：{{}}{KIND_NAMES[case.kind]}{{}}"
    if case.reservation is None:
        return Facts(str(case.id), what.format("", "，材料审核"), frozenset({case.person_id}))
    amount_fen = case.reservation.amount_fen
    name = holder_shown(case, unit.personal_data)
    return Facts(
        str(body.application_id),
        what.format(f"{name}，", f"，{yuan(amount_fen)}元"),
        frozenset({case.person_id}),
        Fen(amount_fen),
    )


async def _review(unit: Unit, body: Reviewed, decision: Decision) -> Application:
    return Application.of(await review.decide(unit, body.application_id, body.proposal, decision))


async def _examine_papers(unit: Unit, body: Acceptance, _by: Principal) -> Facts:
    case = await papers.acceptable(unit, body.application_id, body.told)
    names = "、".join(REGISTER_NAMES[one] for one in body.told)
    summary = f"认可材料：{KIND_NAMES[case.kind]}，{names}"
    return Facts(str(case.id), summary, frozenset({case.person_id}))


async def _accept_papers(unit: Unit, body: Acceptance, decision: Decision) -> Application:
    actor = f"staff:{decision.checker_id}"
    return Application.of(await papers.accept(unit, body.application_id, body.told, actor))


async def _examine_ban(unit: Unit, body: BanBody, _by: Principal) -> Facts:
    ban = await bans.new_ban(unit, body.person_id, body.cause, body.found_on)
    return _about(ban, f"限制提取和贷款至{ban.ends_on}（{body.document_number}）")


def _about(ban: Ban, what: str) -> Facts:
    return Facts(
        str(ban.person_id), f"{what}，原因：{CAUSES[ban.cause]}", frozenset({ban.person_id})
    )


async def _impose(unit: Unit, body: BanBody, decision: Decision) -> BanShown:
    ban = await bans.new_ban(unit, body.person_id, body.cause, body.found_on)
    await bans.impose(unit, ban, body.document_number, decision)
    return await _shown(unit, ban)


async def _shown(unit: Unit, ban: Ban) -> BanShown:
    (found,) = await views.bans(unit.connection, unit.clock.today(), 1, ban_id=ban.id)
    return found


async def _examine_lift(unit: Unit, body: LiftBody, _by: Principal) -> Facts:
    ban, _ = await bans.liftable(unit, body.ban_id)
    return _about(ban, f"解除至{ban.ends_on}的限制")


async def _lift(unit: Unit, body: LiftBody, decision: Decision) -> BanShown:
    return await _shown(unit, await bans.lift(unit, body.ban_id, decision))


async def _examine_days(_unit: Unit, body: CalendarBody, _by: Principal) -> Facts:
    days = {item.day: item.is_workday for item in body.days}
    told = "，".join(spans.told_of(days))
    return Facts(str(min(days)), f"调整工作日历{len(days)}天：{told}（{body.source}）")


async def _edit_days(unit: Unit, body: CalendarBody, decision: Decision) -> CalendarEdited:
    days = {item.day: item.is_workday for item in body.days}
    version = await rulebooks.edit_days(unit, days, body.source, decision.maker_id)
    count = await rulebooks.open_applications(unit.connection)
    return CalendarEdited(version=version, open_applications=count)


async def _examine_counter(unit: Unit, body: CounterTaken, _by: Principal) -> Facts:
    taken = body.taken()
    await counter.examine(unit, taken)
    who = counter.ACTING_TEXTS[taken.acting]
    if taken.agent is not None:
        who = f"{who}（{mask_name(taken.agent.name)}）"
    what = f"柜台受理：{KIND_NAMES[taken.kind]}，{who}，付到尾号{taken.card.tail}的银行卡"
    summary = f"{what}；{in_words(body)}"
    return Facts(str(taken.person_id), summary, frozenset({taken.person_id}))


async def _take(unit: Unit, body: CounterTaken, decision: Decision) -> Application:
    taken = body.taken()
    await counter.examine(unit, taken)
    return Application.of(await counter.take(unit, taken, decision))


def _in_anothers_name(body: CounterTaken) -> bool:
    """A guardian shows what makes them one, an authorised person the authorisation."""
    return body.acting is not Acting.SELF


REVIEWS = {
    verdict: Operation(
        REVIEW_KINDS[verdict],
        f"提取审核：{VERDICT_NAMES[verdict]}",
        Reviewed,
        _examine_review,
        _review,
    )
    for verdict in Verdict
}
ACCEPT_PAPERS = Operation(
    "papers.accept", "认可证明材料", Acceptance, _examine_papers, _accept_papers
)
IMPOSE = Operation("ban.impose", "登记限制提取", BanBody, _examine_ban, _impose)
LIFT = Operation("ban.lift", "解除限制提取", LiftBody, _examine_lift, _lift)
EDIT_CALENDAR = Operation("calendar.edit", "调整工作日历", CalendarBody, _examine_days, _edit_days)
TAKE = Operation(
    "counter.apply",
    "柜台受理提取申请",
    CounterTaken,
    _examine_counter,
    _take,
    scanned=_in_anothers_name,
)
ENACT = operation_of(policies.drafted)
OPERATIONS = (
    *REVIEWS.values(),
    ACCEPT_PAPERS,
    TAKE,
    IMPOSE,
    LIFT,
    EDIT_CALENDAR,
    ENACT,
    *estate_operations.OPERATIONS,
    *consent_operations.OPERATIONS,
    SET_ASIDE,
)
