"""Same-city transfer: who must agree, what it waits for, and that both employers' books stay right."""

import asyncio
from datetime import date
from typing import Any

import pytest

from accounts.handlers import transfers
from accounts.tasks import look_at_transfers
from shared.messages.changes import (
    EmployerAsked,
    IndividualAccountTransferred,
    TransferAsked,
)

from .conftest import GROUNDS, Accounts, Person

FEBRUARY, MARCH, APRIL = "2026-02", "2026-03", "2026-04"
NAME = "张三丰"


async def pair(accounts: Accounts) -> tuple[str, str, Person]:
    """A former employer with one person, January and February booked, and a new one."""
    former, new = await accounts.employer(), await accounts.employer(name="德州新单位有限公司")
    (person,) = await accounts.people(former, 600_000, opened_on=date(2026, 1, 5))
    await accounts.remit(former, "2026-01")
    await accounts.remit(former, FEBRUARY)
    return former, new, person


def wanted(person: Person, **changes: Any) -> dict[str, Any]:
    body = {"name": NAME, "id_number": person.id_number, "base_fen": 700_000}
    return {**body, "first_month": MARCH, **changes}


async def asked(accounts: Accounts, new: str, person: Person, **changes: Any) -> str:
    body = wanted(person, **changes)
    made = await accounts.operator(new).done(f"/employers/{new}/transfers", body)
    return str(made["id"])


async def agreed(accounts: Accounts, person: Person, transfer: str, *, agree: bool = True) -> None:
    path = f"/my/transfers/{transfer}/consent"
    await accounts.citizen(person).done(path, {"agree": agree})


async def state(accounts: Accounts, person: Person) -> str:
    shown = await accounts.citizen(person).get("/my/transfers")
    return str(shown.json()["items"][0]["state"])


async def movements(accounts: Accounts, person: Person) -> dict[str, int]:
    rows = await accounts.pool.fetch(
        "SELECT employer_number, amount_fen FROM employer_movement WHERE account_number = $1",
        person.account_number,
    )
    return {row["employer_number"]: row["amount_fen"] for row in rows}


async def test_r_trf_1_to_3_a_sealed_account_moves_once_its_owner_agrees(
    accounts: Accounts,
) -> None:
    former, new, person = await pair(accounts)
    await accounts.seal(person, "terminated")
    transfer = await asked(accounts, new, person)
    assert (await accounts.facts(person))["employer_number"] == former
    [told] = [e for e in await accounts.events() if isinstance(e, TransferAsked)]
    assert (told.person_id, told.to_employer_name) == (person.person_id, "德州新单位有限公司")
    await agreed(accounts, person, transfer)
    shown = await accounts.facts(person)
    assert (shown["employer_number"], shown["state"]) == (new, "01")
    assert shown["account_number"] == person.account_number
    # Two months of 960.00 leave the one's books and enter the other's.
    assert shown["balance_fen"] == 192_000
    assert await movements(accounts, person) == {former: -192_000, new: 192_000}
    assert len(await accounts.entries(person)) == 2, "the person's own entries stay as they were"
    [moved] = [e for e in await accounts.events() if isinstance(e, IndividualAccountTransferred)]
    assert (moved.from_employer, moved.to_employer, moved.effective_month) == (former, new, MARCH)
    booked = await accounts.remit(new, MARCH)
    assert (booked["head_count"], booked["total_fen"]) == (1, 2 * 56_000)
    history = (await accounts.staff.get(f"/accounts/{person.account_number}/history")).json()
    assert history["items"][0]["business_type"] == "06"
    await accounts.verified()


