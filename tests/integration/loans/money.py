"""Loans with a repayment card, and their neighbours' facts: what settlement and accounts answer."""

import uuid
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

import httpx
from tests.integration.loans.conftest import Lent, LoansService, lend, move_to
from tests.support.callers import by_two
from tests.support.telling import received

from loans import tasks
from loans.handlers import debits, offsets
from shared.messages import Event
from shared.messages.accounts import OffsetRefused, OffsetReserved
from shared.messages.loans import LoanDebitRequested, LoanOffsetRequested
from shared.messages.settlement import DebitFailed, DebitSucceeded

GROUNDS = {"reason": "借款人到柜面申请", "evidence": ["柜面申请单1号"]}
LOST = {"unreachable": True}
"""At the counter: no code reaches the phone on file, documents show it."""
BY_CODE = ("card-changes", "card-repayments", "early-repayments")
"""What a party of the loan confirms with the code on the phone, where that can be reached."""
OTHER_CARD = {"number": "6222021612003456796", "holder_name": "张三丰"}
CHUNK = 3
E = TypeVar("E", bound=Event)


async def deliver(
    loans: LoansService,
    handler: Callable[[Any, Sequence[Any]], Awaitable[None]],
    *events: Event,
) -> tuple[list[str], list[str]]:
    """Hand a batch to a handler as the consumer does; return why events were postponed, parked."""
    async with loans.context.unit() as unit:
        await handler(unit, received(events))
    return list(unit.postponed.values()), list(unit.parked.values())


async def told(loans: LoansService, kind: type[E]) -> list[E]:
    """What loans said of one kind, in order."""
    return [event for event in await loans.events() if isinstance(event, kind)]


async def last(loans: LoansService, kind: type[E]) -> E:
    return (await told(loans, kind))[-1]


def debited(asked: LoanDebitRequested, **changes: Any) -> DebitSucceeded:
    facts = {
        "debit_id": asked.debit_id, "amount_fen": asked.amount_fen,
        "bank_serial": f"B{asked.debit_id.hex[:12]}", "debited_on": asked.debit_on,
    }  # fmt: skip
    return DebitSucceeded(**(facts | changes))


def refused(asked: LoanDebitRequested) -> DebitFailed:
    return DebitFailed(debit_id=asked.debit_id, reason_code="AM04", reason_text="余额不足")


async def bank_debits(loans: LoansService) -> LoanDebitRequested:
    """Let the bank debit what was asked for last."""
    asked = await last(loans, LoanDebitRequested)
    assert await deliver(loans, debits.succeeded, debited(asked)) == ([], [])
    return asked


async def bank_refuses(loans: LoansService) -> LoanDebitRequested:
    asked = await last(loans, LoanDebitRequested)
    assert await deliver(loans, debits.failed, refused(asked)) == ([], [])
    return asked


async def fund_gives(loans: LoansService, amount_fen: int) -> LoanOffsetRequested:
    """Let accounts freeze an amount for what was asked for last; 0 refuses."""
    asked = await last(loans, LoanOffsetRequested)
    if amount_fen:
        event = OffsetReserved(
            offset_id=asked.offset_id, person_id=asked.person_id, amount_fen=amount_fen,
            account_tail="3456", balance_after_fen=0,
        )  # fmt: skip
        assert await deliver(loans, offsets.reserved, event) == ([], [])
        return asked
    no = OffsetRefused(
        offset_id=asked.offset_id, person_id=asked.person_id, reason_code="balance_too_small",
        reason_text="账户余额不足",
    )  # fmt: skip
    assert await deliver(loans, offsets.refused, no) == ([], [])
    return asked


async def work(loans: LoansService, day: date) -> None:
    """Let the business date do its work to the end."""
    move_to(loans, day)
    while await tasks.work_once(loans.context, CHUNK):
        pass


@dataclass
class Borrowed(Lent):
    """A loan that is repaid from a card."""

    @property
    def me(self) -> Any:
        return self.loans.person(self.borrower)

    async def account(self) -> dict[str, Any]:
        shown: dict[str, Any] = (await self.loans.maker.get(self.path)).json()
        return {**shown["account"], "state": shown["state"]}

    async def entries(self) -> list[dict[str, Any]]:
        found = (await self.loans.maker.get(f"{self.path}/repayments", limit=200)).json()
        entries: list[dict[str, Any]] = found["entries"]
        return entries

    async def quote(self, kind: str = "payoff", **more: Any) -> httpx.Response:
        path = f"{self.path}/early-repayment-quotes"
        answer: httpx.Response = await self.me.post(path, {"kind": kind, **more})
        return answer

    async def ask_early(self, kind: str = "payoff", **more: Any) -> httpx.Response:
        """Accept a fresh quote."""
        quoted = await self.quote(kind, **more)
        if quoted.status_code != 200:
            return quoted
        body = {"kind": kind, "accepted_quote": quoted.json()["token"], **more}
        answer: httpx.Response = await self.me.post(f"{self.path}/early-repayments", body)
        return answer

    async def debit(self, debit_id: uuid.UUID) -> dict[str, Any]:
        found: dict[str, Any] = (await self.me.get(f"{self.path}/debits/{debit_id}")).json()
        return found

    async def at_counter(self, what: str, body: dict[str, Any]) -> httpx.Response:
        """A maker proposes, another person agrees."""
        path, lost = f"{self.path}/counter/{what}", LOST if what in BY_CODE else {}
        body = {**body, **lost, **GROUNDS}
        return await by_two(self.loans.maker, self.loans.checker, path, body)


async def borrow(
    loans: LoansService, disbursed_on: str = "2016-08-20", paid: int = 36, **more: Any
) -> Borrowed:
    """The loan of E01 with a card, its first instalments paid."""
    lent = await lend(loans, disbursed_on, **more)
    loan = Borrowed(**vars(lent))
    if paid:
        await loan.pay_on_time(paid)
    return loan


def day_after(day: date, days: int = 1) -> date:
    return day + timedelta(days=days)
