"""Credit reports: what is visible at one instant, kept as told, chained like every look (R-CRD-33, 34)."""

import json
import os
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from credit.domain import SubjectKind
from credit.errors import Reason, Refused
from credit.handlers import users
from credit.handlers.records import opened
from credit.handlers.subjects import named
from credit.rules.users import sm3
from credit.sealed import REPORT
from credit.settings import Settings
from credit.shapes.report_form import LOOK_UPS_MAX, RECORDS_MAX, Told, Whom, said_of
from credit.shapes.reports import Ground, NewReport
from credit.store import reports as store
from credit.store import subjects as registers
from credit.store import users as user_store
from credit.views import lists
from credit.views import reports as views
from shared.audit import trail as audit
from shared.base.identifiers import mask_id_number
from shared.base.papers import CODE_BYTES, code_of, number_of, plain_code
from shared.identity.principal import Principal
from shared.messaging.unit import Unit, own_settings
from shared.sealing.personal_data import PersonalData

PREFIX = "XYBG"
THEMSELVES, LOGGED_IN = "本人", "本人登录核验"


@dataclass(frozen=True)
class Asked:
    """Who asks for a report, by what right and why."""

    by: UUID
    unit_code: str
    ground: Ground
    authority_no: str | None
    purpose: str
    person_id: UUID | None = None


async def about_oneself(unit: Unit, caller: Principal, person_id: UUID, purpose: str) -> str:
    """Tell somebody what is known of them, and who has looked; return the report's number."""
    settings, by = own_settings(unit.context, Settings), caller.identity_id
    asked_today = await store.asked_today(unit.connection, by, unit.clock.today())
    if asked_today >= settings.own_reports_a_day:
        raise Refused(Reason.REPORTS_A_DAY, most=settings.own_reports_a_day)
    subject_id = await store.subject_of_person(unit.connection, person_id)
    if subject_id is None:
        raise Refused(Reason.NOT_IN_REGISTER)
    asked = Asked(by, THEMSELVES, Ground.SELF, None, purpose, person_id)
    return await _tell(unit, subject_id, (caller.name, LOGGED_IN), asked)


async def at_the_counter(unit: Unit, body: NewReport, caller: Principal) -> str:
    """Tell an authorised user, by the subject's will; return the report's number."""
    user = await users.asker(unit, caller.identity_id)
    who = named(unit.personal_data, body.name, body.code, body.id_number)
    key = (*who.hashes,) if who.hashes else (None, None)
    asked_about = (who.code, None if who.hashes else who.name, *key)
    found = await registers.match(unit.connection, [asked_about])
    if not found:
        raise Refused(Reason.SUBJECT_UNKNOWN)
    people = await registers.people_of(unit.connection, [found[0]])
    if caller.own_person_id in people:
        raise Refused(Reason.OWN_REPORT)
    asked = Asked(
        caller.identity_id, user["unit_code"], body.ground, body.authority_no, body.purpose
    )
    shown = (who.name, mask_id_number(body.id_number)) if body.id_number else (who.name, "")
    return await _tell(unit, found[0], shown, asked)


async def _tell(unit: Unit, subject_id: UUID, shown: tuple[str, str], asked: Asked) -> str:
    row = await store.subject(unit.connection, subject_id)
    kind = SubjectKind(row["kind"])
    natural = kind is SubjectKind.NATURAL_PERSON
    whom = Whom(*shown, kind) if natural else Whom(row["name"], row["code"], kind)
    told = await _told(unit, row["subject_id"], own=asked.ground is Ground.SELF)
    now, today = unit.clock.now(), unit.clock.today()
    serial = await store.serial(unit.connection)
    number, code = number_of(PREFIX, today, serial), code_of(os.urandom(CODE_BYTES))
    said = said_of(
        whom,
        told,
        ground=asked.ground,
        purpose=asked.purpose,
        authority_no=asked.authority_no,
        now=now,
    )
    digest = sm3(json.dumps(said, ensure_ascii=False, sort_keys=True))
    kept = {**said, "number": number, "code": code, "digest": digest}
    text = json.dumps(kept, ensure_ascii=False)
    new = store.NewReport(
        number=number,
        subject_id=row["subject_id"],
        ground=asked.ground,
        authority_no=asked.authority_no,
        purpose=asked.purpose,
        asked_by=asked.by,
        person_id=asked.person_id,
        asked_on=today,
        as_of=now,
        record_ids=[one["record_id"] for one, _ in told.records],
        versions=[one["version"] for one, _ in told.records],
        entry_ids=[one["entry_id"] for one in told.lists],
        content_sealed=unit.personal_data.seal(text, REPORT, number),
        code_hash=code_hash(unit.personal_data, number, code),
        digest=digest,
    )
    await store.add(unit.connection, new)
    await _chain(unit, new, row["code"] or row["code_hash"], told, asked.unit_code)
    return number


async def _told(unit: Unit, subject_id: UUID, *, own: bool) -> Told:
    today = unit.clock.today()
    rows = await views.records(unit.connection, subject_id, today, RECORDS_MAX)
    looked = await views.look_ups(unit.connection, subject_id, LOOK_UPS_MAX) if own else None
    return Told(
        [(row, opened(unit.personal_data, row)) for row in rows],
        rows[0]["whole"] - len(rows) if rows else 0,
        await lists.of_subject(unit.connection, subject_id, today),
        looked,
    )


async def _chain(unit: Unit, new: store.NewReport, key: str, told: Told, unit_code: str) -> None:
    """Add the look to the chain: its subject sees who looked, for which unit and why (R-CRD-33)."""
    trail = audit.current()
    kinds = {row["kind"] for row, _ in told.records}
    looked: dict[str, Any] = {
        "looked_at": new.as_of,
        "identity_id": new.asked_by,
        "unit_code": unit_code,
        "check_id": None,
        "matter_id": new.number,
        "purpose": new.purpose,
        "subject_id": new.subject_id,
        "subject_hash": sm3(key),
        "shown": sorted(kinds | {f"{one['colour']}_list" for one in told.lists}),
        "address": trail.address if trail else "",
        "result_digest": new.digest,
    }
    await user_store.append(unit.connection, [looked])


def code_hash(data: PersonalData, number: str, code: str) -> str:
    """Hash a number with its code, as people type it."""
    return data.lookup_hash(f"{number} {plain_code(code)}")


def opened_report(data: PersonalData, number: str, sealed: str) -> dict[str, Any]:
    """What a report says, opened."""
    said: dict[str, Any] = json.loads(data.open(sealed, REPORT, number))
    return said
