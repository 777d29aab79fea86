"""Borrowers of a run: each has a loan with a repayment card, and repays it early while everything breaks."""

import asyncio
import random
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tests.support.instalments import paid_out_for_an_instalment_on

from city.clients import Refused, Session
from city.lending import Lending, due_on
from city.seed.people import Person, person
from local.databases import ServiceDatabase

from .crowd import lose_answer, send_back
from .people import LOAN_FEN, LOANS_AT_ONCE, Office, Workplace
from .plan import Citizen, Employer, Part, Plan
from .waiting import AGAIN_SECONDS, DATABASE_TROUBLE, execute, insist, look

PERCENT_OF_APPLICATIONS = 10
AT_LEAST = 7
FIRST_NUMBER = 4_000
EMPLOYER = Employer("德州市混沌试验建筑有限公司", (0,))
POSITION = 9
LENT_DAYS_AGO = 10
"""No instalment falls due during the run."""

PAYS, DOUBTED, POOR, TAKEN_BACK = "pays", "doubted", "poor", "taken-back"
SAVES, KEEPS, IN_ARREARS = "saves", "keeps", "in-arrears"
ENDS = {PAYS: "applied", DOUBTED: "applied", POOR: "failed", TAKEN_BACK: "reversed"}
"""What a borrower who repays early is like → how the one debit of the card ends."""
SAVERS = {SAVES: "account_first", KEEPS: "all_or_nothing", IN_ARREARS: "account_first"}
"""Who has an instalment due today, which the fund account cannot pay alone → what the agreement says then."""
SOURCES = {SAVES: ("account", "card"), KEEPS: ("card",), IN_ARREARS: ("card",)}
"""Who pays what is owed (E43). Of arrears the fund account has less than the penalty, and keeps it."""
MANNERS = (PAYS, SAVES, TAKEN_BACK, POOR, DOUBTED, KEEPS, IN_ARREARS)
INSTALMENTS_IN_ARREARS = 30
BIG_LOAN_FEN = 3 * LOAN_FEN
"""Its instalment is more than any fund account here has."""
_PARTS = {manner: Part(manner, 0, "repayment", frozenset(), EMPLOYER) for manner in MANNERS}
INSTALMENT_DAY = "UPDATE run SET finished_at = NULL, after_number = $1 WHERE kind = 'collection'"
"""The day's run was over before the loans were there: it looks again, at the contracts after a number."""
PAID_NOW = ("account", "card")
"""Sources of repayments that were not history when the run began."""


@dataclass
class Borrower:
    """Somebody with a loan, and what became of the one wish to repay it."""

    citizen: Citizen
    person: Person
    session: Session
    contract_number: str
    answers: list[str]
    """The debit's id in each answer to the one request."""
    quoted_fen: int = 0
    """Of an early repayment; of a saver, all that is owed today."""
    refused: str | None = None

    @property
    def manner(self) -> str:
        """What the borrower is like."""
        return self.citizen.part.key

    @property
    def path(self) -> str:
        """Where the contract is."""
        return f"loans/contracts/{self.contract_number}"


