"""Two people, really two: who may propose, who may decide, and until when."""

import contextlib
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.base.money import Fen
from shared.identity.principal import Principal, Role, claims_of, principal_of
from shared.proposals.errors import Reason, Refused
from shared.proposals.rules import (
    Decider,
    Policy,
    Proposed,
    Standing,
    State,
    check_checker,
    check_maker,
    policy_for,
)

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=400)
ZHANG, LI, WANG = (uuid.UUID(int=number) for number in (1, 2, 3))


def staff(role: Role, person: uuid.UUID | None = None, **changes: object) -> Principal:
    made = Principal(
        uuid.uuid4(), role, None, None, "测*", "web", own_person_id=person, active_since=LONG_AGO
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def policy(**changes: object) -> Policy:
    made = Policy(date(2026, 1, 1), 0, Decider.CHECKER, 72, 0, evidence_needed=False)
    return replace(made, **changes)  # type: ignore[arg-type]


def proposed(**changes: object) -> Proposed:
    made = Proposed(
        State.OPEN, uuid.uuid4(), ZHANG, Decider.CHECKER, 0, frozenset(), NOW + timedelta(hours=1)
    )
    return replace(made, **changes)  # type: ignore[arg-type]


MAKERS = frozenset({Role.STAFF_MAKER})
CHECKER = staff(Role.STAFF_CHECKER, LI)
HERE = Standing(Role.STAFF_MAKER, active=True, person_id=ZHANG, since=LONG_AGO)


def refusal(
    checker: Principal, what: Proposed, maker: Standing | None = HERE, *, agree: bool = True
) -> Reason | None:
    """What the decision is refused with; None where it may be."""
    try:
        check_checker(checker, what, maker, NOW, makers=MAKERS, agree=agree)
    except Refused as error:
        return Reason(error.code)
    return None


@contextlib.contextmanager
def refused(reason: Reason) -> Iterator[None]:
    """Expect this refusal."""
    with pytest.raises(Refused) as found:
        yield
    assert found.value.reason is reason


def test_another_person_decides() -> None:
    assert refusal(CHECKER, proposed()) is None


def test_one_login_cannot_decide_its_own() -> None:
    assert (
        refusal(CHECKER, proposed(maker_id=CHECKER.identity_id, maker_person_id=None))
        is Reason.SAME_PERSON
    )


def test_two_logins_of_one_human_are_one_person() -> None:
    twin = staff(Role.STAFF_CHECKER, ZHANG)
    assert refusal(twin, proposed(maker_person_id=ZHANG)) is Reason.SAME_PERSON


def test_who_is_affected_neither_proposes_nor_decides() -> None:
    assert refusal(CHECKER, proposed(affected=frozenset({LI, WANG}))) is Reason.OWN_AFFAIR
    with refused(Reason.OWN_AFFAIR):
        check_maker(staff(Role.STAFF_MAKER, WANG), policy(), frozenset({WANG}), (), NOW)


@pytest.mark.parametrize(
    ("decider", "who", "expected"),
    [
        (Decider.CHECKER, staff(Role.STAFF_MAKER), Reason.NOT_ENTITLED),
        (Decider.CHECKER, staff(Role.STAFF_ADMIN), Reason.NOT_ENTITLED),
        (Decider.SENIOR, staff(Role.STAFF_CHECKER), Reason.NOT_ENTITLED),
        (Decider.SENIOR, staff(Role.STAFF_CHECKER, senior=True), None),
        (Decider.SENIOR, staff(Role.STAFF_MAKER, senior=True), Reason.NOT_ENTITLED),
        (Decider.CHECKER, staff(Role.STAFF_CHECKER, senior=True), None),
        (Decider.ADMIN, staff(Role.STAFF_CHECKER, senior=True), Reason.NOT_ENTITLED),
        (Decider.ADMIN, staff(Role.STAFF_ADMIN), None),
    ],
)
def test_the_policy_says_who_decides(
    decider: Decider, who: Principal, expected: Reason | None
) -> None:
    assert refusal(who, proposed(decider=decider)) is expected


@pytest.mark.parametrize(
    "maker", [replace(HERE, active=False), replace(HERE, role=Role.STAFF_CHECKER)]
)
def test_what_somebody_proposed_who_is_not_a_maker_any_more_takes_no_effect(
    maker: Standing,
) -> None:
    assert refusal(CHECKER, proposed(), maker) is Reason.MAKER_GONE
    assert refusal(CHECKER, proposed(), maker, agree=False) is None, "but it can be sent back"


@pytest.mark.parametrize(("days", "expected"), [(29, Reason.NEWCOMER), (30, None), (31, None)])
def test_a_newcomer_is_not_the_other_pair_of_eyes(days: int, expected: Reason | None) -> None:
    lately = staff(Role.STAFF_CHECKER, LI, active_since=NOW - timedelta(days=days))
    assert refusal(lately, proposed(newcomer_days=30)) is expected
    assert refusal(lately, proposed(newcomer_days=0)) is None


def test_whose_token_says_nothing_of_it_counts_as_a_newcomer() -> None:
    nobody_knows = staff(Role.STAFF_MAKER, active_since=None)
    with refused(Reason.NEWCOMER):
        check_maker(nobody_knows, policy(newcomer_days=1), frozenset(), (), NOW)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (State.EXECUTED, Reason.ALREADY_DECIDED),
        (State.REJECTED, Reason.ALREADY_DECIDED),
        (State.WITHDRAWN, Reason.ALREADY_DECIDED),
        (State.EXPIRED, Reason.PROPOSAL_EXPIRED),
    ],
)
def test_what_is_decided_stays_decided(state: State, expected: Reason | None) -> None:
    assert refusal(CHECKER, proposed(state=state)) is expected


