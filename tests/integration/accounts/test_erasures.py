"""个人信息保护法 art. 47: the phone of who asks, who it was once the time is over; the books stay."""

import uuid
from datetime import UTC, date, datetime
from typing import Any

from tests.integration.accounts.test_recollection import remembered, told

from accounts.handlers import erasures, identities, phones, reservations, search
from accounts.sealed import NOBODY, PERSON_ID_NUMBER, PERSON_NAME, PERSON_PHONE
from accounts.views.accounts import own_accounts
from shared.messages.accounts import IndividualAccountOpened
from shared.messages.erasures import ErasureAsked, LoansErasureTold, PersonErased
from shared.messages.gateway import PersonIdentityChanged, PersonPhoneChanged

from .conftest import Accounts, Person, employee, returned
from .test_merges import Two, two

__all__ = ["two"]
PATH = "/my/erasure"
CLOSED = date(2026, 3, 2)
AFTER_A_MONTH = date(2026, 4, 1)
NOT_YET = date(2056, 3, 2)
"""30 years to the day: an account closed on 2 March 2026 is kept to the end of that day."""
OVER = date(2056, 3, 3)


async def closed(accounts: Accounts) -> Person:
    """Somebody who retired: 960.00 and no interest paid out on 2 March 2026."""
    person = await accounts.saver(96_000)
    await accounts.pay(await accounts.reserve(person))
    assert (await accounts.facts(person))["closed_on"] == str(CLOSED)
    return person


async def answer(
    accounts: Accounts, under_way: bool = False, settled: date | None = None
) -> list[Any]:
    """Loans answers everything that was asked, twice; what accounts says then."""
    asked = [e for e in await accounts.events() if isinstance(e, ErasureAsked)]
    answers = [
        LoansErasureTold(
            erasure_id=one.erasure_id, person_id=one.person_id, under_way=under_way,
            last_settled_on=settled,
        )
        for one in asked
    ]  # fmt: skip
    before = len(await accounts.events())
    for _ in range(2):
        assert await accounts.deliver(erasures.loans_told, *answers) == ([], [])
    return (await accounts.events())[before:]


async def opened(accounts: Accounts, person_id: uuid.UUID) -> tuple[str, str, str]:
    """Name, number and phone that the row has."""
    row = await accounts.pool.fetchrow("SELECT * FROM person WHERE id = $1", person_id)
    places = (PERSON_NAME, PERSON_ID_NUMBER, PERSON_PHONE)
    columns = ("name_sealed", "id_number_sealed", "phone_sealed")
    data = accounts.context.personal_data
    name, number, phone = (
        data.open(row[column], place, person_id)
        for column, place in zip(columns, places, strict=True)
    )
    return name, number, phone


async def nightly(accounts: Accounts) -> int:
    """What the job does once a day."""
    begun: int = await accounts.context.transact(erasures.begin_due)
    return begun


async def trail(accounts: Accounts, action: str) -> list[str]:
    rows = await accounts.pool.fetch(
        "SELECT subject FROM audit_record WHERE action = $1 AND actor = 'accounts'", action
    )
    return [row["subject"] for row in rows]


async def test_art_47_who_asks_is_told_what_goes_what_stays_and_until_when(
    accounts: Accounts,
) -> None:
    saving = await accounts.saver(96_000)
    refused = await accounts.citizen(saving).post(PATH)
    assert (refused.status_code, refused.json()["title"]) == (409, "cannot-erase")
    assert "尚未销户" in refused.json()["detail"]
    person = await closed(accounts)
    citizen = accounts.citizen(person)
    early = (await citizen.get(PATH)).json()
    assert (early["possible"], "退回款项" in early["against_text"]) == (False, True)
    accounts.on(AFTER_A_MONTH)
    shown = (await citizen.get(PATH)).json()
    assert (shown["possible"], shown["state"]) == (True, None)
    kept = {one["what"]: one["until"] for one in shown["stays"]}
    assert kept["姓名、证件号码"] == "2056-03-02"
    assert kept["登录记录"] is None, "each by its own date"