async def test_r_trf_3_an_account_that_is_not_sealed_waits_for_the_former_employer(
    accounts: Accounts,
) -> None:
    former, new, person = await pair(accounts)
    transfer = await asked(accounts, new, person)
    await agreed(accounts, person, transfer)
    assert await state(accounts, person) == "consented"
    [told] = [e for e in await accounts.events(former) if isinstance(e, EmployerAsked)]
    assert told.kind.value == "transfer"
    stranger = await accounts.operator(new).post(f"/transfers/{transfer}/release")
    assert stranger.status_code == 404, "only the former employer confirms"
    await accounts.operator(former).done(f"/transfers/{transfer}/release")
    assert await state(accounts, person) == "done"
    assert (await accounts.facts(person))["employer_number"] == new
    again = await accounts.operator(former).post(f"/transfers/{transfer}/release")
    assert again.json()["title"] == "transfer-ended"
    await accounts.verified()


async def test_r_trf_3_the_former_employer_may_confirm_before_the_person_agrees(
    accounts: Accounts,
) -> None:
    former, new, person = await pair(accounts)
    transfer = await asked(accounts, new, person)
    await accounts.operator(former).done(f"/transfers/{transfer}/release")
    assert (await accounts.facts(person))["employer_number"] == former
    unseal = {"account_number": person.account_number, "effective_month": MARCH}
    answer = await accounts.operator(former).post("/accounts/unseal", {"items": [unseal]})
    assert answer.json()["title"] == "transfer-open", "open requests do not cross each other"
    await agreed(accounts, person, transfer)
    assert await state(accounts, person) == "done"


async def test_r_trf_3_the_centre_decides_when_the_former_employer_is_out_of_time(
    accounts: Accounts,
) -> None:
    _, new, person = await pair(accounts)
    transfer = await asked(accounts, new, person)
    path = f"/transfers/{transfer}/centre-decision"
    early = await accounts.desk.by_two(path, GROUNDS)
    assert early.json()["title"] == "transfer-waits"
    await agreed(accounts, person, transfer)
    # Monday 2 March + 5 working days is Monday 9 March, still in time.
    accounts.on(date(2026, 3, 9))
    assert (await accounts.desk.by_two(path, GROUNDS)).json()["title"] == "transfer-waits"
    accounts.on(date(2026, 3, 10))
    assert (await accounts.desk.by_two(path, GROUNDS)).status_code == 200
    assert await state(accounts, person) == "done"
    await accounts.verified()


async def test_r_trf_3_who_refuses_or_does_not_answer_stays(accounts: Accounts) -> None:
    former, new, person = await pair(accounts)
    await accounts.seal(person, "terminated")
    transfer = await asked(accounts, new, person)
    second = await accounts.operator(new).post(f"/employers/{new}/transfers", wanted(person))
    assert second.json()["title"] == "transfer-open"
    await agreed(accounts, person, transfer, agree=False)
    assert await state(accounts, person) == "refused"
    late = await asked(accounts, new, person)
    accounts.on(date(2026, 3, 18))  # fifteen days after the 2nd are over
    await look_at_transfers(accounts.context)
    assert await state(accounts, person) == "expired"
    answer = await accounts.citizen(person).post(f"/my/transfers/{late}/consent", {"agree": True})
    assert answer.json()["title"] == "transfer-ended"
    assert (await accounts.facts(person))["employer_number"] == former


async def test_r_trf_3_an_employer_takes_its_own_request_back(accounts: Accounts) -> None:
    former, new, person = await pair(accounts)
    transfer = await asked(accounts, new, person)
    path = f"/transfers/{transfer}/withdrawal"
    assert (await accounts.operator(former).post(path)).status_code == 404
    await accounts.operator(new).done(path)
    assert await state(accounts, person) == "withdrawn"


async def test_r_trf_2_whom_an_employer_asks_for(accounts: Accounts) -> None:
    former, new, person = await pair(accounts)
    operator, path = accounts.operator(new), f"/employers/{new}/transfers"
    wrong = await operator.post(path, wanted(person, name="李四"))
    assert (wrong.status_code, wrong.json()["title"]) == (404, "nobody-to-transfer")
    paid = await operator.post(path, wanted(person, first_month=FEBRUARY))
    assert (paid.status_code, paid.json()["title"]) == (422, "transfer-month")
    assert MARCH in paid.json()["detail"]
    own = await accounts.operator(former).post(f"/employers/{former}/transfers", wanted(person))
    assert own.json()["title"] == "own-staff-already"


