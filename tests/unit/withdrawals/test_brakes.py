"""The owner's own brakes: tightened at once, loosened after hours, whoever holds the session."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from withdrawals import brakes as rules
from withdrawals.domain import Brakes
from withdrawals.rules.model import BrakeTerms

NOW = datetime(2026, 10, 12, 1, tzinfo=UTC)
TODAY = date(2026, 10, 12)
TERMS = BrakeTerms(lift_after_hours=72, raise_after_hours=72, cooling_hours=72)
HOUR = timedelta(hours=1)


def test_a_lock_holds_at_once_and_until_72_hours_after_its_lift_was_first_asked_for() -> None:
    locked = rules.locked(rules.NONE, NOW)
    assert rules.is_locked(locked, NOW)
    asked = rules.to_be_lifted(locked, NOW + HOUR, TERMS)
    assert rules.to_be_lifted(asked, NOW + 2 * HOUR, TERMS) == asked, "asking again delays nothing"
    assert rules.is_locked(asked, NOW + 73 * HOUR - timedelta(seconds=1))
    assert not rules.is_locked(asked, NOW + 73 * HOUR)
    again = rules.locked(asked, NOW + 50 * HOUR)
    assert rules.is_locked(again, NOW + 1000 * HOUR), "the owner took the lift back"
    assert rules.to_be_lifted(rules.NONE, NOW, TERMS) == rules.NONE


def test_a_lower_limit_counts_at_once_and_a_higher_one_or_none_later() -> None:
    first = rules.limited(rules.NONE, 500_000, NOW, TERMS)
    assert rules.limit_fen(first, NOW) == 500_000
    lower = rules.limited(first, 100_000, NOW, TERMS)
    assert rules.limit_fen(lower, NOW) == 100_000
    higher = rules.limited(lower, 900_000, NOW, TERMS)
    assert rules.limit_fen(higher, NOW + 72 * HOUR - timedelta(seconds=1)) == 100_000
    assert rules.limit_fen(higher, NOW + 72 * HOUR) == 900_000
    none = rules.limited(lower, None, NOW, TERMS)
    assert rules.limit_fen(none, NOW + 71 * HOUR) == 100_000
    assert rules.limit_fen(none, NOW + 72 * HOUR) is None
    kept = rules.limited(higher, 100_000, NOW + HOUR, TERMS)
    assert rules.limit_fen(kept, NOW + 100 * HOUR) == 100_000, "what was to come is taken back"


@pytest.mark.parametrize(
    ("paid_last_on", "paid_fen", "limit_fen", "code"),
    [
        (None, 0, 6_001_234, None),
        (None, 0, 6_001_233, "over_own_limit"),
        (TODAY, 1, 6_001_234, "over_own_limit"),
        (date(2026, 10, 11), 1, 6_001_234, None),
    ],
)
def test_what_was_paid_today_counts_to_the_limit(
    build: Any, paid_last_on: date | None, paid_fen: int, limit_fen: int, code: str | None
) -> None:
    case = replace(
        build.case(reservation=build.reservation()), brakes=Brakes(limit_fen=limit_fen),
        paid_last_on=paid_last_on, paid_last_fen=paid_fen,
    )  # fmt: skip
    case = replace(case, reservation=replace(case.reserved, amount_fen=6_001_234))
    refusal = rules.before_paying(case, NOW, TODAY, TERMS)
    assert (refusal.code if refusal else None) == code


def test_another_card_and_another_phone_cool_off(build: Any) -> None:
    case = build.case(reservation=build.reservation())
    card = replace(case, another_card_since=NOW)
    barred = rules.before_paying(card, NOW + 71 * HOUR, TODAY, TERMS)
    assert barred is not None
    assert (barred.code, barred.eligible_from) == ("card_cooling", date(2026, 10, 16))
    assert rules.before_paying(card, NOW + 72 * HOUR, TODAY, TERMS) is None
    phone = replace(case, brakes=Brakes(phone_changed_at=NOW))
    barred = rules.before_applying(phone, NOW + 71 * HOUR, TERMS)
    assert barred is not None
    assert barred.code == "phone_cooling"
    assert rules.before_applying(phone, NOW + 72 * HOUR, TERMS) is None


WISHES = st.lists(
    st.one_of(
        st.just("lock"), st.just("lift"), st.integers(1, 50).map(lambda fen: fen * 100), st.none()
    ),
    max_size=12,
)


@given(WISHES, st.lists(st.integers(0, 71), min_size=12, max_size=12))
def test_no_sequence_of_wishes_loosens_anything_within_72_hours(
    wishes: list[Any], gaps: list[int]
) -> None:
    """A thief with the session and the phone has, until then, at most what held when the theft began."""
    brakes = rules.limited(rules.locked(rules.NONE, NOW), 5_000, NOW, TERMS)
    now, spent = NOW, 0
    for wish, gap in zip(wishes, gaps, strict=False):
        if spent + gap >= 72:
            break
        spent += gap
        now = NOW + spent * HOUR
        match wish:
            case "lock":
                brakes = rules.locked(brakes, now)
            case "lift":
                brakes = rules.to_be_lifted(brakes, now, TERMS)
            case _:
                brakes = rules.limited(brakes, wish, now, TERMS)
        most = rules.limit_fen(brakes, now)
        assert rules.is_locked(brakes, now)
        assert most is not None
        assert most <= 5_000
