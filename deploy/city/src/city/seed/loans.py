"""Fund loans in every state that the rules distinguish, entered by the maker, confirmed by the checker."""

from datetime import date, timedelta
from typing import Any

from city.seed.months import Known, month_first
from city.seed.office import Office
from city.seed.people import Person
from city.seed.plan import LAST, Loan, Plan

PERIODS = 60
PAID_INSTALMENTS = 5
AMOUNT_FEN = 6_000_000
MONTHS_SINCE_DISBURSEMENT = 8
DUE_DAY = 20
PAID_OFF = "3"
"""Loan account state 已结清: an earlier, killed seeding came this far."""


async def make_loans(office: Office, plan: Plan, known: Known, today: date) -> None:
    """Make every loan of the plan."""
    number = 0
    for resident in plan.residents:
        if resident.loan is not None:
            number += 1
            maker = _LoanMaker(office, f"DK{today:%Y}0820{number:03d}", today)
            borrower = known.accounts[resident.key].person_id
            await maker.make(borrower, resident.loan, resident.person)


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
        # Whoever pays on time can repay early at the web hall; what is overdue must stay so on its due day.
        by_card = state is Loan.UNPAID
        await self._enter(borrower, who if by_card else None)
        if state is Loan.TO_CONFIRM:
            return
        await self._post_as_checker("confirmation", {"note": "材料齐全"})
        if state is Loan.TO_DISBURSE:
            return
        await self._post(
            "disbursement",
            {"disbursed_on": self._disbursed_on.isoformat(), "serial": f"{self._contract}-FK"},
        )
        if state is Loan.PAID_OFF_WITH_AGREEMENT:
            await self._sign_agreement(borrower)
        instalments = await self._instalments(state)
        if instalments:
            await self._post("repayments", {"repayments": instalments})
        if state in (Loan.PAID_OFF, Loan.PAID_OFF_JUST_NOW, Loan.PAID_OFF_WITH_AGREEMENT):
            await self._pay_off(state)

    async def _enter(self, borrower: str, card_of: Person | None) -> None:
        body: dict[str, Any] = {
            "contract_number": self._contract,
            "borrower": borrower,
            "amount_fen": AMOUNT_FEN,
            "method": "01",
            "periods": PERIODS,
            "signed_on": (self._disbursed_on - timedelta(days=10)).isoformat(),
        }
        if card_of is not None:
            body["repayment_card"] = {"number": card_of.card, "holder_name": card_of.name}
        await self._office.maker.post("loans/contracts", body, key=f"seed-{self._contract}")

    async def _instalments(self, state: Loan) -> list[dict[str, Any]]:
        """Instalments paid on their due dates: all that were due, or fewer where the loan is overdue."""
        plan = await self._office.maker.get(f"{self._path}/plan", version=1)
        due = [
            line for line in plan["instalments"] if date.fromisoformat(line["due_on"]) < self._today
        ]
        paid = due[:-2] if state is Loan.OVERDUE else due
        if state in (Loan.PAID_OFF, Loan.PAID_OFF_WITH_AGREEMENT):
            paid = due[:PAID_INSTALMENTS]
        return [
            {
                "serial": f"{self._contract}-{line['number']:03d}",
                "paid_on": line["due_on"],
                "kind": "02",
                "amount_fen": line["total_fen"],
            }
            for line in paid
        ]

    async def _pay_off(self, state: Loan) -> None:
        """Settle what is left: a few days after the last instalment, or this month."""
        day = self._disbursed_on + timedelta(days=31 * PAID_INSTALMENTS + 10)
        if state is Loan.PAID_OFF_JUST_NOW:
            day = self._today
        if (await self._office.maker.get(self._path))["state"] == PAID_OFF:
            return
        quote = await self._office.maker.get(f"{self._path}/payoff-quote", paid_on=day.isoformat())
        await self._post(
            "repayments",
            {
                "repayments": [
                    {
                        "serial": f"{self._contract}-JQ",
                        "paid_on": day.isoformat(),
                        "kind": "06",
                        "amount_fen": quote["total_fen"],
                    }
                ]
            },
            what="payoff",
        )

    async def _sign_agreement(self, borrower: str) -> None:
        body = {
            "person_id": borrower,
            "way": "monthly",
            "short_balance": "account_first",
            "prepayment_effect": "shorten",
            "signed_on": (self._disbursed_on + timedelta(days=5)).isoformat(),
        }
        await self._post("agreements", body)

    async def _post(self, step: str, body: Any, what: str | None = None) -> None:
        key = f"seed-{self._contract}-{what or step}"
        await self._office.maker.post(f"{self._path}/{step}", body, key=key)

    async def _post_as_checker(self, step: str, body: Any) -> None:
        await self._office.checker.post(
            f"{self._path}/{step}", body, key=f"seed-{self._contract}-{step}"
        )
