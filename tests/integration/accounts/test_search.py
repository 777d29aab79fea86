"""An employer finds its people by a part of a sealed name, and reads what was changed of them (R-QRY-4)."""

from datetime import date
from typing import Any

from accounts.handlers.search import index_some
from accounts.rules.search import as_part, whole_of

from .conftest import Accounts, Caller, employee, id_number

NAMES = ("王建国", "李建国", "欧阳国建", "阿卜杜·外力", "国建建国")


async def employ(accounts: Accounts, number: str, names: tuple[str, ...]) -> dict[str, str]:
    people = [employee(id_number(), name=name) for name in names]
    body = {"employees": people}
    made = await accounts.staff.done(f"/employers/{number}/accounts", body)
    numbers = [one["account_number"] for one in made["accounts"]]
    return dict(zip(names, numbers, strict=True))


async def index(accounts: Accounts, count: int = 1_000) -> bool:
    async with accounts.context.unit() as unit:
        return await index_some(unit, count)


async def found(caller: Caller, number: str, text: str, **more: Any) -> set[str]:
    answer = await caller.post(f"/employers/{number}/accounts/search", {"text": text, **more})
    assert answer.status_code == 200, answer.text
    return {one["account_number"] for one in answer.json()["items"]}


async def test_people_are_found_by_any_part_of_the_name_and_by_their_numbers(
    accounts: Accounts,
) -> None:
    number, other = await accounts.employer(), await accounts.employer()
    accounts_of = await employ(accounts, number, NAMES)
    await employ(accounts, other, ("王建国",))
    assert await index(accounts, 4), "six are to be indexed"
    assert not await index(accounts)
    operator = accounts.operator(number)
    wang, li, ou, abu, guo = (accounts_of[name] for name in NAMES)
    assert await found(operator, number, "王") == {wang}
    assert await found(operator, number, "建国") == {wang, li, guo}
    assert await found(operator, number, "国建") == {ou, guo}
    assert await found(operator, number, "建国建") == set(), "国建建国 has the pairs, not the part"
    assert await found(operator, number, "杜外") == {abu}
    assert await found(operator, number, "张") == set()
    assert await found(operator, number, wang) == {wang}
    assert await found(operator, number, wang[:5]) == set(accounts_of.values())
    assert await found(operator, number, wang, state="02") == set()
    row = await accounts.pool.fetchrow(
        "SELECT person_id, id_number_tail FROM individual_account JOIN person ON id = person_id "
        "WHERE number = $1",
        li,
    )
    assert li in await found(operator, number, row["id_number_tail"])
    # Page by page, and a page that a name in another order has made shorter goes on.
    first = await operator.post(
        f"/employers/{number}/accounts/search", {"text": "建国", "limit": 2}
    )
    cursor = first.json()["next_cursor"]
    assert cursor is not None
    assert await found(operator, number, "建国", cursor=cursor) == {guo}
    stranger = await operator.post(f"/employers/{other}/accounts/search", {"text": "王"})
    assert stranger.status_code == 404
    kept = str(await accounts.pool.fetch("SELECT * FROM account_part"))
    assert not any(letter in kept for name in NAMES for letter in name)
    shared = await accounts.pool.fetchval(
        "SELECT count(*) FROM account_part AS one JOIN account_part AS two USING (part) "
        "WHERE starts_with($1, one.account_number) AND two.account_number <> ALL($2)",
        wang,
        list(accounts_of.values()),
    )
    assert shared == 0, "nothing tells that the same name is at both"


async def test_r_qry_5_a_whole_name_with_the_end_of_the_number_finds_one_person_in_the_city(
    accounts: Accounts,
) -> None:
    """Not by the name alone: whoever looks, looks at one, and the database tells of no namesakes."""
    await employ(accounts, await accounts.employer(), ("王建国",))
    there = await employ(accounts, await accounts.employer(), ("王建国", "阿卜杜·外力"))
    await index(accounts)

    async def looked_up(name: str, tail: str) -> list[str]:
        body = {"name": name, "id_number_tail": tail}
        return list((await accounts.staff.done("/accounts/lookup", body))["account_numbers"])

    async def tail_of(number: str) -> str:
        found = (
            "SELECT id_number_tail FROM individual_account JOIN person ON id = person_id "
            "WHERE number = $1"
        )
        return str(await accounts.pool.fetchval(found, number))

    wang, abu = there["王建国"], there["阿卜杜·外力"]
    assert await looked_up("王建国", await tail_of(wang)) == [wang]
    assert await looked_up(" 阿卜杜•外力".replace("•", "·"), (await tail_of(abu)).lower()) == [abu]
    assert await looked_up("王建", await tail_of(wang)) == []
    assert await looked_up("王建国", await tail_of(abu)) == []
    alone = await accounts.staff.post("/accounts/lookup", {"name": "王建国"})
    assert alone.status_code == 422
    assert "后四位" in alone.text
    twice = "SELECT part FROM account_part GROUP BY part HAVING count(*) > 1"
    whole = as_part(
        accounts.context.personal_data.lookup_hash(whole_of("王建国", await tail_of(wang)))
    )
    assert whole not in [row["part"] for row in await accounts.pool.fetch(twice)]


async def test_a_whole_id_number_finds_its_person_and_who_moved_is_found_where_they_are(
    accounts: Accounts,
) -> None:
    number, other = await accounts.employer(), await accounts.employer()
    (person,) = await accounts.people(number, 600_000)
    await index(accounts)
    operator, theirs = accounts.operator(number), accounts.operator(other)
    assert await found(operator, number, person.id_number) == {person.account_number}
    assert await found(operator, number, "三丰") == {person.account_number}
    await accounts.pool.execute(
        "UPDATE individual_account SET employer_number = $2 WHERE number = $1",
        person.account_number,
        other,
    )
    await index(accounts)
    assert await found(operator, number, "三丰") == set()
    assert await found(theirs, other, "三丰") == {person.account_number}
    assert await found(theirs, other, person.id_number) == {person.account_number}


async def test_an_employer_reads_what_was_changed_of_its_people_latest_first(
    accounts: Accounts,
) -> None:
    number, other = await accounts.employer(), await accounts.employer()
    one, two = await accounts.people(number, 600_000, 700_000, opened_on=date(2026, 1, 1))
    accounts.on(date(2026, 3, 9))
    await accounts.rebase(one, 650_000, "2026-04")
    await accounts.seal(two)
    operator, path = accounts.operator(number), f"/employers/{number}/staff-changes"
    items = (await operator.get(path)).json()["items"]
    assert [(x["business_text"], x["account_number"]) for x in items] == [
        ("封存", two.account_number),
        ("基数调整", one.account_number),
        ("开户", two.account_number),
        ("开户", one.account_number),
    ]
    page = (await operator.get(path, limit=3)).json()
    (last,) = (await operator.get(path, limit=3, cursor=page["next_cursor"])).json()["items"]
    assert last["on_date"] == "2026-01-01"
    for query, count in (
        ({"business_type": "03"}, 2), ({"on_from": "2026-03-09"}, 2), ({"on_until": "2026-03-08"}, 2),
        ({"account_number": one.account_number}, 2), ({"business_type": "12"}, 0),
    ):  # fmt: skip
        assert len((await operator.get(path, **query)).json()["items"]) == count, query
    theirs = await accounts.operator(other).get(f"/employers/{other}/staff-changes")
    assert theirs.json()["items"] == []
    assert (await accounts.operator(other).get(path)).status_code == 404
