"""What one may withdraw at most, by what somebody says of a case (试算); the rules of real cases, pure.

Names nobody: the facts that a register would tell are those that were typed, and nothing was taken before.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from shared.base.calendar import months_after
from withdrawals.domain import Debt, Refusal
from withdrawals.dossier import (
    AccountBooks,
    Claims,
    Dossier,
    Home,
    HomeContract,
    Household,
    Invoice,
    Lease,
)
from withdrawals.looks import Allowed, Asking, look
from withdrawals.rules.book import Rulebook
from withdrawals.rules.ground import Cap
from withdrawals.rules.model import Facts

TYPED = "typed"
"""Stands for the number of whatever was typed."""
MONTHS_BOOKED = 36
OWES_NOTHING = Debt(0, 0, 0)
FREE_OF_ACCOUNT = 10**15
"""The ceiling alone is asked for: the account's balance is no limit here."""


@dataclass(frozen=True)
class Typed:
    """What somebody says: amounts in fen, 0 where it is none."""

    deposit_fen: int
    """The monthly deposit."""
    amount_fen: int
    """The monthly rent, the price, the invoices or the fees of the year."""
    less_fen: int
    """Loans for a purchase."""
    registered: bool
    """A lease that is registered."""


@dataclass(frozen=True)
class Calculated:
    """How much at most, and by which limits; or why nothing."""

    most_fen: int
    caps: tuple[Cap, ...]
    refusal: Refusal | None = None


def calculate(kind: str, typed: Typed, book: Rulebook, today: date) -> Calculated | None:
    """Look at a type by what was typed; None of a type that cannot be told so, or is not offered today."""
    offer = {one.type.kind: one for one in book.offers(today)}.get(kind)
    dossier = DOSSIERS.get(kind)
    if offer is None or dossier is None:
        return None
    found = look(
        offer.type,
        offer.policy.terms,
        Facts(today, debt=OWES_NOTHING),
        dossier(typed, today),
        claims=Claims(),
        asking=Asking(today),
    )
    if isinstance(found, Refusal):
        return Calculated(0, (), found)
    assert isinstance(found, Allowed), "every register was answered"
    assert found.ceiling is not None, "each of these has a ceiling"
    return Calculated(found.ceiling.fen, found.ceiling.caps)


def _account(typed: Typed, today: date) -> AccountBooks:
    """An account that is paid up to last month."""
    this_month = today.replace(day=1)
    months = [months_after(this_month, -back) for back in range(1, MONTHS_BOOKED + 1)]
    return AccountBooks(
        FREE_OF_ACCOUNT, typed.deposit_fen, months[-1], months[0],
        dict.fromkeys(months, typed.deposit_fen),
    )  # fmt: skip


def _rent(typed: Typed, today: date) -> Dossier:
    lease = Lease(
        TYPED, False, typed.amount_fen, months_after(today, -MONTHS_BOOKED), months_after(today, 1)
    )
    leases = (lease,) if typed.registered else ()
    return Dossier(_account(typed, today), Household(TYPED), leases=leases)


def _purchase(typed: Typed, today: date) -> Dossier:
    contract = HomeContract(
        number=TYPED, unit=TYPED, ordinal=1, new=True, price_fen=typed.amount_fen, value_fen=None,
        counted_from=today, loans_fen=typed.less_fen, down_payment_fen=0, paid_fen=0,
    )  # fmt: skip
    return Dossier(_account(typed, today), Household(TYPED), contracts=(contract,))


def _invoiced(use: str) -> Callable[[Typed, date], Dossier]:
    def dossier(typed: Typed, today: date) -> Dossier:
        invoice = Invoice(TYPED, use, TYPED, typed.amount_fen, today, today)
        return Dossier(
            _account(typed, today), Household(TYPED), homes=(Home(TYPED, in_city=True),),
            invoices=(invoice,),
        )  # fmt: skip

    return dossier


DOSSIERS: Mapping[str, Callable[[Typed, date], Dossier]] = {
    "rent": _rent,
    "purchase": _purchase,
    "renovation": _invoiced("renovation"),
    "property_fee": _invoiced("property_fee"),
}
"""The types whose ceiling follows from what somebody can say without a register."""