async def test_r_acc_8_opening_for_somebody_with_an_account_elsewhere_offers_a_transfer(
    accounts: Accounts,
) -> None:
    _, new, person = await pair(accounts)
    body = {
        "employees": [
            {
                "name": NAME,
                "id_number": person.id_number,
                "phone": "13805341234",
                "base_fen": 600_000,
            }
        ]
    }
    answer = await accounts.operator(new).post(f"/employers/{new}/accounts", body)
    assert (answer.status_code, answer.json()["title"]) == (409, "account-exists")
    assert "办理同城转移" in answer.json()["detail"]


async def test_r_trf_3_a_transfer_during_a_confirmed_list_waits_until_it_is_booked(
    accounts: Accounts,
) -> None:
    former, new, person = await pair(accounts)
    listed = await accounts.confirmed(former, MARCH)
    early = await accounts.operator(new).post(f"/employers/{new}/transfers", wanted(person))
    assert APRIL in early.json()["detail"], "March stands on a confirmed list"
    transfer = await asked(accounts, new, person, first_month=APRIL)
    await accounts.seal(person, "terminated", effective_month=APRIL)
    await agreed(accounts, person, transfer)
    await look_at_transfers(accounts.context)
    assert await state(accounts, person) == "consented"
    await accounts.credit(listed["payment_reference"], listed["total_fen"])
    await look_at_transfers(accounts.context)
    assert await state(accounts, person) == "done"
    # January to March went to the former employer's books before all of it moved.
    assert await movements(accounts, person) == {former: -288_000, new: 288_000}
    await accounts.verified()


async def test_r_trf_2_what_the_former_employer_left_unpaid_stays_its_own(
    accounts: Accounts,
) -> None:
    former, new, person = await pair(accounts)
    accounts.on(date(2026, 4, 3))
    transfer = await asked(accounts, new, person, first_month=APRIL)
    await accounts.seal(person, "terminated", effective_month=APRIL)
    await agreed(accounts, person, transfer)
    accounts.on(date(2026, 4, 20))
    owed = f"/employers/{former}/owed-months"
    [late] = (await accounts.operator(former).get(owed)).json()["items"]
    assert (late["account_number"], late["months"]) == (person.account_number, [MARCH])
    mine = (await accounts.operator(new).get(f"/employers/{new}/owed-months")).json()["items"]
    assert [one["months"] for one in mine] == [[APRIL]], "the new one owes from April on"
    booked = await accounts.remit(former, MARCH)
    assert booked["head_count"] == 1, "and its list of March still has the person"
    await accounts.verified()


async def test_r_dep_9_a_month_is_deferred_by_whose_staff_the_person_was_in_it(
    accounts: Accounts,
) -> None:
    """March is the former employer's, from April on they are the new one's."""

    async def moved(deferring: str) -> tuple[str, str, dict[str, Any]]:
        accounts.on(date(2026, 4, 3))
        former, new, person = await pair(accounts)
        body = {
            "from_month": MARCH, "until_month": APRIL, "catch_up_by": "2026-12-31",
            "resolution_number": "工会2026-3", "resolution_on": "2026-02-20", **GROUNDS,
        }  # fmt: skip
        number = former if deferring == "former" else new
        deferred = await accounts.desk.by_two(f"/employers/{number}/deferrals", body)
        assert deferred.status_code == 200, deferred.text
        transfer = await asked(accounts, new, person, first_month=APRIL)
        await accounts.seal(person, "terminated", effective_month=APRIL)
        await agreed(accounts, person, transfer)
        accounts.on(date(2026, 4, 20))
        facts = await accounts.facts(person)
        assert facts["employer_number"] == new
        return former, new, facts

    _, _, facts = await moved("former")
    assert (facts["deferred_months"], facts["owed_months"]) == ([MARCH], [APRIL])
    former, new, facts = await moved("new")
    assert (facts["deferred_months"], facts["owed_months"]) == ([APRIL], [MARCH])
    owed = await accounts.operator(former).get(f"/employers/{former}/owed-months")
    assert [one["months"] for one in owed.json()["items"]] == [[MARCH]]
    owed = await accounts.operator(new).get(f"/employers/{new}/owed-months")
    assert owed.json()["items"] == []