def test_a_deadline_ends_in_its_very_instant() -> None:
    assert refusal(CHECKER, proposed(expires_at=NOW)) is Reason.PROPOSAL_EXPIRED
    assert refusal(CHECKER, proposed(expires_at=NOW + timedelta(microseconds=1))) is None


def test_evidence_is_asked_for_where_the_policy_does() -> None:
    maker = staff(Role.STAFF_MAKER)
    with refused(Reason.EVIDENCE_NEEDED):
        check_maker(maker, policy(evidence_needed=True), frozenset(), (), NOW)
    check_maker(maker, policy(evidence_needed=True), frozenset(), ("法院文书(2026)1号",), NOW)


STEPS = [
    policy(effective_from=date(2025, 1, 1), from_fen=0),
    policy(effective_from=date(2026, 1, 1), from_fen=0),
    policy(effective_from=date(2026, 1, 1), from_fen=10_000_000, decider=Decider.SENIOR),
    policy(effective_from=date(2027, 1, 1), from_fen=0, deadline_hours=1),
]


@pytest.mark.parametrize(
    ("amount", "today", "expected"),
    [
        (9_999_999, date(2026, 1, 1), STEPS[1]),
        (10_000_000, date(2026, 1, 1), STEPS[2]),
        (10_000_000, date(2025, 12, 31), STEPS[0]),
        (1, date(2027, 1, 1), STEPS[3]),
        (None, date(2026, 6, 1), STEPS[2]),
    ],
)
def test_the_sum_and_the_day_choose_the_policy(
    amount: int | None, today: date, expected: Policy
) -> None:
    assert policy_for(STEPS, Fen(amount) if amount is not None else None, today) == expected


def test_before_any_policy_nothing_can_be_proposed() -> None:
    with pytest.raises(LookupError):
        policy_for(STEPS, Fen(1), date(2024, 12, 31))


@given(
    person=st.none() | st.uuids(),
    senior=st.booleans(),
    since=st.none() | st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001
)
def test_a_token_says_of_staff_what_the_gateway_knew(
    person: uuid.UUID | None, senior: bool, since: datetime | None
) -> None:
    at = since.replace(microsecond=0, tzinfo=UTC) if since else None
    made = staff(Role.STAFF_CHECKER, person, senior=senior, active_since=at)
    assert principal_of(claims_of(made)) == made
