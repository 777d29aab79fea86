"""People are forgotten (个人信息保护法 art. 47), as accounts says; staff and operators by the time alone.

Who asked has no phone and no login any more, until an account is opened or the counter takes a phone.
Of who is anonymised nothing is left but an id: the ID number is free, whoever comes with it is somebody new.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from gateway.clock import now_of
from gateway.sealed import (
    CORRECTED_ID_NUMBER,
    CORRECTED_NAME,
    ID_NUMBER,
    ID_NUMBER_BEFORE,
    NAME,
    NAME_BEFORE,
    PHONE,
)
from gateway.store import erasures as store
from gateway.store import identities
from gateway.store.erasures import Blank, BlankCorrection
from gateway.store.identities import NewIdentity
from shared.audit import trail as audit
from shared.audit.trail import Record
from shared.base.id_documents import IdDocument, IdType
from shared.messages.accounts import IndividualAccountOpened
from shared.messages.erasures import PersonErased
from shared.messaging.unit import Received, Unit, events_of
from shared.privacy.kept import BOOKS_YEARS
from shared.privacy.retention import years_before
from shared.sealing.personal_data import PersonalData

NOBODY = "已去标识"
LOGINS_AT_ONCE = 200


async def erased(unit: Unit, batch: Sequence[Received[PersonErased]]) -> None:
    """Forget them; what is heard twice, or again after the person came back, is forgotten once."""
    news = await store.keep(unit.connection, events_of(batch))
    known = await store.logins(unit.connection, list(news))
    whole = [identity_id for person, identity_id in known.items() if news[person]]
    now = now_of(unit.context)
    if known:
        await store.end_logins(unit.connection, list(known.values()), now)
        await _anonymise(unit, whole, disabled_at=now)
        await _note(unit, "erase login", [one for one in known.values() if one not in whole])


async def _anonymise(unit: Unit, ids: Sequence[UUID], **columns: datetime) -> None:
    """Let nobody know who they were, with a line each in the audit trail; sets `columns` besides."""
    data = unit.personal_data
    for identity_id in ids:
        document = _nobodys(identity_id)
        await identities.change(
            unit.connection,
            data,
            identity_id,
            id_number_hash=data.lookup_hash(document.lookup_key),
            active_since=None,
            **columns,
        )
    await store.anonymise(unit.connection, [_blank(data, one) for one in ids])
    corrections = await store.corrections_of(unit.connection, ids)
    await store.anonymise_corrections(
        unit.connection, [_blank_correction(data, one) for one in corrections]
    )
    await _note(unit, "anonymise", ids)


async def _note(unit: Unit, action: str, ids: Sequence[UUID]) -> None:
    by = unit.context.service
    lines = [Record(action, str(one), role="service", actor=by, channel="task") for one in ids]
    await audit.append(unit.connection, lines)


def _nobodys(row_id: UUID) -> IdDocument:
    return IdDocument(IdType.OTHER, f"erased-{row_id}")


def _blank(data: PersonalData, row_id: UUID) -> Blank:
    number = _nobodys(row_id).value
    return Blank(row_id, data.seal(NOBODY, NAME, row_id), data.seal(number, ID_NUMBER, row_id))


def _blank_correction(data: PersonalData, row_id: UUID) -> BlankCorrection:
    document = _nobodys(row_id)
    return BlankCorrection(
        row_id,
        data.seal(NOBODY, CORRECTED_NAME, row_id),
        data.seal(document.value, CORRECTED_ID_NUMBER, row_id),
        data.seal(NOBODY, NAME_BEFORE, row_id),
        data.seal(document.value, ID_NUMBER_BEFORE, row_id),
        data.lookup_hash(document.lookup_key),
    )


async def still_known(
    unit: Unit, batch: Sequence[Received[IndividualAccountOpened]]
) -> list[Received[IndividualAccountOpened]]:
    """Leave out what was told of people before they were forgotten: it may come late, or again."""
    events = events_of(batch)
    late = await store.late(
        unit.connection, [one.person_id for one in events], [one.opened_on for one in events]
    )
    return [one for position, one in enumerate(batch) if position not in late]


async def welcome_back(
    unit: Unit, told: Sequence[tuple[NewIdentity, IndividualAccountOpened]]
) -> None:
    """Put the phone on file again of whoever had it erased and has a new account."""
    phones = {event.person_id: (new.phone_hash, event.phone) for new, event in told}
    rows = await store.lock_without_phone(unit.connection, list(phones))
    data = unit.personal_data
    await store.give_phones(
        unit.connection,
        [row["id"] for row in rows],
        [data.seal(phones[row["person_id"]][1], PHONE, row["id"]) for row in rows],
        [phones[row["person_id"]][0] for row in rows],
    )


async def forget_old_logins(unit: Unit) -> int:
    """Forget who some staff and operators were that were shut out so long ago; return how many."""
    before = years_before(unit.clock.now(), BOOKS_YEARS)
    ids = await store.shut_for_long(unit.connection, before, LOGINS_AT_ONCE)
    if ids:
        await _anonymise(unit, ids)
        await store.end_logins(unit.connection, ids, now_of(unit.context))
    return len(ids)
