"""Fund loans in every state that the rules distinguish: moved in, proposed, or waiting for a payee."""

import asyncio
from datetime import date, timedelta
from typing import Any

from city.clients import Bank, by_two
from city.lending import PAYOFF, Lending, due_on
from city.seed.months import Known, month_first
from city.seed.office import Office
from city.seed.people import Person
from city.seed.plan import LAST, Loan, Plan, Resident

LOANS_AT_ONCE = 4
PERIODS = 60
PAID_INSTALMENTS = 5
AMOUNT_FEN = 6_000_000
MONTHS_SINCE_DISBURSEMENT = 8
DUE_DAY = 20
NO_ACCOUNT = "37140000"
"""Has too few digits for an account of the bank: the loan waits to be paid out."""
PAID_OFF = "3"
"""Loan account state 已结清: an earlier, killed seeding came this far."""


async def make_loans(office: Office, plan: Plan, known: Known, today: date) -> None:
    """Make every loan of the plan, a few at a time."""
    some = asyncio.Semaphore(LOANS_AT_ONCE)

    async def make(number: int, resident: Resident, state: Loan) -> None:
        async with some:
            maker = _LoanMaker(office, f"DK{today:%Y}0820{number:03d}", today)
            await maker.make(known.accounts[resident.key].person_id, state, resident.person)

    borrowers = [(one, one.loan) for one in plan.residents if one.loan is not None]
    async with asyncio.TaskGroup() as group:
        for number, (resident, state) in enumerate(borrowers, 1):
            group.create_task(make(number, resident, state))


class _LoanMaker:
    """Brings one loan to its state."""

    def __init__(self, office: Office, contract_number: str, today: date) -> None:
        self._office = office
        self._contract = contract_number
        self._path = f"loans/contracts/{contract_number}"
        self._today = today
        self._disbursed_on = month_first(today, LAST + 1 - MONTHS_SINCE_DISBURSEMENT).replace(
            day=DUE_DAY
        )

    async def make(self, borrower: str, state: Loan, who: Person) -> None:
        if state in (Loan.TO_CONFIRM, Loan.TO_DISBURSE):
            await self._propose(borrower, who, agree=state is Loan.TO_DISBURSE)
            return
        # Whoever pays on time can repay early at the web hall; what is overdue must stay so on its due day.
        card = _card(who) if state is Loan.UNPAID else None
        agreements = [self._agreement(borrower)] if state is Loan.PAID_OFF_WITH_AGREEMENT else []
        await self._lending.move_in(
            {**self._terms(borrower), "repayment_card": card},
            self._disbursed_on,
            paid=self._paid(state),
            agreements=agreements,
        )
        if state in (Loan.PAID_OFF, Loan.PAID_OFF_JUST_NOW, Loan.PAID_OFF_WITH_AGREEMENT):
            await self._pay_off(state)

    @property
    def _lending(self) -> Lending:
        maker = self._office.maker
        return Lending(maker, self._office.checker, Bank(maker.client, maker.city))

    def _terms(self, borrower: str) -> dict[str, Any]:
        return {
            "contract_number": self._contract,
            "borrower": borrower,
            "amount_fen": AMOUNT_FEN,
            "method": "01",
            "periods": PERIODS,
            "signed_on": (self._disbursed_on - timedelta(days=10)).isoformat(),
        }

    async def _propose(self, borrower: str, who: Person, *, agree: bool) -> None:
        """A contract that waits for the other person, or one whose payee the bank does not know."""
        body = {
            **self._terms(borrower),
            "application_number": f"SQ{self._contract}",
            "months_contributed": 12,
            "guarantee": {"type": "01", "number": f"鲁德州不动产证明{self._contract}"},
            "repayment_card": _card(who),
            "payee": {
                "kind": "seller",
                "number": NO_ACCOUNT,
                "holder_name": "德州某某置业有限公司",
            },
        }
        key = f"seed-{self._contract}"
        if agree:
            maker, checker = self._office.maker, self._office.checker
            await by_two(maker, checker, "loans/contracts", body, key=key)
        else:
            body["reason"] = "审批通过，待复核"
            await self._office.maker.post("loans/contracts", body, key=key)

    def _paid(self, state: Loan) -> int:
        """Instalments paid on their due dates: all that were due, or fewer."""
        if state in (Loan.PAID_OFF, Loan.PAID_OFF_WITH_AGREEMENT):
            return PAID_INSTALMENTS
        due = 0
        while due_on(self._disbursed_on, due + 1) < self._today:
            due += 1
        return due - 2 if state is Loan.OVERDUE else due

    async def _pay_off(self, state: Loan) -> None:
        """Settle what is left: a few days after the last instalment, or this month."""
        day = self._disbursed_on + timedelta(days=31 * PAID_INSTALMENTS + 10)
        if state is Loan.PAID_OFF_JUST_NOW:
            day = self._today
        if (await self._office.maker.get(self._path))["state"] == PAID_OFF:
            return
        quote = await self._office.maker.get(f"{self._path}/payoff-quote", paid_on=day.isoformat())
        await self._lending.repay(self._contract, PAYOFF, quote["total_fen"], day)

    def _agreement(self, borrower: str) -> dict[str, str]:
        return {
            "person_id": borrower,
            "way": "monthly",
            "short_balance": "account_first",
            "prepayment_effect": "shorten",
            "signed_on": (self._disbursed_on + timedelta(days=5)).isoformat(),
        }


def _card(who: Person) -> dict[str, str]:
    return {"number": who.card, "holder_name": who.name}
