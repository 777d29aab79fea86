"""Loans paid out while everything breaks: at once, after a wrong account, or after a return (退票)."""

import asyncio
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from city.clients import Refused
from city.seed.people import Person, person

from .crowd import lose_answer, send_back
from .people import READY_SECONDS, Office, Workplace
from .plan import Citizen, Employer, Part, Plan
from .waiting import AGAIN_SECONDS, insist, insist_by_two, look

PERCENT_OF_APPLICATIONS = 5
AT_LEAST = 3
BORROWERS_FROM = 6_000
SELLERS_FROM = 7_000
EMPLOYER = Employer("德州市混沌试验置业有限公司", (0,))
POSITION = 10
FIRST_FEN = 30_000_000
STEP_FEN = 10_000
"""Every loan is another amount, so that money on the wrong account is seen by it."""
NO_ACCOUNT = "37140000"
"""Has too few digits for an account of the bank."""
PAID, FAILED, RETURNED = "paid", "failed", "returned"
DOUBTED = "doubted"
MANNERS: dict[str, tuple[str, ...]] = {
    "buys": (PAID,), "sent-back": (RETURNED, PAID), "wrong-account": (FAILED, PAID), DOUBTED: (PAID,),
}  # fmt: skip
"""What becomes of each attempt to pay the loan out."""
_PARTS = {key: Part(key, 0, "disbursement", frozenset(), EMPLOYER) for key in MANNERS}


@dataclass
class Lending:
    """A loan that a member of staff has entered and another will approve."""

    citizen: Citizen
    contract_number: str
    amount_fen: int
    seller: Person
    proposal_id: str = ""
    refused: str | None = None

    @property
    def ends(self) -> Sequence[str]:
        """How each attempt must end."""
        return MANNERS[self.citizen.part.key]

    @property
    def payees(self) -> list[dict[str, str]]:
        """To whom each attempt goes."""
        return [
            {
                "number": NO_ACCOUNT if end == FAILED else self.seller.card,
                "holder_name": self.seller.name,
            }
            for end in self.ends
        ]

    @property
    def path(self) -> str:
        """Where the contract is."""
        return f"loans/contracts/{self.contract_number}"


def _planned(plan: Plan) -> Iterator[Citizen]:
    chance = random.Random(f"{plan.seed} lending")
    count = max(AT_LEAST, len(plan.citizens) * PERCENT_OF_APPLICATIONS // 100)
    parts = list(_PARTS.values())
    for position in range(count):
        yield Citizen(
            BORROWERS_FROM + position, parts[position % len(parts)],
            chance.uniform(0.0, plan.seconds * 0.8), twice=False, asks_balance=False, logs_in=False,
        )  # fmt: skip


async def enter_loans(office: Office, plan: Plan) -> list[Lending]:
    """Enter the contracts over HTTP, before anything goes wrong; nobody has approved them yet."""
    citizens = list(_planned(plan))
    persons = {one.number: person(one.number) for one in citizens}
    accounts: dict[int, dict[str, Any]] = {}
    await Workplace(office, EMPLOYER, POSITION).employ(citizens, persons, accounts)
    made = []
    for position, one in enumerate(citizens):
        lending = Lending(
            one, f"DK{office.today:%Y}L{one.number:06d}", FIRST_FEN + position * STEP_FEN,
            person(SELLERS_FROM + position),
        )  # fmt: skip
        owner = persons[one.number]
        terms = {
            "contract_number": lending.contract_number,
            "borrower": accounts[one.number]["person_id"],
            "amount_fen": lending.amount_fen,
            "method": "01",
            "periods": 120,
            "signed_on": office.today.isoformat(),
            "repayment_card": {"number": owner.card, "holder_name": owner.name},
            "application_number": f"SQ{lending.contract_number}",
            "months_contributed": 24,
            "guarantee": {"type": "01", "number": f"DY{lending.contract_number}"},
            "payee": {**lending.payees[0], "kind": "seller"},
            "reason": "审批通过",
        }
        lending.proposal_id = await _proposed(office, terms)
        made.append(lending)
    return made


async def _proposed(office: Office, terms: dict[str, Any]) -> str:
    """Propose a contract as soon as loans has heard of the borrower's account."""
    async with asyncio.timeout(READY_SECONDS):
        while True:
            try:
                return str((await office.maker.post("loans/contracts", terms))["proposal_id"])
            except Refused as refusal:
                if refusal.code != "person-unknown":
                    raise
                await asyncio.sleep(AGAIN_SECONDS)


async def have_loans_paid_out(office: Office, lendings: Sequence[Lending]) -> None:
    """Let staff approve every loan, and correct the payee of those that could not be paid, until all are."""
    async with asyncio.TaskGroup() as group:
        for one in lendings:
            group.create_task(_pay_out(office, one))


async def _pay_out(office: Office, lending: Lending) -> None:
    await asyncio.sleep(lending.citizen.at_seconds)
    key = f"chaos-{lending.citizen.number}"
    try:
        if lending.citizen.part.key == DOUBTED:
            await lose_answer(office.bank, lending.seller.card)
        decision = f"loans/proposals/{lending.proposal_id}/decision"
        await insist(office.checker, decision, {"agree": True}, key=key)
        for number, end in enumerate(lending.ends):
            if number:
                await _correct_payee(office, lending, lending.payees[number])
            attempt = await _left(office, lending, number, "paying")
            if end == RETURNED:
                await send_back(office.bank, attempt["disbursement_id"])
                await _left(office, lending, number, PAID)
    except Refused as refusal:
        lending.refused = str(refusal)


async def _correct_payee(office: Office, lending: Lending, payee: dict[str, str]) -> None:
    path, body = f"{lending.path}/counter/payee-changes", {**payee, "evidence": ["更正函1号"]}
    await insist_by_two(office.maker, office.checker, path, body)


async def _left(office: Office, lending: Lending, number: int, state: str) -> dict[str, Any]:
    """Wait until an attempt is in another state; give it."""
    while True:
        found = await look(office.maker, f"{lending.path}/disbursements")
        attempt: dict[str, Any] = found["disbursements"][number]
        if attempt["state"] != state:
            return attempt
        await asyncio.sleep(AGAIN_SECONDS)
