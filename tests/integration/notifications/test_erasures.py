"""个人信息保护法 art. 47: whoever was forgotten gets no text any more, and late words bring no phone back."""

import uuid
from datetime import UTC, date, datetime

from notifications.store import erasures as store
from shared.messages.erasures import PersonErased
from shared.messages.gateway import PersonPhoneChanged

from .conftest import Office, opened_event, rejected

AT = datetime(2026, 5, 4, 2, tzinfo=UTC)


def gone(person_id: uuid.UUID, *, whole: bool = False) -> PersonErased:
    return PersonErased(
        person_id=person_id, erasure_id=uuid.uuid4(), whole=whole, erased_at=AT, erased_on=AT.date()
    )


async def phones(office: Office, person_id: uuid.UUID) -> int:
    found: int = await office.context.pool.fetchval(
        "SELECT count(*) FROM subscriber WHERE person_id = $1", person_id
    )
    return found


def changed(person_id: uuid.UUID, at: datetime) -> PersonPhoneChanged:
    return PersonPhoneChanged(
        change_id=uuid.uuid4(), person_id=person_id, phone="13905349996", phone_before="",
        by_whom="counter", changed_at=at,
    )  # fmt: skip


async def test_art_47_the_phone_goes_and_what_was_said_before_comes_too_late(
    office: Office,
) -> None:
    opened = opened_event(office.context, "13905349995")
    await office.tell(opened)
    assert await office.tell(rejected(opened.person_id)) == {}
    texts = len(await office.texts("withdrawal_rejected"))
    assert await office.tell(gone(opened.person_id)) == {}
    assert await phones(office, opened.person_id) == 0
    late = changed(opened.person_id, datetime(2026, 5, 3, tzinfo=UTC))
    assert await office.tell(opened, late) == {}
    assert await office.tell(rejected(opened.person_id)) == {}, "not tried again for ever"
    assert await phones(office, opened.person_id) == 0
    kept = len(await office.texts("withdrawal_rejected"))
    assert kept == texts, "what was sent is proof for three years"


async def test_art_47_who_comes_back_is_told_of_things_again(office: Office) -> None:
    opened = opened_event(office.context, "13905349994")
    words = gone(opened.person_id)
    await office.tell(opened, words)
    await office.tell(opened.model_copy(update={"opened_on": date(2026, 9, 1)}))
    await office.tell(words)
    assert await phones(office, opened.person_id) == 1
    await office.tell(gone(opened.person_id, whole=True))
    await office.tell(changed(opened.person_id, datetime(2057, 1, 1, tzinfo=UTC)))
    assert await phones(office, opened.person_id) == 0, "of nobody nothing is learnt any more"
    async with office.context.unit() as unit:
        assert await store.among(unit.connection, [opened.person_id]) == {opened.person_id}
