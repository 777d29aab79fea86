"""个人信息保护法 art. 47: no phone and no login of who asked; nothing of who it was after the time."""

import uuid
from datetime import UTC, date, datetime, timedelta

from tests.support.telling import received

from gateway.handlers import erasures
from gateway.handlers.erasures import NOBODY
from gateway.sealed import ID_NUMBER as NUMBER_PLACE
from gateway.sealed import NAME
from gateway.store import identities, phones
from gateway.store.phones import PhoneChange
from shared.base.identifiers import Phone
from shared.messages.erasures import PersonErased
from shared.messages.gateway import LoginCodeIssued

from .conftest import ID_NUMBER, OTHER_ID, PHONE, Gateway

NEW_PHONE = "13905349997"


def gone(person_id: uuid.UUID, *, whole: bool = False, on: date = date(2026, 5, 4)) -> PersonErased:
    at = datetime(on.year, on.month, on.day, 2, tzinfo=UTC)
    return PersonErased(
        person_id=person_id, erasure_id=uuid.uuid4(), whole=whole, erased_at=at, erased_on=on
    )


async def tell(gateway: Gateway, *events: PersonErased) -> None:
    async with gateway.context.unit() as unit:
        await erasures.erased(unit, received(events))


async def codes(gateway: Gateway) -> list[str]:
    return [e.phone for e in await gateway.events() if isinstance(e, LoginCodeIssued)]


async def test_art_47_sessions_end_no_code_is_sent_and_a_late_opening_changes_nothing(
    gateway: Gateway,
) -> None:
    event = gateway.opened()
    await gateway.know(event)
    tokens = await gateway.log_in(ID_NUMBER)
    erased = gone(event.person_id)
    await tell(gateway, erased, erased)
    ended = await gateway.refresh(tokens["refresh_token"])
    assert (ended.status_code, ended.json()["title"]) == (401, "session-ended")
    sent = await codes(gateway)
    gateway.clock.advance(timedelta(minutes=2))
    assert (await gateway.ask(ID_NUMBER)).status_code == 202, "answered like an unknown number"
    assert await gateway.know(event) == []
    gateway.clock.advance(timedelta(minutes=2))
    await gateway.ask(ID_NUMBER)
    assert await codes(gateway) == sent
    row = await gateway.context.pool.fetchrow("SELECT phone_sealed, phone_hash FROM identity")
    assert tuple(row) == (None, None)


async def test_art_47_who_has_a_new_account_or_comes_to_the_counter_has_a_phone_again(
    gateway: Gateway,
) -> None:
    one, other = gateway.opened(), gateway.opened(OTHER_ID)
    await gateway.know(one, other)
    words = [gone(one.person_id), gone(other.person_id)]
    await tell(gateway, *words)
    back = one.model_copy(update={"opened_on": date(2026, 9, 1), "phone": NEW_PHONE})
    assert await gateway.know(back) == []
    async with gateway.context.unit() as unit:
        identity_id = await phones.lock_person(unit.connection, other.person_id)
        assert identity_id is not None
        change = PhoneChange.of(
            unit.personal_data, uuid.uuid4(), identity_id, Phone.parse(PHONE), by_whom="counter",
            tail_before="",
        )  # fmt: skip
        await phones.change(unit.connection, change, unit.clock.now())
    # What was told before they came back may be told again, and comes too late.
    await tell(gateway, *words)
    await gateway.know(one)
    found = await gateway.context.pool.fetch("SELECT id FROM identity ORDER BY created_at, id")
    on_file = set()
    for row in found:
        identity = await identities.read_identity(gateway.context.pool, row["id"])
        assert identity is not None
        on_file.add(identities.phone_of(identity, gateway.context.personal_data))
    assert on_file == {NEW_PHONE, PHONE}


async def test_art_47_nothing_of_an_anonymised_person_is_left_and_the_number_is_free(
    gateway: Gateway,
) -> None:
    event = gateway.opened()
    # It may be told before anybody knows them, and again after a backup was restored.
    await tell(gateway, gone(event.person_id, whole=True))
    assert await gateway.know(event) == []
    assert await gateway.context.pool.fetchval("SELECT count(*) FROM identity") == 0
    known = gateway.opened()
    await gateway.know(known)
    await gateway.context.pool.execute(CORRECTED, known.person_id)
    whole = gone(known.person_id, whole=True, on=date(2056, 3, 4))
    await tell(gateway, gone(known.person_id), whole)
    row = await gateway.context.pool.fetchrow("SELECT * FROM identity")
    data = gateway.context.personal_data
    assert data.open(row["name_sealed"], NAME, row["id"]) == NOBODY
    assert ID_NUMBER not in data.open(row["id_number_sealed"], NUMBER_PLACE, row["id"])
    assert (row["phone_sealed"], row["phone_hash"]) == (None, None)
    assert row["disabled_at"] is not None
    correction = await gateway.context.pool.fetchrow("SELECT * FROM identity_correction")
    assert correction["name_before_sealed"] != "k.x"
    assert correction["id_number_hash_before"] != "before"
    again = gateway.opened(opened_on=date(2056, 9, 1))
    assert await gateway.know(again) == []
    assert (await gateway.log_in(ID_NUMBER))["access_token"]


CORRECTED = """
INSERT INTO identity_correction
    (id, identity_id, by_whom, state, asked_at, state_since, id_type, id_type_before, name_sealed,
     id_number_sealed, name_before_sealed, id_number_before_sealed, id_number_hash_before)
SELECT gen_random_uuid(), id, 'counter', 'taken', now(), now(), '01', '01', 'k.x', 'k.x', 'k.x', 'k.x',
       'before'
FROM identity WHERE person_id = $1
"""


async def test_art_47_who_a_member_of_staff_was_is_forgotten_thirty_years_after_they_left(
    gateway: Gateway,
) -> None:
    await gateway.know(gateway.registered())
    pool, data = gateway.context.pool, gateway.context.personal_data
    (operator_id,) = [row["id"] for row in await pool.fetch("SELECT id FROM identity")]
    left = gateway.clock.now() - timedelta(days=30 * 365 + 7)
    async with gateway.context.unit() as unit:
        await identities.change(unit.connection, data, operator_id, disabled_at=left)
    assert await gateway.context.transact(erasures.forget_old_logins) == 0, "30 leap days short"
    gateway.clock.advance(timedelta(days=2))
    assert await gateway.context.transact(erasures.forget_old_logins) == 1
    assert await gateway.context.transact(erasures.forget_old_logins) == 0
    identity = await identities.read_identity(pool, operator_id)
    assert identity is not None
    assert identities.is_genuine(identity, data)
    assert identities.name_of(identity, data) == NOBODY
    assert identities.phone_of(identity, data) is None
