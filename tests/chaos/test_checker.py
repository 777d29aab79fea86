"""The checker is held against faults too: sound evidence passes, and each planted difference is found."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import pytest

from shared.messages.accounts import FundsReleased
from shared.messages.withdrawals import WithdrawalApproved
from shared.messaging.topology import PAY_APPROVED_WITHDRAWALS

from .checker import HEARERS, OFTEN, ORDERED_AS, OUTCOME_WORDS, RESERVED_AS, differences
from .evidence import Application, Asked, Entry, Evidence, Order, Payment, Reservation, Text
from .plan import LINKS, PARTS, VICTIMS, make_plan

DUE_FEN = 96_000
APPROVED = WithdrawalApproved.type
ENDS = ("paid", "returned", "failed", "rejected", "cancelled")
IDS = {end: str(uuid.uuid5(uuid.NAMESPACE_OID, end)) for end in ENDS}
KEYS = {end: IDS[end].replace("-", "") for end in ENDS}
BANK_SAYS = {"paid": "ACSC", "returned": "ACSC", "failed": "RJCT"}


def asked(end: str) -> Asked:
    number = ENDS.index(end)
    return Asked(
        number, end, [IDS[end]], frozenset({end}), DUE_FEN,
        f"622202000000000{number}", f"王{number}", f"1380000000{number}",
    )  # fmt: skip


def payment(end: str) -> Payment:
    who = asked(end)
    return Payment(KEYS[end], BANK_SAYS[end], DUE_FEN, who.card, who.name, end == "returned")


SOUND = Evidence(
    asked=[asked(end) for end in ENDS],
    applications=[Application(IDS[end], end, DUE_FEN) for end in ENDS],
    payments=[payment(end) for end in BANK_SAYS],
    entries=[
        Entry("payout", KEYS["paid"], DUE_FEN),
        Entry("payout", KEYS["returned"], DUE_FEN),
        Entry("return", KEYS["returned"], DUE_FEN),
    ],
    reservations=[Reservation(IDS[end], min(RESERVED_AS[end]), DUE_FEN) for end in ENDS],
    orders=[Order(IDS[end], ORDERED_AS[end], DUE_FEN, None) for end in ORDERED_AS],
    texts=[Text(asked(end).phone, f"您的{word}。") for end in ENDS for word in OUTCOME_WORDS[end]],
    ledger_exit_code=0,
    ledger_says="0 differences",
    resting={},
    parked=[],
    outboxes={"accounts": 0},
    unplanned=[],
    sent={"m1": APPROVED, "m2": FundsReleased.type},
    heard={queue: frozenset({"m1"}) for queue in HEARERS[APPROVED]},
    handled={PAY_APPROVED_WITHDRAWALS.name: 1},
    remembered={PAY_APPROVED_WITHDRAWALS.name: 1},
    tries_every_order=True,
)


def test_sound_evidence_has_no_differences() -> None:
    assert differences(SOUND) == []


def test_a_text_may_come_twice() -> None:
    assert differences(replace(SOUND, texts=[*SOUND.texts, *SOUND.texts])) == []


Plant = Callable[[Evidence], Evidence]


def _only(end: str) -> int:
    return ENDS.index(end)


T = TypeVar("T", bound=Any)


def _with(items: Sequence[T], position: int, **changes: Any) -> list[T]:
    found = list(items)
    found[position] = replace(found[position], **changes)
    return found


MANY_APPROVED = {f"m{number}": APPROVED for number in range(OFTEN)}
EACH_ONCE = {(queue, APPROVED): 1 for queue in HEARERS[APPROVED]}

PLANTED: dict[str, tuple[str, Plant]] = {
    "a second payment under the same key": (
        "paid exactly once",
        lambda e: replace(e, payments=[*e.payments, payment("paid")]),
    ),
    "a second booking of one payment": (
        "paid exactly once",
        lambda e: replace(e, entries=[*e.entries, Entry("payout", KEYS["paid"], DUE_FEN)]),
    ),
    "a payment under a key of nobody": (
        "nothing invented",
        lambda e: replace(e, payments=[*e.payments, replace(payment("paid"), key="f" * 32)]),
    ),
    "a booking under a key of nobody": (
        "nothing invented",
        lambda e: replace(e, entries=[*e.entries, Entry("payout", "f" * 32, 1)]),
    ),
    "a payment that is missing": (
        "paid exactly once",
        lambda e: replace(e, payments=e.payments[1:]),
    ),
    "a payment of a fen too much": (
        "paid exactly once",
        lambda e: replace(e, payments=_with(e.payments, 0, amount_fen=DUE_FEN + 1)),
    ),
    "a payment to somebody else's card": (
        "paid exactly once",
        lambda e: replace(e, payments=_with(e.payments, 0, card=asked("failed").card)),
    ),
    "a payment to somebody else's name": (
        "paid exactly once",
        lambda e: replace(e, payments=_with(e.payments, 0, holder="李四")),
    ),
    "a payment for a rejected application": (
        "paid exactly once",
        lambda e: replace(
            e, payments=[*e.payments, replace(payment("paid"), key=KEYS["rejected"])]
        ),
    ),
    "a payment that the bank has not decided": (
        "paid exactly once",
        lambda e: replace(e, payments=_with(e.payments, 2, status="PDNG")),
    ),
    "a return that was not booked": (
        "paid exactly once",
        lambda e: replace(e, entries=e.entries[:2]),
    ),
    "a citizen who was told another amount": (
        "paid exactly once",
        lambda e: replace(e, applications=_with(e.applications, 0, amount_fen=1)),
    ),
    "an application that is gone": (
        "nothing lost",
        lambda e: replace(e, applications=e.applications[1:]),
    ),
    "an application that does not end": (
        "nothing lost",
        lambda e: replace(e, applications=_with(e.applications, 0, state="approved")),
    ),
    "an application that ends as it may not": (
        "nothing lost",
        lambda e: replace(e, applications=_with(e.applications, 0, state="rejected")),
    ),
    "one request that became two applications": (
        "nothing lost",
        lambda e: replace(e, asked=_with(e.asked, 0, answers=[IDS["paid"], IDS["failed"]])),
    ),
    "a request that never got an answer": (
        "nothing lost",
        lambda e: replace(e, asked=_with(e.asked, 0, answers=[], refused="no answer")),
    ),
    "an application that nobody made": (
        "nothing invented",
        lambda e: replace(
            e, applications=[*e.applications, Application(str(uuid.uuid4()), "rejected", None)]
        ),
    ),
    "an order that nobody gave": (
        "nothing invented",
        lambda e: replace(e, orders=[*e.orders, Order(str(uuid.uuid4()), "failed", 1, None)]),
    ),
    "a reservation that nobody wanted": (
        "nothing invented",
        lambda e: replace(
            e, reservations=[*e.reservations, Reservation(str(uuid.uuid4()), "released", 1)]
        ),
    ),
    "money that is frozen for ever": (
        "the ledger agrees",
        lambda e: replace(e, reservations=_with(e.reservations, _only("failed"), state="reserved")),
    ),
    "a payment that the ledger has not booked": (
        "the ledger agrees",
        lambda e: replace(e, reservations=e.reservations[1:]),
    ),
    "a payment booked with another amount": (
        "the ledger agrees",
        lambda e: replace(e, reservations=_with(e.reservations, 0, amount_fen=DUE_FEN - 1)),
    ),
    "a verifier that finds something": (
        "the ledger agrees",
        lambda e: replace(e, ledger_exit_code=1, ledger_says="1 difference"),
    ),
    "an order in doubt": (
        "settlement knows",
        lambda e: replace(e, orders=_with(e.orders, 0, state="unknown")),
    ),
    "an order with a flag": (
        "settlement knows",
        lambda e: replace(e, orders=_with(e.orders, 0, attention="key_conflict")),
    ),
    "a text that never came": (
        "everybody knows",
        lambda e: replace(e, texts=e.texts[1:]),
    ),
    "a text that came three times": (
        "everybody knows",
        lambda e: replace(e, texts=[*e.texts, *e.texts, *e.texts]),
    ),
    "a text of another outcome": (
        "everybody knows",
        lambda e: replace(e, texts=[*e.texts, Text(asked("cancelled").phone, "已到账")]),
    ),
    "a parked message": (
        "nothing parked",
        lambda e: replace(e, parked=["accounts.book-bank-receipts receipt.credited.v1"]),
    ),
    "a message that waits": (
        "nothing waits",
        lambda e: replace(e, resting={"accounts.book-bank-receipts.retry.3": 1}),
    ),
    "an event that has not left": (
        "nothing waits",
        lambda e: replace(e, outboxes={"accounts": 1}),
    ),
    "a message that one of its hearers never handled": (
        "everything is heard",
        lambda e: replace(e, heard={PAY_APPROVED_WITHDRAWALS.name: frozenset({"m1"})}),
    ),
    "a message that nobody sent": (
        "nothing is made up",
        lambda e: replace(e, sent={}),
    ),
    "a message handled twice": (
        "handled once",
        lambda e: replace(e, handled={PAY_APPROVED_WITHDRAWALS.name: 2}),
    ),
    "a kind that was never early": (
        "everything is late and early",
        lambda e: replace(e, sent=MANY_APPROVED, late=EACH_ONCE),
    ),
    "a kind that was never late": (
        "everything is late and early",
        lambda e: replace(e, sent=MANY_APPROVED, early=EACH_ONCE),
    ),
    "a process that ended by itself": (
        "nobody dies by himself",
        lambda e: replace(e, unplanned=["loans ended (exit code 1)"]),
    ),
    "a process that stayed": (
        "no process leaks",
        lambda e: replace(e, leaked=["postgres (4711)"]),
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found(fault: str) -> None:
    law, plant = PLANTED[fault]
    assert law in {difference.law for difference in differences(plant(SOUND))}


def test_a_short_run_need_not_try_every_order() -> None:
    short = replace(SOUND, sent=MANY_APPROVED, tries_every_order=False)
    assert "everything is late and early" not in {found.law for found in differences(short)}


def test_a_seed_makes_the_same_plan_again_and_another_seed_another() -> None:
    plans = [make_plan(seed, 200, 30.0, kills_each=2, troubles_each=2) for seed in (1, 1, 2)]
    assert plans[0] == plans[1]
    assert plans[0].actions != plans[2].actions


def test_a_plan_kills_everything_breaks_every_link_and_has_every_part() -> None:
    plan = make_plan(3, 60, 15.0, kills_each=1, troubles_each=1)
    assert {action.target for action in plan.actions if action.kind == "kill"} == set(VICTIMS)
    assert {action.target for action in plan.actions} >= set(LINKS)
    assert {citizen.part for citizen in plan.citizens} == set(PARTS)
    assert len(plan.citizens) == 60
