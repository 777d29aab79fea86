"""People, flats and loans for the examples of the law's cases, and what accounts would pay of a ceiling."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from accounts.domain import AccountFacts, AccountNumber, AccountState, Refused
from accounts.rules.reservation import judge as judge_account
from shared.base.calendar import months_after
from shared.messages.withdrawals import FundsConditions
from withdrawals.domain import Refusal
from withdrawals.dossier import (
    AccountBooks,
    Claim,
    Claims,
    Dossier,
    Home,
    HomeContract,
    HomeLoan,
    Household,
    Payment,
)
from withdrawals.rules import TYPES
from withdrawals.rules.ground import Ceiling, Question, answer, spread

COUPLE = Household("J371402-2020-001234", married=True)
KINDS = {kind.kind: kind for kind in TYPES}


def first(text: str) -> date:
    return date.fromisoformat(f"{text}-01")


def books(
    balance: int = 2_000_000_00,
    *,
    since: str = "2020-01",
    paid_up_to: str = "2026-10",
    deposit: int = 1_920_00,
    base: int = 12_000_00,
    **months: int,
) -> AccountBooks:
    """An account on which every month was contributed alike."""
    deposits = {}
    month, last = first(since), first(paid_up_to)
    while month <= last:
        deposits[month] = deposit
        month = months_after(month, 1)
    return AccountBooks(balance, base, first(since), last, deposits | {
        first(name.removeprefix("m").replace("_", "-")): fen for name, fen in months.items()
    })  # fmt: skip


def ask(
    build: Any,
    kind: str,
    on: str,
    dossier: Dossier,
    claims: Claims | None = None,
    *,
    at_counter: bool = False,
    subject: str | None = None,
    agreed: bool = False,
    **terms: Any,
) -> Any:
    """Ask the rules of one case by the policy of the day, perhaps with other numbers."""
    day = date.fromisoformat(on)
    own = build.book(types=TYPES, rows=build.all_rows()).terms(kind, day).ground
    own = own.model_copy(update=terms)
    question = Question(kind, day, dossier, claims or Claims(), own, subject, at_counter, agreed)
    return answer(KINDS[kind].ground, question)


def pays(found: Any, balance: int) -> int:
    """What accounts freezes of a ceiling; 0 where it refuses."""
    assert isinstance(found, Ceiling), found
    conditions = FundsConditions(
        closing=False, sealed_required=False, cap_fen=found.fen, least_fen=found.least_fen
    )
    told = judge_account(account(balance), conditions, date(2026, 11, 10))
    return 0 if isinstance(told, Refused) else told.principal_fen


def account(balance: int, state: AccountState = AccountState.NORMAL) -> AccountFacts:
    return AccountFacts(
        UUID(int=7), AccountNumber("37140000000000000017"), 1, state, balance, 0, date(2015, 1, 1),
        date(2026, 10, 1), None, None, None, False, 0, 0, 0,
    )  # fmt: skip


def refusal(found: Any) -> Refusal:
    assert isinstance(found, Refusal), found
    return found


def claims_of(
    kind: str,
    found: Ceiling,
    fen: int,
    on: str,
    *,
    own: bool = False,
    household: bool = True,
    paid: str | None = None,
    group: str | None = None,
) -> list[Claim]:
    """What an application took of a ceiling."""
    paid_on = date.fromisoformat(paid) if paid else None
    return [
        Claim(
            kind,
            group,
            item.key,
            item.period,
            part,
            date.fromisoformat(on),
            own,
            household,
            paid_on,
        )
        for item, part in (*spread(fen, found.items), *((mark, 0) for mark in found.markers))
    ]


def together(*rows: Sequence[Claim]) -> Claims:
    return Claims(tuple(row for one in rows for row in one))


def as_own(rows: Sequence[Claim]) -> list[Claim]:
    return [replace(row, own=True) for row in rows]


def contract(**changes: Any) -> HomeContract:
    usual: dict[str, Any] = {
        "number": "WQ2026000123",
        "unit": "371402001001GB00001F00010001",
        "ordinal": 1,
        "new": True,
        "price_fen": 1_200_000_00,
        "value_fen": 1_200_000_00,
        "counted_from": date(2026, 10, 1),
        "loans_fen": 800_000_00,
        "down_payment_fen": 0,
        "paid_fen": 0,
    }
    return HomeContract(**(usual | changes))


UNIT = "371402001001GB00001F00010001"
HOME = Home(UNIT, in_city=True)


def bank_loan(instalments: int = 14, **changes: Any) -> HomeLoan:
    """The loan of E65: 3,479.76 on each 20th since 2025-09."""
    usual: dict[str, Any] = {
        "number": "BANK-1",
        "fund": False,
        "instalment_fen": 3_479_76,
        "balance_fen": 575_000_00,
        "arrears": False,
        "offset": False,
        "paid_off_on": None,
        "payments": tuple(
            Payment(f"{at + 1}", months_after(date(2025, 9, 20), at), 3_479_76, 3_479_76)
            for at in range(instalments)
        ),
    }
    return HomeLoan(**(usual | changes))
