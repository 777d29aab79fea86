"""A company registers for the first time online (单位缴存登记, R-ACC-6): asked for by a stranger."""

import hashlib
import hmac
import ipaddress
import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

import asyncpg

from accounts import registration_announcements as announcements
from accounts.errors import Reason, Refused
from accounts.rules import registration as rules
from accounts.rules.registration import NewCode, NewPaper, RegistrationState, Submission
from accounts.sealed import REGISTRATION_CODE_PHONE, REGISTRATION_CONTENT, REGISTRATION_PHONE
from accounts.store import registrations as store
from accounts.store.registrations import Entry
from accounts.store.rows import RegistrationRow
from shared.base.identifiers import Phone
from shared.messaging.unit import Unit
from shared.sealing.personal_data import PersonalData

CODE_DIGITS = 6
TOKEN_BYTES = 32
IPV6_NETWORK_BITS = 64
OPEN_TO_THE_APPLICANT = frozenset({RegistrationState.BEGUN, RegistrationState.RETURNED})


def network_of(address: str | None) -> str:
    """The network that an address belongs to: itself, of IPv6 what one household has."""
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return ""
    if found.version == 4:
        return str(found)
    return str(ipaddress.ip_network((found, IPV6_NETWORK_BITS), strict=False))


def token_digest(token: str) -> str:
    """By what a token is found; it has 256 bits, so a plain hash tells nothing of it."""
    return hashlib.sha256(token.encode()).hexdigest()


def _code_digest(data: PersonalData, code_id: UUID, code: str) -> str:
    return data.lookup_hash(f"registration code {code_id} {code}")


@dataclass(frozen=True)
class Issued:
    """A code that is on its way."""

    code_id: UUID
    expires_at: datetime


async def issue_code(unit: Unit, phone: Phone, address: str | None) -> Issued:
    """Send a code to a phone; raises `Refused`: `CODE_TOO_SOON`, by phone and by network."""
    data, now = unit.personal_data, unit.clock.now()
    phone_hash = data.lookup_hash(phone.value)
    network = data.lookup_hash(f"network {network_of(address)}")
    before = await store.sent(unit.connection, phone_hash, network, now)
    if (wait := rules.wait(before, now)) is not None:
        raise Refused(Reason.CODE_TOO_SOON, seconds=str(int(wait.total_seconds()) + 1))
    code_id, code = uuid4(), f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"
    new = NewCode(
        code_id,
        data.seal(phone.value, REGISTRATION_CODE_PHONE, code_id),
        phone_hash,
        network,
        _code_digest(data, code_id, code),
        now,
        now + rules.CODE_LIFE,
    )
    await store.add_code(unit.connection, new)
    unit.emit(announcements.code_issued(code_id, phone, code, new.expires_at))
    return Issued(code_id, new.expires_at)


@dataclass(frozen=True, repr=False)
class Proven:
    """Whoever has proven the phone may fill in its registration."""

    registration_id: UUID
    token: str
    until: datetime


async def prove(unit: Unit, code_id: UUID, code: str) -> Proven | Refused:
    """Let in who enters the code of a phone, to what was begun with it.

    A wrong try is *returned*, so that it counts.
    """
    now, data = unit.clock.now(), unit.personal_data
    good = await store.lock_code(unit.connection, code_id, now, rules.WRONG_MOST)
    if good is None:
        return Refused(Reason.CODE_WRONG)
    if not hmac.compare_digest(good.code_digest, _code_digest(data, code_id, code)):
        await store.count_wrong(unit.connection, code_id)
        return Refused(Reason.CODE_WRONG)
    await store.use_code(unit.connection, code_id, now)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    entry = Entry(token_digest(token), now + rules.TOKEN_LIFE)
    new = uuid4()
    phone = data.open(good.phone_sealed, REGISTRATION_CODE_PHONE, code_id)
    sealed = (data.seal(phone, REGISTRATION_PHONE, new), good.phone_hash)
    entered = await store.enter(unit.connection, new, sealed, entry, now)
    return Proven(entered, token, entry.until)