async def test_a_kill_in_the_middle_of_a_transfer_leaves_it_undone_and_it_goes_on(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    former, new, person = await pair(accounts)
    transfer = await asked(accounts, new, person)
    await agreed(accounts, person, transfer)
    moved = transfers.store.move

    async def killed(*args: Any, **named: Any) -> Any:
        await moved(*args, **named)
        raise asyncio.CancelledError

    await accounts.seal(person, "terminated")
    with monkeypatch.context() as patch:
        patch.setattr(transfers.store, "move", killed)
        with pytest.raises(asyncio.CancelledError):
            await accounts.context.transact(
                lambda unit: transfers.carry_on(unit, transfers.UUID(transfer))
            )
    assert (await accounts.facts(person))["employer_number"] == former
    assert await movements(accounts, person) == {}
    await accounts.verified()
    await look_at_transfers(accounts.context)
    assert (await accounts.facts(person))["employer_number"] == new
    assert (
        len([e for e in await accounts.events() if isinstance(e, IndividualAccountTransferred)])
        == 1
    )
    await accounts.verified()


async def test_two_who_answer_at_once_move_it_once(accounts: Accounts) -> None:
    former, new, person = await pair(accounts)
    transfer = await asked(accounts, new, person)
    await agreed(accounts, person, transfer)
    release = f"/transfers/{transfer}/release"
    operators = [accounts.operator(former) for _ in range(2)]
    answers = await asyncio.gather(*(one.post(release) for one in operators))
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    assert await movements(accounts, person) == {former: -192_000, new: 192_000}


async def test_r_seal_7_a_person_asks_to_be_sealed_and_the_employer_is_told(
    accounts: Accounts,
) -> None:
    former, _, person = await pair(accounts)
    citizen = accounts.citizen(person)
    body = {
        "reason": "terminated",
        "employment_ended_on": "2026-02-20",
        "evidence": ["解除劳动合同证明1号"],
    }
    made = await citizen.done("/my/seal-requests", body)
    twice = await citizen.post("/my/seal-requests", body)
    assert twice.json()["title"] == "seal-asked"
    [told] = [e for e in await accounts.events(former) if isinstance(e, EmployerAsked)]
    assert (told.kind.value, told.due_on) == ("seal", date(2026, 3, 22))
    [waiting] = (await accounts.staff.get("/seal-requests")).json()["items"]
    assert (waiting["request_id"], waiting["centre_from"]) == (made["id"], "2026-03-23")
    accounts.on(date(2026, 3, 23))
    centre = {"seal_reason": "terminated", "employment_ended_on": "2026-02-20"}
    path = f"/accounts/{person.account_number}/centre-seal"
    assert (await accounts.desk.by_two(path, {**centre, **GROUNDS})).status_code == 200
    [mine] = (await citizen.get("/my/seal-requests")).json()["items"]
    assert mine["state"] == "done"


async def test_r_seal_7_a_request_is_taken_back_by_its_own_person_alone(
    accounts: Accounts,
) -> None:
    former, _, person = await pair(accounts)
    (other,) = await accounts.people(former, 600_000)
    body = {"reason": "terminated", "employment_ended_on": "2026-02-20", "evidence": ["1号"]}
    made = await accounts.citizen(person).done("/my/seal-requests", body)
    path = f"/my/seal-requests/{made['id']}/withdrawal"
    assert (await accounts.citizen(other).post(path)).status_code == 404
    await accounts.citizen(person).done(path)
    assert (await accounts.citizen(person).get("/my/seal-requests")).json()["items"][0][
        "state"
    ] == "withdrawn"
