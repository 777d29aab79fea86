"""People whose accounts move between cities (异地转移接续) while all breaks: in, out, or not at all."""

import asyncio
import contextlib
import random
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import asyncpg
import httpx

from city.clients import Refused, Session
from city.seed.people import Person, person

from .people import Office, Workplace
from .plan import BASE_STEP_FEN, FIRST_BASE_FEN, Citizen, Employer, Part, Plan
from .stage import Stage
from .waiting import AGAIN_SECONDS, insist, insist_by_two, look, until

PERCENT_OF_APPLICATIONS = 5
AT_LEAST = 4
FIRST_NUMBER = 8_000
EMPLOYER = Employer("德州市混沌试验物流有限公司", (3,))
"""Paid long enough ago that whoever leaves is owed interest to the day."""
POSITION = 20
JINAN = "370100"
READY_SECONDS = 60.0
LETTERS_PAGE = 200
COMES, HASTY, LEAVES, STAYS = "comes", "takes-back", "leaves", "not-sealed"
MANNERS: dict[str, frozenset[str]] = {
    COMES: frozenset({"done"}),
    HASTY: frozenset({"done", "cancelled"}),
    LEAVES: frozenset({"done"}),
    STAYS: frozenset({"refused"}),
}
"""How the letter of each may end; who takes it back may come too late."""
_PARTS = {key: Part(key, 0, "transfer", ends, EMPLOYER) for key, ends in MANNERS.items()}
ONE_MONTH_DOES = """
INSERT INTO letter_policy (effective_from, months_deposited, review_from_fen, overdue_days, document_number)
VALUES ($1, 1, 20000000, 10, '混沌试验')
"""


class Traveller(Citizen):
    """Whose numbers begin so high that the usual bases would be above the limit (R-DEP-4)."""

    @property
    def base_fen(self) -> int:
        """Another one for each."""
        return FIRST_BASE_FEN + (self.number - FIRST_NUMBER) * BASE_STEP_FEN


@dataclass
class Mover:
    """Somebody whose account comes or goes."""

    citizen: Citizen
    person: Person
    account_number: str
    session: Session
    due_fen: int
    """Of whom leaves, what the other centre must get: all, with interest to the day."""
    number: str
    """Of the other centre's letter; ours gives its letters their own."""
    answers: list[str] = field(default_factory=list)
    """The letter's id in each answer to the one request."""
    refused: str | None = None

    @property
    def manner(self) -> str:
        """What becomes of the account."""
        return self.citizen.part.key

    @property
    def comes(self) -> bool:
        """Whether the letter is ours."""
        return self.manner in (COMES, HASTY)


def _planned(plan: Plan) -> Iterator[Citizen]:
    chance = random.Random(f"{plan.seed} moving")
    count = max(AT_LEAST, len(plan.citizens) * PERCENT_OF_APPLICATIONS // 100)
    parts = list(_PARTS.values())
    for position in range(count):
        yield Traveller(
            FIRST_NUMBER + position, parts[position % len(parts)],
            chance.uniform(0.0, plan.seconds * 0.8), twice=chance.random() < 0.3,
            asks_balance=False, logs_in=False,
        )  # fmt: skip


async def employ_movers(
    office: Office, stage: Stage, plan: Plan, log_in: Callable[[uuid.UUID], Session]
) -> list[Mover]:
    """Make them over HTTP, before anything goes wrong; wait until the list of centres is known."""
    await _let_one_month_do(stage, office)
    citizens = list(_planned(plan))
    persons = {one.number: person(one.number) for one in citizens}
    accounts: dict[int, dict[str, Any]] = {}
    await Workplace(office, EMPLOYER, POSITION).employ(citizens, persons, accounts)
    items = [
        {"account_number": accounts[one.number]["account_number"], "reason": "terminated"}
        for one in citizens
        if one.part.key == LEAVES
    ]
    await office.by_two("accounts/accounts/seal", {"items": items})
    movers = [
        Mover(
            one, persons[one.number], accounts[one.number]["account_number"],
            log_in(uuid.UUID(accounts[one.number]["person_id"])), one.due_fen(office.today),
            f"{JINAN}{office.today:%y%m%d}{position:04d}",
        )
        for position, one in enumerate(citizens, start=1)
    ]  # fmt: skip
    await until(partial(_has_centres, office), "the list of centres is known", READY_SECONDS)
    return movers


async def _let_one_month_do(stage: Stage, office: Office) -> None:
    connection = await asyncpg.connect(stage.databases["transfers"].owner_url)
    try:
        await connection.execute(ONE_MONTH_DOES, office.today)
    finally:
        await connection.close()


async def _has_centres(office: Office) -> bool:
    return bool((await office.maker.get("transfers/centres"))["items"])


async def move(stage: Stage, office: Office, movers: Sequence[Mover]) -> None:
    """Let everybody move, until each letter has ended."""
    async with asyncio.TaskGroup() as group:
        for one in movers:
            group.create_task(_come(one) if one.comes else _leave(stage, office, one))


async def _come(mover: Mover) -> None:
    await asyncio.sleep(mover.citizen.at_seconds)
    body, key = {"centre_code": JINAN}, f"chaos-{mover.citizen.number}"
    ask = partial(insist, mover.session, "transfers/requests", body, key=key)
    try:
        found = await asyncio.gather(*(ask() for _ in range(1 + mover.citizen.twice)))
    except Refused as refusal:
        mover.refused = str(refusal)
        return
    mover.answers = [str(answer["letter_id"]) for answer in found]
    path = f"transfers/requests/{mover.answers[0]}"
    if mover.manner == HASTY:
        with contextlib.suppress(
            Refused
        ):  # the other centre has it already: then the account comes
            await insist(mover.session, f"{path}/cancellation")
    while (await look(mover.session, path))["ended_at"] is None:
        await asyncio.sleep(AGAIN_SECONDS)


async def _leave(stage: Stage, office: Office, mover: Mover) -> None:
    await asyncio.sleep(mover.citizen.at_seconds)
    await _let_jinan_write(stage, office, mover)
    found = await _ours(office, mover)
    mover.answers = [found["letter_id"]]
    path, key = f"transfers/letters/{found['letter_id']}", f"chaos-{mover.citizen.number}"
    while found["ended_at"] is None:
        if found["state"] == "waiting":
            try:
                await insist_by_two(office.maker, office.checker, f"{path}/approval", {}, key=key)
            except Refused as refusal:
                mover.refused = str(refusal)
                return
        await asyncio.sleep(AGAIN_SECONDS)
        found = await look(office.maker, path)


async def _let_jinan_write(stage: Stage, office: Office, mover: Mover) -> None:
    """Have the other centre send its letter, again under another serial where nobody answers."""
    url, person = f"{stage.city.letters_url}/control/letters", mover.person
    body = {"name": person.name, "id_number": person.id_number, "number": mover.number}
    while True:
        try:
            answer = await office.bank.client.post(url, json=body)
            answer.raise_for_status()
        except httpx.HTTPError:
            await asyncio.sleep(AGAIN_SECONDS)
        else:
            return


async def _ours(office: Office, mover: Mover) -> dict[str, Any]:
    """Wait until our list has the letter."""
    query = {"direction": "out", "ended": True, "limit": LETTERS_PAGE}
    while True:
        found = await look(office.maker, "transfers/letters", **query)
        for one in found["items"]:
            if one["number"] == mover.number:
                return dict(one)
        await asyncio.sleep(AGAIN_SECONDS)
