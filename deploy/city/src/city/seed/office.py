"""The centre's staff in a new system: the first administrator makes a maker and a checker."""

from dataclasses import dataclass

from city.clients import Session, log_in_staff, visitor
from city.seed.people import person
from local.folder import RunFolder

STAFF_FILE = "staff.json"
MAKER, CHECKER = "chushen.wang", "fuhe.li"
_ROLES = {MAKER: ("王初审", "staff_maker", 901), CHECKER: ("李复核", "staff_checker", 902)}


@dataclass(frozen=True)
class Office:
    """Three members of staff, logged in."""

    admin: Session
    maker: Session
    checker: Session


async def open_office(guest: Session, folder: RunFolder) -> Office:
    """Log the three in; make the maker and the checker where they do not exist yet."""
    first = guest.city.first_staff
    admin = await log_in_staff(
        guest,
        first["FIRST_ADMIN_LOGIN"],
        first["FIRST_ADMIN_PASSWORD"],
        first["FIRST_ADMIN_TOTP_SECRET"],
    )
    maker = await _member(admin, folder, MAKER)
    checker = await _member(admin, folder, CHECKER)
    return Office(admin, maker, checker)


async def _member(admin: Session, folder: RunFolder, login: str) -> Session:
    guest = visitor(admin.client, admin.city)
    known = folder.recall(STAFF_FILE).get(login)
    if not isinstance(known, dict):
        known = await _enrol(admin, guest, folder, login)
    return await log_in_staff(guest, login, known["password"], known["totp_secret"])


async def _enrol(admin: Session, guest: Session, folder: RunFolder, login: str) -> dict[str, str]:
    """Create a member of staff (or find one whose password was lost) and activate it."""
    staff_id = await _existing(admin, login) or await _created(admin, login)
    made = await admin.post(f"gateway/staff/{staff_id}/activation")
    password = folder.secret(f"staff_{login}")
    body = {"login": login, "activation_code": made["activation_code"], "password": password}
    enrolled = await guest.post("gateway/sessions/staff/activation", body)
    known = {"password": password, "totp_secret": str(enrolled["totp_secret"])}
    folder.remember(STAFF_FILE, {**folder.recall(STAFF_FILE), login: known}, mode=0o600)
    return known


async def _existing(admin: Session, login: str) -> str | None:
    page = await admin.get("gateway/staff")
    return next((row["id"] for row in page["items"] if row["login"] == login), None)


async def _created(admin: Session, login: str) -> str:
    name, role, number = _ROLES[login]
    body = {
        "login": login, "name": name, "role": role, "id_number": person(number).id_number,
    }  # fmt: skip
    made = await admin.post("gateway/staff", body, key=f"seed-staff-{login}")
    return str(made["id"])
