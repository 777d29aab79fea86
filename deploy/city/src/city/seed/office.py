"""The centre's staff in a new system: they activate the logins that the gateway's command made for them."""

import asyncio
from dataclasses import dataclass

from city.clients import Session, log_in_staff
from local.folder import RunFolder
from local.staff import ADMIN, AUDITOR, CHECKER, CODES_FILE, MAKER, OTHER_ADMIN

STAFF_FILE = "staff.json"


@dataclass(frozen=True)
class Office:
    """Five of the staff, logged in; what one of a pair proposes the other decides, the auditor reads."""

    admin: Session
    other_admin: Session
    maker: Session
    checker: Session
    auditor: Session


async def open_office(guest: Session, folder: RunFolder) -> Office:
    """Log them in; each activates the login first where that was not done yet."""
    logins = (ADMIN, OTHER_ADMIN, MAKER, CHECKER, AUDITOR)
    return Office(*await asyncio.gather(*(_member(guest, folder, login) for login in logins)))


async def _member(guest: Session, folder: RunFolder, login: str) -> Session:
    known = folder.recall(STAFF_FILE).get(login)
    if not isinstance(known, dict):
        known = await _activate(guest, folder, login)
    return await log_in_staff(guest, login, known["password"], known["totp_secret"])


async def _activate(guest: Session, folder: RunFolder, login: str) -> dict[str, str]:
    """Choose a password and keep the authenticator's secret, as a person would on a phone."""
    password = folder.secret(f"staff_{login}")
    code = folder.recall(CODES_FILE)[login]
    body = {"login": login, "activation_code": code, "password": password}
    enrolled = await guest.post("gateway/sessions/staff/activation", body)
    known = {"password": password, "totp_secret": str(enrolled["totp_secret"])}
    folder.remember(STAFF_FILE, {**folder.recall(STAFF_FILE), login: known}, mode=0o600)
    return known
