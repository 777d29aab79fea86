"""A message is late or early by the order in which its queue had it, against the order of sending."""

from collections import Counter

import pytest

from shared.messages.settlement import PaymentSucceeded, PaymentUnknown
from shared.messages.withdrawals import WithdrawalSubmitted
from shared.messaging.topology import FOLLOW_APPLICATIONS

from .disorder import Disorder

ALL = range(4)
QUEUE = FOLLOW_APPLICATIONS.name
UNKNOWN, SUCCEEDED = PaymentUnknown.type, PaymentSucceeded.type
LATE, EARLY = (QUEUE, UNKNOWN), (QUEUE, SUCCEEDED)


@pytest.fixture
def disorder() -> Disorder:
    """Three messages to one queue, and one to another, in the order of sending."""
    made = Disorder()
    for message_id, kind in (
        ("first", UNKNOWN), ("second", UNKNOWN), ("elsewhere", WithdrawalSubmitted.type),
        ("third", SUCCEEDED),
    ):  # fmt: skip
        made.note(message_id, kind)
    return made


def test_what_waited_is_late_and_what_overtook_it_is_early(disorder: Disorder) -> None:
    disorder.came(QUEUE, ["first"], ALL, set())
    assert disorder.late == {LATE: 1}
    assert disorder.early == Counter({LATE: 1, EARLY: 1}), "the second one went straight too"


def test_what_waited_while_nothing_passed_is_not_late(disorder: Disorder) -> None:
    disorder.came(QUEUE, ["first", "second", "third"], ALL, set())
    assert not disorder.late
    assert not disorder.early


def test_what_came_backwards_is_late_and_early(disorder: Disorder) -> None:
    disorder.came(QUEUE, ["second", "first"], ALL, {SUCCEEDED})
    assert disorder.late == disorder.early == {LATE: 1}


def test_what_still_waits_elsewhere_has_overtaken_nothing(disorder: Disorder) -> None:
    disorder.came(QUEUE, ["first", "second"], ALL, {SUCCEEDED})
    assert not disorder.late


def test_what_nobody_is_known_to_have_sent_counts_for_nothing(disorder: Disorder) -> None:
    disorder.came(QUEUE, ["unheard"], ALL, set())
    assert not disorder.late


def test_what_was_sent_while_the_bindings_changed_does_not_count(disorder: Disorder) -> None:
    disorder.came(QUEUE, ["second", "first"], range(2, 4), set())
    assert not disorder.late


def test_what_was_sent_while_others_came_back_has_not_overtaken_them(disorder: Disorder) -> None:
    disorder.came(QUEUE, ["first", "second"], range(3), set())
    assert not disorder.late
    assert not disorder.early