async def test_art_47_the_phone_goes_once_loans_is_free_and_late_words_bring_nothing_back(
    accounts: Accounts,
) -> None:
    person = await closed(accounts)
    before = await opened(accounts, person.person_id)
    accounts.on(AFTER_A_MONTH)
    citizen = accounts.citizen(person)
    await citizen.done(PATH)
    assert (await citizen.post(PATH)).json()["state"] == "asked", "asked twice, once under way"
    assert [type(e) for e in await answer(accounts, under_way=True)] == []
    assert (await citizen.get(PATH)).json()["why_text"] == "有贷款在办或者尚未结清"
    await citizen.done(PATH)
    (erased,) = await answer(accounts)
    assert (type(erased), erased.whole) == (PersonErased, False)
    name, number, phone = await opened(accounts, person.person_id)
    assert (name, number) == before[:2], "the books' law keeps them"
    assert before[2] not in phone
    assert (await accounts.facts(person))["phone"] == "****"
    assert await trail(accounts, "erase phone") == [str(person.person_id)]
    late = phone_changed(person, before[2], datetime(2026, 3, 31, tzinfo=UTC))
    await accounts.deliver(phones.changed, late)
    assert (await opened(accounts, person.person_id))[2] == phone
    await accounts.verified()


def phone_changed(person: Person, phone: str, at: datetime) -> PersonPhoneChanged:
    return PersonPhoneChanged(
        change_id=uuid.uuid4(), person_id=person.person_id, phone=phone, phone_before="",
        by_whom="counter", changed_at=at,
    )  # fmt: skip


async def test_art_47_who_comes_back_within_the_time_is_the_same_person_with_a_new_phone(
    accounts: Accounts,
) -> None:
    person = await closed(accounts)
    accounts.on(AFTER_A_MONTH)
    await accounts.citizen(person).done(PATH)
    await answer(accounts)
    accounts.on(date(2027, 1, 4))
    body = {"employees": [employee(person.id_number, phone="13905349999")]}
    employer = await accounts.employer()
    await accounts.staff.done(f"/employers/{employer}/accounts", body)
    back = [e for e in await accounts.events() if isinstance(e, IndividualAccountOpened)][-1]
    assert (back.person_id, back.phone) == (person.person_id, "13905349999")


async def test_art_47_after_thirty_years_nobody_knows_who_it_was_and_the_books_agree(
    accounts: Accounts,
) -> None:
    person = await closed(accounts)
    before, entries = await opened(accounts, person.person_id), await accounts.entries(person)
    await accounts.context.transact(lambda unit: search.index_some(unit, 100))
    accounts.on(NOT_YET)
    assert await nightly(accounts) == 0
    accounts.on(OVER)
    assert await nightly(accounts) == 1
    assert await nightly(accounts) == 0, "asked once"
    (erased,) = await answer(accounts)
    assert erased.whole
    after = await opened(accounts, person.person_id)
    assert after[0] == NOBODY
    assert not set(before) & set(after)
    row = await accounts.pool.fetchrow("SELECT * FROM person WHERE id = $1", person.person_id)
    assert (row["id_number_tail"], row["id_type"]) == ("", "99")
    parts = "SELECT count(*) FROM account_part WHERE account_number = $1"
    assert await accounts.pool.fetchval(parts, person.account_number) == 0
    assert await trail(accounts, "anonymise") == [str(person.person_id)]
    assert await accounts.entries(person) == entries
    await accounts.verified()
    assert (await nightly(accounts), await answer(accounts)) == (0, [])