def _planned(plan: Plan) -> Iterator[Citizen]:
    chance = random.Random(f"{plan.seed} borrowers")
    count = max(AT_LEAST, len(plan.citizens) * PERCENT_OF_APPLICATIONS // 100)
    for position in range(count):
        manner = MANNERS[position % len(MANNERS)]
        yield Citizen(
            FIRST_NUMBER + position, _PARTS[manner], chance.uniform(0.0, plan.seconds * 0.9),
            twice=chance.random() < 0.3, asks_balance=False, logs_in=False,
        )  # fmt: skip


async def lend(
    office: Office, plan: Plan, log_in: Callable[[uuid.UUID], Session]
) -> list[Borrower]:
    """Make the borrowers over HTTP, before anything goes wrong."""
    citizens = list(_planned(plan))
    persons = {one.number: person(one.number) for one in citizens}
    accounts: dict[int, dict[str, Any]] = {}
    await Workplace(office, EMPLOYER, POSITION).employ(citizens, persons, accounts)
    borrowers = [
        Borrower(
            one, persons[one.number], log_in(uuid.UUID(accounts[one.number]["person_id"])),
            f"DK{office.today:%Y}C{one.number:06d}", [],
        )
        for one in citizens
    ]  # fmt: skip
    gate = asyncio.Semaphore(LOANS_AT_ONCE)
    async with asyncio.TaskGroup() as group:
        for one in borrowers:
            group.create_task(_lend_one(office, one, accounts[one.citizen.number], gate))
    return borrowers


async def _lend_one(
    office: Office, borrower: Borrower, account: dict[str, Any], gate: asyncio.Semaphore
) -> None:
    saves = borrower.manner in SAVERS
    day = _lent_on(office.today, borrower.manner).isoformat()
    card = {"number": borrower.person.card, "holder_name": borrower.person.name}
    terms = {
        "contract_number": borrower.contract_number, "borrower": account["person_id"],
        "amount_fen": BIG_LOAN_FEN if saves else LOAN_FEN, "method": "01", "periods": 120,
        "signed_on": day,
        "repayment_card": card,
    }  # fmt: skip
    async with gate:
        if saves:
            await _move_in(office, borrower, terms, account["person_id"])
            await _owe(office, borrower)
        else:
            lending = Lending(office.maker, office.checker, office.bank)
            await lending.move_in(terms, _lent_on(office.today, borrower.manner))
        if borrower.manner == POOR:
            registered = {"card_number": card["number"], "holder_name": card["holder_name"]}
            await office.bank.order("cards", registered | {"balance_fen": LOAN_FEN // 2})


def _lent_on(today: date, manner: str) -> date:
    if manner not in SAVERS:
        return today - timedelta(days=LENT_DAYS_AGO)
    lent_on = paid_out_for_an_instalment_on(today)
    if manner == IN_ARREARS:
        for _ in range(INSTALMENTS_IN_ARREARS):
            lent_on = paid_out_for_an_instalment_on(lent_on)
    return lent_on


async def _move_in(
    office: Office, borrower: Borrower, terms: dict[str, Any], person_id: str
) -> None:
    """A loan with an agreement whose instalments before today's are paid, unless arrears are wanted."""
    lent_on = _lent_on(office.today, borrower.manner)
    agreement = {
        "person_id": person_id, "way": "monthly", "short_balance": SAVERS[borrower.manner],
        "prepayment_effect": "shorten", "signed_on": lent_on.isoformat(),
    }  # fmt: skip
    paid = 0
    while borrower.manner != IN_ARREARS and due_on(lent_on, paid + 1) < office.today:
        paid += 1
    lending = Lending(office.maker, office.checker, office.bank)
    await lending.move_in(terms, lent_on, paid=paid, agreements=[agreement])


async def _owe(office: Office, borrower: Borrower) -> None:
    """Know what is owed today: the instalment, and the arrears where they are wanted."""
    plan = await office.maker.get(f"{borrower.path}/plan")
    due = [line for line in plan["instalments"] if line["due_on"] <= office.today.isoformat()][-1]
    borrower.quoted_fen = due["total_fen"]
    if borrower.manner == IN_ARREARS:
        contract = await office.maker.get(borrower.path)
        borrower.quoted_fen += contract["account"]["arrears"]["total_fen"]


async def have_an_instalment_day(
    loans: ServiceDatabase, borrowers: Sequence[Borrower], every_seconds: float
) -> None:
    """Let loans collect what is due in two parts, until nobody who saves owes anything any more.

    In one part all answers would come at once, and one accident could keep them all in order.
    """
    savers = sorted(one.contract_number for one in borrowers if one.manner in SAVERS)
    for after_number in (savers[len(savers) // 2], ""):
        await asyncio.sleep(every_seconds)
        await _collect(loans, after_number)
    for one in borrowers:
        while one.manner in SAVERS and await _owes(one):
            await asyncio.sleep(AGAIN_SECONDS)


async def _collect(loans: ServiceDatabase, after_number: str) -> None:
    while True:
        try:
            return await execute(loans, INSTALMENT_DAY, after_number)
        except DATABASE_TROUBLE:
            await asyncio.sleep(AGAIN_SECONDS)


async def _owes(borrower: Borrower) -> bool:
    found = await look(borrower.session, f"{borrower.path}/repayments")
    repaid = sum(entry["amount_fen"] for entry in found["entries"] if entry["source"] in PAID_NOW)
    return bool(repaid < borrower.quoted_fen)


async def repay_early(office: Office, borrowers: Sequence[Borrower]) -> None:
    """Let everybody repay, until each debit has ended."""
    async with asyncio.TaskGroup() as group:
        for one in borrowers:
            if one.manner in ENDS:
                group.create_task(_repay_one(office, one))


async def _repay_one(office: Office, borrower: Borrower) -> None:
    await asyncio.sleep(borrower.citizen.at_seconds)
    wish = {"kind": "payoff"}
    quote = await insist(borrower.session, f"{borrower.path}/early-repayment-quotes", wish)
    borrower.quoted_fen = quote["total_fen"]
    body = wish | {"accepted_quote": quote["token"]}
    path, key = f"{borrower.path}/early-repayments", f"chaos-{borrower.citizen.number}"
    if borrower.manner == DOUBTED:
        await lose_answer(office.bank, borrower.person.card)
    try:
        answers = await asyncio.gather(
            *(
                insist(borrower.session, path, body, key=key)
                for _ in range(1 + borrower.citizen.twice)
            )
        )
    except Refused as refusal:
        borrower.refused = str(refusal)
        return
    borrower.answers = [str(answer["debit_id"]) for answer in answers]
    debit = f"{borrower.path}/debits/{borrower.answers[0]}"
    while (await look(borrower.session, debit))["state"] == "debiting":
        await asyncio.sleep(AGAIN_SECONDS)
    if borrower.manner == TAKEN_BACK:
        await send_back(office.bank, borrower.answers[0])
        while (await look(borrower.session, debit))["state"] == "applied":
            await asyncio.sleep(AGAIN_SECONDS)
