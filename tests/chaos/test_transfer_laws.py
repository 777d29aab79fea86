"""The laws about transfers between cities are silent on good books, and name what is wrong with others."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from .transfer_evidence import Frozen, Known, Letter, Move, TransferBooks, Transferred
from .transfer_laws import OTHER_ACCOUNT, OTHER_NAME, TRANSFER_LAWS

HAD_FEN, COMES_FEN, GOES_FEN = 64_000, 1_234_567, 64_123
HAS_FEN = 1_298_567
COMES, LEAVES, STAYS = (f"{number:08x}-0000-4000-8000-000000000000" for number in (1, 2, 3))
OURS, THEIRS, REFUSED = "3714002611300001", "3701002611300001", "3701002611300002"

GOOD = TransferBooks(
    moves=[
        Move(1, True, frozenset({"done"}), None, [COMES, COMES], HAD_FEN, COMES_FEN, "01", HAS_FEN),
        Move(2, False, frozenset({"done"}), THEIRS, [LEAVES], HAD_FEN, GOES_FEN, "04", 0),
        Move(3, False, frozenset({"refused"}), REFUSED, [STAYS], HAD_FEN, GOES_FEN, "01", HAD_FEN),
    ],
    letters=[
        Letter(COMES, OURS, "done", COMES_FEN), Letter(LEAVES, THEIRS, "done", GOES_FEN),
        Letter(STAYS, REFUSED, "refused", None),
    ],
    platform=[Known(OURS, "00"), Known(THEIRS, "00"), Known(REFUSED, "13")],
    bank=[
        Transferred(OURS, "receipt", COMES_FEN, OTHER_NAME),
        Transferred(LEAVES, "payout", GOES_FEN, OTHER_ACCOUNT),
    ],
    reservations=[Frozen(LEAVES, "posted", GOES_FEN)],
    orders=[Frozen(LEAVES, "succeeded", GOES_FEN)],
)  # fmt: skip


def _laws_broken(books: TransferBooks) -> set[str]:
    return {law for one in TRANSFER_LAWS for law, _, _ in one(books)}


def test_good_books_break_no_law() -> None:
    assert _laws_broken(GOOD) == set()


def _with(items: Any, position: int, **changes: Any) -> list[Any]:
    found = list(items)
    found[position] = replace(found[position], **changes)
    return found


PLANTED: dict[str, tuple[str, Callable[[TransferBooks], TransferBooks]]] = {
    "one request that became two letters": (
        "letters end", lambda b: replace(b, moves=_with(b.moves, 0, answers=[COMES, LEAVES])),
    ),
    "a request refused at the door": (
        "letters end", lambda b: replace(b, moves=_with(b.moves, 0, refused="no answer")),
    ),
    "a letter that does not end": (
        "letters end", lambda b: replace(b, letters=_with(b.letters, 1, state="paying")),
    ),
    "a letter that is gone": ("letters end", lambda b: replace(b, letters=b.letters[1:])),
    "another letter than the one that was written": (
        "letters end", lambda b: replace(b, moves=_with(b.moves, 1, number=REFUSED)),
    ),
    "a letter of which the platform was never told that it ended": (
        "letters end", lambda b: replace(b, platform=_with(b.platform, 0, state="08")),
    ),
    "money that left twice": (
        "moved out once", lambda b: replace(b, bank=[*b.bank, b.bank[1]]),
    ),
    "money that left for another account": (
        "moved out once", lambda b: replace(b, bank=_with(b.bank, 1, party="4430161880005000497")),
    ),
    "money that left with a fen too much": (
        "moved out once", lambda b: replace(b, bank=_with(b.bank, 1, amount_fen=GOES_FEN + 1)),
    ),
    "a payment in doubt": (
        "moved out once", lambda b: replace(b, orders=_with(b.orders, 0, state="unknown")),
    ),
    "an account that left and still has its money": (
        "moved out once", lambda b: replace(b, moves=_with(b.moves, 1, balance_fen=GOES_FEN)),
    ),
    "money that is frozen for ever": (
        "moved out once", lambda b: replace(b, reservations=_with(b.reservations, 0, state="reserved")),
    ),
    "money that left for a letter that was refused": (
        "moved out once", lambda b: replace(b, bank=[*b.bank, replace(b.bank[1], about=STAYS)]),
    ),
    "money that came and was booked twice": (
        "moved in once",
        lambda b: replace(b, moves=_with(b.moves, 0, balance_fen=HAD_FEN + 2 * COMES_FEN)),
    ),
    "money that is on the account and never came": (
        "moved in once", lambda b: replace(b, bank=b.bank[1:]),
    ),
    "a letter of nobody": (
        "no transfer invented", lambda b: replace(b, moves=b.moves[:2]),
    ),
    "money with the number of no letter": (
        "no transfer invented",
        lambda b: replace(b, bank=[*b.bank, replace(b.bank[0], about="3714002611300099")]),
    ),
    "a letter of which only the platform knows": (
        "no transfer invented",
        lambda b: replace(b, platform=[*b.platform, Known("3714002611300099", "01")]),
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", PLANTED)
def test_a_fault_in_the_books_is_named(fault: str) -> None:
    law, plant = PLANTED[fault]
    assert law in _laws_broken(plant(GOOD))
