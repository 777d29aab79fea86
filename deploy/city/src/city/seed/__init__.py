"""A small believable city, made through the services' own interfaces and events, never through their tables.

Seeding takes up where a killed one stopped: every request has a fixed idempotency key, and the business date
is remembered. A city that is there already is recognised at once.
"""

import asyncio
import time
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from city.clients import Session, enrol_operator, http_client, visitor
from city.seed.carriers import route_a_prefix
from city.seed.credit import register_credit
from city.seed.loans import make_loans
from city.seed.months import OPERATORS_FROM, Known, employ_everyone, pay_every_month
from city.seed.office import Office, open_office
from city.seed.people import person
from city.seed.plan import EMPLOYERS, Plan, Resident, city_plan
from city.seed.policies import publish_policies
from city.seed.states import BANS_FROM, make_states
from city.seed.telephone import register_hotline
from city.seed.website import publish
from local.addresses import City
from local.environments import business_clock_offset
from local.folder import RunFolder
from shared.base.clock import SystemClock

SEEDED_FILE = "city-seeded.json"
CAST_FILE = "cast.json"
OPERATORS_FILE = "operators.json"
"""What the operator of each employer logs in with, by the employer's name."""
POLL_SECONDS = 0.1


@dataclass(frozen=True)
class CastMember:
    """One person of the cast, as whoever plays with the system needs to know them."""

    key: str
    shows: str
    name: str
    id_number: str
    phone: str
    card: str
    person_id: str
    account_number: str


async def seed(city: City, folder: RunFolder, plan: Plan | None = None) -> str:
    """Make the city unless it is there; return one phrase about it."""
    state = folder.recall(SEEDED_FILE)
    if state.get("finished"):
        return "the city of an earlier start"
    plan = plan or city_plan()
    began = time.monotonic()
    async with http_client(city.authority) as client:
        office = await open_office(visitor(client, city), folder)
        await register_hotline(office, folder)
        if not state and await _somebody_elses(office):
            return "the database has employers already; nothing was added"
        now = SystemClock(business_clock_offset()).today()
        await route_a_prefix(office, now)
        await make_city(office, folder, plan, date.fromisoformat(str(state.get("on") or now)))
        await enrol_operators(visitor(client, city), folder)
    people, seconds = len(plan.residents), time.monotonic() - began
    return (
        f"{len(EMPLOYERS)} employers, {people} employees, {plan.months} months in {seconds:.0f} s"
    )


async def make_city(office: Office, folder: RunFolder, plan: Plan, today: date) -> None:
    """Make the city as of a day; made again as of the same day, it adds what is missing.

    What does not need the deposits is made beside them: most of their time they wait for the bank.
    """
    folder.remember(SEEDED_FILE, {"on": today.isoformat(), "finished": False})
    async with asyncio.TaskGroup() as beside:
        beside.create_task(register_credit(office, plan, today))
        beside.create_task(publish_policies(office))
        beside.create_task(publish(office, today))
        known = await employ_everyone(office, plan, today)
        beside.create_task(make_loans(office, plan, known, today))
        await pay_every_month(office, plan, known, today)
        await make_states(office, plan, known, today)
    members = [asdict(member) for member in _cast(plan, known, today)]
    folder.remember(CAST_FILE, members, mode=0o600)
    folder.remember(SEEDED_FILE, {"on": today.isoformat(), "finished": True})


async def enrol_operators(guest: Session, folder: RunFolder) -> None:
    """Activate the login of each employer's operator, as a person would on a phone, once."""
    known = folder.recall(OPERATORS_FILE)

    async def enrol(index: int, name: str) -> None:
        phone, password = person(OPERATORS_FROM + index).phone, folder.secret(f"operator_{index}")
        enrolled = asdict(await enrol_operator(guest, phone, password))
        known = folder.recall(OPERATORS_FILE)
        folder.remember(OPERATORS_FILE, {**known, name: enrolled}, mode=0o600)

    async with asyncio.TaskGroup() as group:
        for index, employer in enumerate(EMPLOYERS):
            if employer.name not in known:
                group.create_task(enrol(index, employer.name))


async def _somebody_elses(office: Office) -> bool:
    page: dict[str, Any] = await office.maker.get("accounts/employers", limit=1)
    return bool(page["items"])


def _cast(plan: Plan, known: Known, today: date) -> list[CastMember]:
    """Everybody who shows something; nobody is banned before there was such a law (R-WDR-14)."""
    lawful = [one for one in plan.residents if not one.banned or today >= BANS_FROM]
    return [_member(resident, known) for resident in lawful if resident.shows]


def _member(resident: Resident, known: Known) -> CastMember:
    found = known.accounts[resident.key]
    who = resident.person
    return CastMember(
        resident.key, resident.shows, who.name, who.id_number, who.phone, who.card,
        found.person_id, found.account_number,
    )  # fmt: skip


async def cast_when_made(folder: RunFolder) -> dict[str, CastMember]:
    """Read the cast once the start from this folder has made its city, if it is at it."""
    while folder.recall(SEEDED_FILE).get("finished") is False and folder.owner():  # noqa: ASYNC110
        await asyncio.sleep(POLL_SECONDS)
    return cast_of(folder)


def cast_of(folder: RunFolder) -> dict[str, CastMember]:
    """Read the cast of a seeded city, by key; empty where there is none."""
    rows = folder.recall_rows(CAST_FILE)
    return {row["key"]: CastMember(**row) for row in rows}