async def test_art_47_late_words_about_nobody_are_ignored_and_their_money_is_booked(
    accounts: Accounts,
) -> None:
    person = await accounts.saver(96_000)
    reserved = await accounts.reserve(person)
    await accounts.pay(reserved)
    accounts.on(OVER)
    await nightly(accounts)
    await answer(accounts)
    after = await opened(accounts, person.person_id)
    renamed = PersonIdentityChanged(
        change_id=uuid.uuid4(), person_id=person.person_id, name="张三丰", id_type="01",
        id_number=person.id_number, name_changed=True, number_changed=False, by_whom="counter",
        changed_at=datetime(2056, 6, 1, tzinfo=UTC),
    )  # fmt: skip
    assert await accounts.deliver(identities.changed, renamed) == ([], []), "nothing to retry"
    changed = phone_changed(person, "13905349998", datetime(2056, 6, 1, tzinfo=UTC))
    await accounts.deliver(phones.changed, changed)
    assert await opened(accounts, person.person_id) == after
    assert await accounts.deliver(reservations.restore_funds, returned(reserved)) == ([], [])
    assert (await accounts.facts(person))["balance_fen"] == 96_000
    await accounts.verified()


async def test_art_47_who_comes_back_after_the_time_is_somebody_new(accounts: Accounts) -> None:
    person = await closed(accounts)
    accounts.on(OVER)
    await nightly(accounts)
    await answer(accounts)
    employer = await accounts.employer()
    body = {"employees": [employee(person.id_number)]}
    (new,) = (await accounts.staff.done(f"/employers/{employer}/accounts", body))["accounts"]
    assert uuid.UUID(new["person_id"]) != person.person_id
    mine = await own_accounts(accounts.pool, [uuid.UUID(new["person_id"])], OVER)
    assert [row["number"] for row in mine.values()] == [new["account_number"]]


async def test_art_47_a_loan_paid_off_later_keeps_the_name_and_is_asked_about_a_year_later(
    accounts: Accounts,
) -> None:
    """Paid off on 3 March 2027: the books of the loan are kept to 3 March 2057."""
    person = await closed(accounts)
    accounts.on(OVER)
    await nightly(accounts)
    assert await answer(accounts, settled=date(2027, 3, 3)) == []
    accounts.on(date(2057, 3, 2))
    assert await nightly(accounts) == 0
    accounts.on(date(2057, 3, 4))
    assert await nightly(accounts) == 1
    (erased,) = await answer(accounts, settled=date(2027, 3, 3))
    assert erased.person_id == person.person_id


async def test_art_47_who_was_merged_into_somebody_is_forgotten_with_them(two: Two) -> None:
    accounts = two.accounts
    accounts.on(date(2026, 5, 6))
    await two.told(await two.begin())
    await accounts.seal(two.stays)
    await accounts.pay(await accounts.reserve(two.stays, business_date=date(2026, 5, 6)))
    accounts.on(date(2056, 5, 8))
    assert await nightly(accounts) == 1
    gone = {e.person_id for e in await answer(accounts)}
    assert gone == {two.goes.person_id, two.stays.person_id}
    assert (await opened(accounts, two.goes.person_id))[0] == NOBODY
    await accounts.verified()


async def test_art_47_after_an_older_backup_who_was_forgotten_is_forgotten_again(
    accounts: Accounts,
) -> None:
    person, kept = await closed(accounts), await closed(accounts)
    at = datetime(2056, 3, 3, 2, tzinfo=UTC)
    lost = [
        PersonErased(
            person_id=one.person_id, erasure_id=uuid.uuid4(), whole=whole, erased_at=at, erased_on=OVER
        )
        for one, whole in ((person, True), (kept, False))
    ]  # fmt: skip
    assert await remembered(accounts, told(*lost)) == {}
    assert (await opened(accounts, person.person_id))[0] == NOBODY
    assert (await opened(accounts, kept.person_id))[0] != NOBODY
    assert (await accounts.facts(kept))["phone"] == "****"


async def test_art_47_whom_nobody_answers_about_is_asked_about_again(accounts: Accounts) -> None:
    await closed(accounts)
    accounts.on(OVER)
    await nightly(accounts)
    assert await accounts.context.transact(erasures.ask_again) == 0, "they have a day"
    accounts.on(date(2056, 3, 5))
    assert await accounts.context.transact(erasures.ask_again) == 1
    asked = [e for e in await accounts.events() if isinstance(e, ErasureAsked)]
    assert len(asked) == 2
    assert asked[0] == asked[1]
