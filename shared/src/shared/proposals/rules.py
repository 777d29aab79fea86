"""Who may propose and who may decide (pure): two people, really two, and neither of them affected."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from shared.base.money import Fen
from shared.identity.principal import Principal, Role
from shared.proposals.errors import Reason, Refused


class Decider(StrEnum):
    """Whom a policy asks for."""

    CHECKER = "checker"
    """复核员"""
    SENIOR = "senior"
    """高级复核员"""
    ADMIN = "admin"
    """管理员"""


class State(StrEnum):
    """Of a proposal; only the first can still change."""

    OPEN = "open"
    EXECUTED = "executed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


@dataclass(frozen=True)
class Policy:
    """A row of the policy table."""

    effective_from: date
    from_fen: int
    decider: Decider
    deadline_hours: int
    newcomer_days: int
    evidence_needed: bool


@dataclass(frozen=True)
class Standing:
    """How a member of staff stands, as the gateway says."""

    role: Role
    active: bool
    person_id: UUID | None
    since: datetime


def policy_for(rows: Sequence[Policy], amount_fen: Fen | None, today: date) -> Policy:
    """Choose the policy of a sum: of the newest rows in force the one with the highest floor that it reaches.

    Without a sum the strictest of them holds. Raises `LookupError` where no row is in force.
    """
    in_force = [row for row in rows if row.effective_from <= today]
    if not in_force:
        raise LookupError("no policy is in force")
    newest = max(row.effective_from for row in in_force)
    steps = sorted(
        (row for row in in_force if row.effective_from == newest), key=lambda r: r.from_fen
    )
    if amount_fen is None:
        return steps[-1]
    reached = [row for row in steps if row.from_fen <= amount_fen]
    if not reached:
        raise LookupError("no policy for so small a sum")
    return reached[-1]


def check_maker(
    maker: Principal,
    policy: Policy,
    affected: frozenset[UUID],
    evidence: Sequence[str],
    now: datetime,
) -> None:
    """Raise unless this person may propose it: `OWN_AFFAIR`, `NEWCOMER`, `EVIDENCE_NEEDED`."""
    _not_affected(maker.own_person_id, affected)
    _no_newcomer(maker.active_since, policy.newcomer_days, now)
    if policy.evidence_needed and not evidence:
        raise Refused(Reason.EVIDENCE_NEEDED)


@dataclass(frozen=True)
class Proposed:
    """What a decision has to look at of a proposal."""

    state: State
    maker_id: UUID
    maker_person_id: UUID | None
    decider: Decider
    newcomer_days: int
    affected: frozenset[UUID]
    expires_at: datetime


def check_checker(
    checker: Principal,
    proposed: Proposed,
    maker: Standing | None,
    now: datetime,
    *,
    makers: frozenset[Role],
    agree: bool,
) -> None:
    """Raise unless this person may decide it now; `makers` are the roles in which it may be proposed.

    `ALREADY_DECIDED`, `PROPOSAL_EXPIRED`, `SAME_PERSON`, `OWN_AFFAIR`, `NOT_ENTITLED`; where it would take
    effect also `NEWCOMER` and `MAKER_GONE`. Who has been found out can still have it sent back.
    """
    if proposed.state is State.EXPIRED:
        raise Refused(Reason.PROPOSAL_EXPIRED)
    if proposed.state is not State.OPEN:
        raise Refused(Reason.ALREADY_DECIDED)
    if now >= proposed.expires_at:
        raise Refused(Reason.PROPOSAL_EXPIRED)
    _two_people(checker, proposed)
    _not_affected(checker.own_person_id, proposed.affected)
    if not _entitled(checker, proposed.decider):
        raise Refused(Reason.NOT_ENTITLED)
    if agree:
        _no_newcomer(checker.active_since, proposed.newcomer_days, now)
        if maker is not None and not (maker.active and maker.role in makers):
            raise Refused(Reason.MAKER_GONE)


def _two_people(checker: Principal, proposed: Proposed) -> None:
    same_login = checker.identity_id == proposed.maker_id
    same_human = (
        checker.own_person_id is not None and checker.own_person_id == proposed.maker_person_id
    )
    if same_login or same_human:
        raise Refused(Reason.SAME_PERSON)


def _not_affected(person_id: UUID | None, affected: frozenset[UUID]) -> None:
    if person_id is not None and person_id in affected:
        raise Refused(Reason.OWN_AFFAIR)


def _no_newcomer(since: datetime | None, newcomer_days: int, now: datetime) -> None:
    if newcomer_days and (since is None or now - since < timedelta(days=newcomer_days)):
        raise Refused(Reason.NEWCOMER, told={"newcomer_days": newcomer_days})


def _entitled(checker: Principal, decider: Decider) -> bool:
    if decider is Decider.ADMIN:
        return checker.role is Role.STAFF_ADMIN
    if checker.role is not Role.STAFF_CHECKER:
        return False
    return decider is Decider.CHECKER or checker.senior
