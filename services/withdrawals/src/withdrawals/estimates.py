"""What somebody reads before applying: from when, how much and why, who must do what; pure (R-WDR-27)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from shared.messages.accounts import FundsRefused, SealReason
from shared.messages.facts import FundsTold
from withdrawals import brakes, decisions
from withdrawals.decisions import Moment
from withdrawals.domain import (
    ApplicationId,
    Ban,
    Brakes,
    Debt,
    Payoff,
    PersonId,
    Refusal,
    Reservation,
)
from withdrawals.dossier import Claims, Dossier
from withdrawals.looks import Allowed, Asking, look
from withdrawals.refusals import WHO
from withdrawals.rules.ground import Cap, Missing
from withdrawals.rules.model import Facts, Terms, WithdrawalType, judge, review_reasons
from withdrawals.texts import TEXTS

CLOSING_DOORS = ("账户随之销户。",)
OF_SEED: Mapping[bool, tuple[str, ...]] = {True: CLOSING_DOORS, False: ()}


@dataclass(frozen=True)
class Standing:
    """What is known of a person, whatever the type."""

    person_id: PersonId
    today: date
    ban: Ban | None
    debt: Debt | None
    payoff: Payoff | None
    payoff_denied: str | None
    claimed_elsewhere_fen: int
    dossier: Dossier
    claims: Claims
    brakes: Brakes = brakes.NONE
    paid_today_fen: int = 0
    """All that was paid to the person today, where a limit for a day is set."""

    @property
    def facts(self) -> Facts:
        """The same, as the rules of a type read it."""
        return Facts(
            self.today,
            self.ban,
            payoff=self.payoff,
            payoff_denied=self.payoff_denied,
            debt=self.debt,
            claimed_elsewhere_fen=self.claimed_elsewhere_fen,
        )


@dataclass(frozen=True)
class Estimate:
    """One type: what would be decided if it were applied for now."""

    kind: str
    name: str
    most_fen: int | None = None
    """None where nothing can be taken now."""
    refusal: Refusal | None = None
    who: str | None = None
    """Who must do something first."""
    missing: str | None = None
    """What is to be handed in, in Chinese."""
    reviewed: bool = False
    """Staff would look at it first."""
    caps: tuple[Cap, ...] = field(default=())
    closes: tuple[str, ...] = ()
    brake: Refusal | None = None
    """What the person set that would stop so much money when it is to be paid (R-CRT-4)."""


def looks(standing: Standing, moment: Moment) -> dict[str, Allowed | Refusal | Missing]:
    """Look at every type that is offered today."""
    asking = Asking(moment.today)
    return {
        offer.type.kind: look(
            offer.type,
            offer.policy.terms,
            standing.facts,
            standing.dossier,
            claims=standing.claims,
            asking=asking,
        )
        for offer in moment.book.offers(moment.today)
    }


def estimates(standing: Standing, told: Sequence[FundsTold], moment: Moment) -> list[Estimate]:
    """Say of every type what would be decided, with what accounts would freeze."""
    funds = {one.kind: one for one in told}
    found = looks(standing, moment)
    return [
        _estimate(moment.book.type_of(kind), seen, funds.get(kind), standing, moment)
        for kind, seen in found.items()
    ]


def _estimate(
    kind: WithdrawalType,
    seen: Allowed | Refusal | Missing,
    funds: FundsTold | None,
    standing: Standing,
    moment: Moment,
) -> Estimate:
    texts = TEXTS.get(kind.kind)
    closes = texts.closes if texts else OF_SEED[kind.closing]
    bare = Estimate(kind.kind, kind.name, closes=closes)
    terms = moment.book.terms(kind.kind, moment.today)
    own = _barred(kind, terms, standing, moment)
    if own is not None:
        return _refused(bare, own)
    if isinstance(seen, Missing):
        return _with(bare, missing=seen.text, who=WHO["document_needed"])
    if isinstance(seen, Refusal):
        return _refused(bare, seen)
    if funds is None or funds.reason_code is not None:
        refusal = decisions.refusal_of(_refused_funds(standing, funds), terms)
        return _refused(bare, refusal)
    money = _reservation(kind, funds, standing)
    found = _priced(bare, kind, terms, seen=seen, money=money, standing=standing)
    stopped = brakes.over_limit(
        standing.brakes, money.amount_fen, standing.paid_today_fen, moment.now
    )
    return _with(found, brake=stopped) if found.refusal is None else found


def _barred(
    kind: WithdrawalType, terms: Terms, standing: Standing, moment: Moment
) -> Refusal | None:
    """What its owner set against anything, where nothing else refuses at once (`decisions.submit`)."""
    if standing.brakes == brakes.NONE or (terms.ground is not None and terms.ground.at_counter):
        return None
    if judge(kind.on_acceptance, standing.facts, terms) is not None:
        return None
    return brakes.bars(standing.brakes, moment.now, moment.book.brakes(moment.today))


def _priced(
    bare: Estimate,
    kind: WithdrawalType,
    terms: Terms,
    *,
    seen: Allowed,
    money: Reservation,
    standing: Standing,
) -> Estimate:
    facts = Facts(standing.today, standing.ban, payoff=standing.payoff, reservation=money)
    refusal = judge(kind.on_reservation, facts, terms)
    if refusal is not None:
        return _refused(bare, refusal)
    stays = money.balance_after_fen
    own = seen.ceiling.caps if seen.ceiling else ()
    limit = seen.conditions.cap_fen
    caps = (
        *own,
        *((Cap("按规定最多", limit),) if limit is not None else ()),
        Cap("提取后账户余额", stays),
        *((Cap("其中利息", money.interest_fen),) if money.closing else ()),
    )
    doubted = seen.ceiling is not None and bool(seen.ceiling.doubts)
    reviewed = doubted or bool(review_reasons(kind, terms.review, money))
    return _with(bare, most_fen=money.amount_fen, caps=caps, reviewed=reviewed)


def _reservation(kind: WithdrawalType, funds: FundsTold, standing: Standing) -> Reservation:
    return Reservation(
        reserved_on=standing.today,
        account_tail="",
        holder_name_sealed="",
        closing=kind.closing,
        principal_fen=funds.principal_fen,
        interest_fen=funds.interest_fen,
        amount_fen=funds.principal_fen + funds.interest_fen,
        balance_after_fen=funds.balance_after_fen,
        retained_fen=funds.retained_fen,
        seal_reason=SealReason(funds.seal_reason) if funds.seal_reason else None,
        sealed_on=None,
        paid_up_to=None,
        months_behind=0,
    )


def _refused_funds(standing: Standing, funds: FundsTold | None) -> FundsRefused:
    return FundsRefused(
        application_id=ApplicationId(standing.person_id),
        person_id=standing.person_id,
        round=1,
        reason_code=funds.reason_code if funds and funds.reason_code else "account_not_eligible",
        rule="R-WDR-10",
        eligible_from=funds.eligible_from if funds else None,
        balance_fen=funds.balance_fen if funds else None,
        retained_fen=funds.retained_fen if funds else None,
    )


def _refused(bare: Estimate, refusal: Refusal) -> Estimate:
    return _with(bare, refusal=refusal, who=WHO.get(refusal.code))


def _with(bare: Estimate, **changes: object) -> Estimate:
    return Estimate(**{**bare.__dict__, **changes})
