"""Lists that are drafted and confirmed at the same time share transactions; each is answered for (ADR 14)."""

import asyncio
from datetime import UTC, date, datetime
from typing import Any

from .conftest import Accounts
from .test_operators import code, operator, say

MONTH = {"month": "2026-01"}
TRANSACTIONS = "SELECT count(DISTINCT xmin::text) FROM remittance_list WHERE month = '2026-01-01'"
STATES = "SELECT employer_number, state FROM remittance_list ORDER BY employer_number"
EMPLOYERS = 8


async def together(*calls: Any) -> list[Any]:
    return await asyncio.gather(*calls)


async def test_r_dep_6_whoever_drafts_and_confirms_at_the_same_time_is_answered_by_itself(
    accounts: Accounts,
) -> None:
    numbers = [await accounts.employer() for _ in range(EMPLOYERS)]
    people = [
        await accounts.people(number, 600_000, opened_on=date(2026, 1, 1)) for number in numbers
    ]
    empty = await accounts.employer()
    who = {number: operator(number) for number in [*numbers, empty]}
    await say(accounts, who[numbers[0]])
    call = {number: accounts.as_(one) for number, one in who.items()}
    drafted = await together(
        *(call[number].post(f"/employers/{number}/lists", MONTH) for number in [*numbers, empty])
    )
    assert code(drafted.pop())[1] == "nobody-to-remit"
    assert {answer.status_code for answer in drafted} == {201}
    assert [answer.json()["total_fen"] for answer in drafted] == [96_000] * EMPLOYERS
    assert await accounts.pool.fetchval(TRANSACTIONS) < EMPLOYERS, "they share transactions"

    lists = {number: answer.json() for number, answer in zip(numbers, drafted, strict=True)}
    await say(
        accounts, who[numbers[0]], rights=["look"], changed_at=datetime(2026, 3, 2, tzinfo=UTC)
    )
    await accounts.rebase(people[1][0], 700_000, "2026-01")
    await accounts.credit(lists[numbers[2]]["payment_reference"], 96_000)
    confirmed = await together(
        *(
            call[number].post(f"/lists/{lists[number]['id']}/confirmation")
            for number in numbers[:-1]
        ),
        call[numbers[3]].post(f"/lists/{lists[numbers[4]]['id']}/confirmation"),
        call[numbers[-1]].post(f"/lists/{lists[numbers[-1]]['id']}/confirmation", {"total_fen": 1}),
    )
    *mostly, strangers, other_total = confirmed
    assert code(mostly[0]) == (403, "right-ended")
    assert code(mostly[1]) == (409, "list-outdated")
    assert mostly[2].json()["state"] == "booked", "its receipt was waiting"
    assert {answer.json()["state"] for answer in mostly[3:]} == {"confirmed"}
    assert strangers.status_code == 404
    assert code(other_total) == (409, "other-total")
    expected = ["draft", "draft", "booked", *["confirmed"] * (EMPLOYERS - 4), "draft"]
    states = {row["employer_number"]: row["state"] for row in await accounts.pool.fetch(STATES)}
    assert [states[number] for number in numbers] == expected
    await accounts.verified()


async def test_r_dep_6_an_employer_that_drafts_twice_at_the_same_time_has_one_list(
    accounts: Accounts,
) -> None:
    numbers = [await accounts.employer() for _ in range(2)]
    for number in numbers:
        await accounts.people(number, 600_000, opened_on=date(2026, 1, 1))
    first, other = map(accounts.operator, numbers)
    path = f"/employers/{numbers[0]}/lists"
    answers = await together(
        *(first.post(path, MONTH) for _ in range(3)),
        other.post(f"/employers/{numbers[1]}/lists", MONTH),
    )
    assert sorted(answer.status_code for answer in answers) == [201, 201, 422, 422]
    assert answers[-1].status_code == 201
    made = next(answer.json() for answer in answers[:3] if answer.status_code == 201)
    place = f"/lists/{made['id']}/confirmation"
    twice = await together(*(first.post(place) for _ in range(3)))
    assert sorted(answer.status_code for answer in twice) == [200, 409, 409]