async def locked(unit: Unit, registration_id: UUID) -> RegistrationRow:
    """Lock a registration; raises `Refused`: `NOT_FOUND`."""
    row = await store.lock(unit.connection, registration_id, unit.clock.now())
    if row is None:
        raise Refused(Reason.NOT_FOUND)
    return row


async def _of_applicant(unit: Unit, registration_id: UUID) -> RegistrationRow:
    row = await locked(unit, registration_id)
    if row["state"] not in OPEN_TO_THE_APPLICANT:
        raise Refused(Reason.REQUEST_STATE, state=RegistrationState(row["state"]).text)
    return row


async def add_paper(unit: Unit, new: NewPaper) -> None:
    """Keep a file of an applicant; raises `Refused`: `REQUEST_STATE`, `TOO_MANY_PAPERS`."""
    row = await _of_applicant(unit, new.registration_id)
    if row["papers"] >= rules.PAPERS_MOST:
        raise Refused(Reason.TOO_MANY_PAPERS, most=str(rules.PAPERS_MOST))
    await store.add_paper(unit.connection, new)


async def take_back_paper(unit: Unit, registration_id: UUID, paper_id: UUID) -> None:
    """Delete a file before it is submitted; raises `Refused`: `NOT_FOUND`, `REQUEST_STATE`."""
    await _of_applicant(unit, registration_id)
    if not await store.take_back_paper(unit.connection, registration_id, paper_id):
        raise Refused(Reason.NOT_FOUND)


async def submit(unit: Unit, registration_id: UUID, code: str, content: str) -> None:
    """Keep what an applicant has filled in until the centre answers.

    Raises `Refused`: `REQUEST_STATE`, `NO_PAPERS`, `REGISTRATION_OPEN` while another of the company waits.
    """
    row = await _of_applicant(unit, registration_id)
    if not row["papers"]:
        raise Refused(Reason.NO_PAPERS)
    sealed = unit.personal_data.seal(content, REGISTRATION_CONTENT, registration_id)
    made = Submission(code, sealed, unit.clock.now())
    try:
        async with unit.connection.transaction():
            await store.submit(unit.connection, registration_id, made)
    except asyncpg.UniqueViolationError as error:
        raise Refused(Reason.REGISTRATION_OPEN) from error


async def demand(unit: Unit, registration_id: UUID, version: int) -> RegistrationRow:
    """Lock one that waits for the centre, as it was submitted; raises `Refused`: `REQUEST_STATE`."""
    row = await locked(unit, registration_id)
    if (row["state"], row["version"]) != (RegistrationState.SUBMITTED, version):
        raise Refused(Reason.REQUEST_STATE, state=RegistrationState(row["state"]).text)
    return row


def content_of(data: PersonalData, row: RegistrationRow) -> str:
    """What was filled in, as JSON."""
    assert row["content_sealed"] is not None, "what is submitted is whole"
    return data.open(row["content_sealed"], REGISTRATION_CONTENT, row["id"])


async def send_back(unit: Unit, registration_id: UUID, text: str, name: str) -> None:
    """Send one back in words, and have the applicant told.

    Raises `Refused`: `NOT_FOUND`, `REQUEST_STATE`, `REQUEST_PROPOSED`.
    """
    row = await locked(unit, registration_id)
    await demand(unit, registration_id, row["version"])
    if row["proposed"]:
        raise Refused(Reason.REQUEST_PROPOSED)
    now = unit.clock.now()
    await store.move(unit.connection, registration_id, RegistrationState.RETURNED, now, answer=text)
    unit.emit(announcements.answered(unit.personal_data, row, name, None, now))


async def agreed(unit: Unit, registration_id: UUID, name: str, employer_number: str) -> None:
    """The company is an employer now: end its registration, and have the applicant told."""
    row, now = await locked(unit, registration_id), unit.clock.now()
    state = RegistrationState.AGREED
    await store.move(unit.connection, registration_id, state, now, employer_number=employer_number)
    unit.emit(announcements.answered(unit.personal_data, row, name, employer_number, now))


async def forget_old(unit: Unit) -> int:
    """Delete codes of yesterday, and what nobody has finished for a month; return how many."""
    kept = (rules.CODES_KEPT, rules.UNFINISHED_KEPT)
    return await store.forget(unit.connection, *kept, unit.clock.now())
