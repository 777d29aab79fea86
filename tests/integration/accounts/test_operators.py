"""What an employer's operators may do here: each route asks for its right, until the very transaction."""

import asyncio
import uuid
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from tests.support.issuer import confirmed
from tests.support.telling import received
from tests.support.two_people import staff

from accounts.handlers import identities, operators, phones, search
from accounts.sealed import OPERATOR_PHONE
from shared.identity.principal import ALL_RIGHTS, Principal, Right, Role
from shared.messages.gateway import OperatorChanged, PersonIdentityChanged, PersonPhoneChanged

from .conftest import GROUNDS, Accounts, employee, id_number

OPENED = date(2026, 1, 1)
BEFORE = datetime(2026, 1, 5, tzinfo=UTC)


def operator(employer: str, *rights: Right) -> Principal:
    return Principal(
        uuid.uuid4(), Role.EMPLOYER_OPERATOR, None, employer, "王*", "web",
        rights=frozenset(rights) or ALL_RIGHTS, active_since=BEFORE,
    )  # fmt: skip


async def say(accounts: Accounts, who: Principal, **changes: Any) -> OperatorChanged:
    """What the gateway says of an operator."""
    usual = {
        "operator_id": who.identity_id, "employer_number": who.employer_number, "name": "王五",
        "id_type": "01", "id_number": id_number(), "phone": "13905340077",
        "rights": sorted(who.rights), "active": True, "appointed_at": BEFORE,
        "changed_at": datetime(2026, 3, 1, tzinfo=UTC),
    }  # fmt: skip
    event = OperatorChanged.model_validate(usual | changes)
    async with accounts.context.unit() as unit:
        await operators.know(unit, received([event]))
    return event


def code(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json().get("title", "")


async def test_r_acc_1_each_route_asks_an_operator_for_its_right(accounts: Accounts) -> None:
    """Draft, confirm, pay, look; a right that ended between draft and confirmation binds nobody."""
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    drafter = operator(number, Right.DRAFT, Right.LOOK)
    binder = operator(number, Right.CONFIRM, Right.LOOK)
    payer = operator(number, Right.PAY)
    draft, bind, pay = map(accounts.as_, (drafter, binder, payer))
    month = {"month": "2026-01"}
    path = f"/employers/{number}"
    assert code(await bind.post(f"{path}/lists", month)) == (403, "right-missing")
    assert code(await pay.get(path)) == (403, "right-missing")
    assert (await pay.get(f"{path}/suspense")).status_code == 200
    made = await draft.done(f"{path}/lists", month)
    place = f"/lists/{made['id']}/confirmation"
    assert code(await draft.post(place)) == (403, "right-missing")
    assert code(await bind.post(place, {"total_fen": 1})) == (409, "other-total")

    event = await say(accounts, binder)
    await say(accounts, binder, rights=["look"], changed_at=datetime(2026, 3, 2, tzinfo=UTC))
    await say(accounts, binder, changed_at=event.changed_at)
    assert code(await bind.post(place)) == (403, "right-ended"), "the older word came late"
    other = accounts.as_(operator(number, Right.CONFIRM))
    frozen = await other.done(place, {"total_fen": made["total_fen"]})
    assert frozen["state"] == "confirmed"
    undo = f"/lists/{made['id']}/withdrawal"
    assert code(await draft.post(undo)) == (403, "right-missing"), "what is confirmed is not theirs"
    assert (await other.done(undo))["state"] == "withdrawn"


async def test_r_acc_1_a_stolen_session_binds_no_employer(accounts: Accounts) -> None:
    """No confirmation, another list's, another sum's: nothing is confirmed."""
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    who = operator(number)
    made = await accounts.as_(who).done(f"/employers/{number}/lists", {"month": "2026-01"})
    token = accounts.keys.token(who)
    place = f"/api/accounts/lists/{made['id']}/confirmation"
    total = {"total_fen": made["total_fen"]}
    wrong = (
        {},
        confirmed(token, place.replace(made["id"], str(uuid.uuid4())), total),
        confirmed(token, place, {"total_fen": 1}),
        confirmed(accounts.keys.token(operator(number)), place, total),
    )
    for shown in wrong:
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": uuid.uuid4().hex, **shown}
        answer = await accounts.client.post(place, json=total, headers=headers)
        assert code(answer) == (403, "confirmation-needed")
    assert (await accounts.as_(who).get(f"/lists/{made['id']}")).json()["state"] == "draft"


async def test_r_dep_7_an_operator_asks_for_its_own_money_and_the_centre_agrees(
    accounts: Accounts,
) -> None:
    """Whose right to pay has ended before the decision sends nothing back."""
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    listed = await accounts.confirmed(number, "2026-01")
    await accounts.credit(
        listed["payment_reference"], 5_000, bank_serial="S1", payer_account="6222021612000000019"
    )
    who = operator(number, Right.PAY)
    body = {"amount_fen": 5_000, **GROUNDS}
    stranger = accounts.as_(operator(await accounts.employer()))
    assert code(await stranger.post("/suspense/S1/refund", body)) == (404, "not-found")
    mine = accounts.as_(who)
    asked = await mine.post("/suspense/S1/refund", body)
    proposal = asked.json()["proposal_id"]
    assert code(await stranger.get(f"/proposals/{proposal}")) == (404, "not-found")
    assert code(await stranger.post(f"/proposals/{proposal}/withdrawal")) == (404, "not-found")
    await say(accounts, who, active=False)
    checker = staff(Role.STAFF_CHECKER)
    assert code(await accounts.desk.decide(proposal, checker)) == (403, "right-ended")
    again = accounts.as_(operator(number, Right.PAY))
    assert code(await again.post("/suspense/S1/refund", body)) == (409, "already-proposed")
    assert (await mine.post(f"/proposals/{proposal}/withdrawal")).status_code == 200
    asked = await again.post("/suspense/S1/refund", body)
    done = await accounts.desk.decide(asked.json()["proposal_id"], checker)
    assert done.json()["state"] == "executed"


async def test_r_acc_1_the_agreement_is_asked_for_by_the_operator_and_told_to_the_one_who_is_there(
    accounts: Accounts,
) -> None:
    number = await accounts.employer()
    old, new = operator(number), operator(number)
    bind = accounts.as_(new)
    path = f"/employers/{number}/agreement"
    asked = await bind.post(f"{path}/revocation", GROUNDS)
    await accounts.desk.decide(asked.json()["proposal_id"], staff(Role.STAFF_CHECKER))
    stopped = await bind.post(f"/employers/{number}/lists", {"month": "2026-01"})
    assert code(stopped) == (403, "agreement-required")
    asked = await bind.post(path, {"version": "2026-3", **GROUNDS})
    signed = await accounts.desk.decide(asked.json()["proposal_id"], staff(Role.STAFF_CHECKER))
    assert signed.json()["result"]["agreement_version"] == "2026-3"

    await say(accounts, old, phone="13905340001")
    later = datetime(2026, 2, 1, tzinfo=UTC)
    await say(accounts, new, phone="13905340002", appointed_at=later)
    assert await contact(accounts, number) == "13905340001"
    await say(
        accounts, replace(old), phone="13905340001", active=False,
        changed_at=datetime(2026, 3, 2, tzinfo=UTC),
    )  # fmt: skip
    assert await contact(accounts, number) == "13905340002"


async def test_r_inf_2_an_operator_brings_nobody_in_with_a_phone_of_somebody_else(
    accounts: Accounts,
) -> None:
    """The attack: one's own phone, a colleague's, the same twice, and two employers at once."""
    number, other = await accounts.employer(), await accounts.employer()
    who = operator(number)
    event = await say(accounts, who)
    mine, theirs = accounts.as_(who), accounts.as_(operator(other))
    place = f"/employers/{number}/accounts"

    def people(*phones: str) -> dict[str, Any]:
        return {"employees": [employee(phone=phone) for phone in phones]}

    for taken, rows in (
        (["13905340077"], [1]),
        (["13800000001", "13800000001"], [1, 2]),
    ):
        refused = await mine.post(place, people(*taken))
        assert code(refused) == (409, "phone-taken")
        assert [one["row"] for one in refused.json()["errors"]] == rows
        assert not any(phone in refused.text for phone in taken)
    own = {"employees": [employee(event.id_number, phone="13905340077")]}
    assert (await mine.post(place, own)).status_code == 201, "the operator's own account"
    both = await asyncio.gather(
        mine.post(place, people("13800000002")),
        theirs.post(f"/employers/{other}/accounts", people("13800000002")),
    )
    assert sorted(answer.status_code for answer in both) == [201, 409]
    by_two = await accounts.staff.done(place, people("13800000002"))
    assert "请核对是否为职工本人使用" in by_two["accounts"][0]["remarks"][-1]


async def test_r_inf_2_a_changed_phone_is_the_person_s_and_the_one_before_is_free(
    accounts: Accounts,
) -> None:
    """What the gateway says last holds, however often and in whatever order it is heard."""
    number = await accounts.employer()
    mine, place = accounts.as_(operator(number)), f"/employers/{number}/accounts"
    (first,) = (await mine.post(place, {"employees": [employee(phone="13800000004")]})).json()[
        "accounts"
    ]

    def changed(phone: str, minute: int) -> PersonPhoneChanged:
        return PersonPhoneChanged(
            change_id=uuid.uuid4(), person_id=first["person_id"], phone=phone, by_whom="oneself",
            phone_before="13800000004", changed_at=datetime(2026, 3, 1, 9, minute, tzinfo=UTC),
        )  # fmt: skip

    for batch in (
        [changed("13800000006", 2), changed("13800000005", 1)],
        [changed("13800000007", 0)],
    ):
        async with accounts.context.unit() as unit:
            await phones.changed(unit, received(batch))
    taken = await mine.post(place, {"employees": [employee(phone="13800000006")]})
    assert code(taken) == (409, "phone-taken")
    for free in ("13800000004", "13800000005", "13800000007"):
        assert (await mine.post(place, {"employees": [employee(phone=free)]})).status_code == 201, (
            free
        )


async def test_r_inf_2_a_corrected_name_and_number_hold_in_whatever_order_they_are_heard(
    accounts: Accounts,
) -> None:
    """Another person's number is no silent take-over (R-ACC-8); the old one is free."""
    number = await accounts.employer()
    mine, place = accounts.as_(operator(number)), f"/employers/{number}/accounts"
    typed, other, new = employee(), employee(), employee()["id_number"]
    first, second = (
        await mine.done(place, {"employees": [one | {"name": "张三"} for one in (typed, other)]})
    )["accounts"]

    def changed(person: Any, id_number: str, minute: int) -> PersonIdentityChanged:
        return PersonIdentityChanged(
            change_id=uuid.uuid4(), person_id=person["person_id"], name="欧阳三", id_type="01",
            id_number=id_number, name_changed=True, number_changed=True, by_whom="oneself",
            changed_at=datetime(2026, 3, 1, 9, minute, tzinfo=UTC),
        )  # fmt: skip

    async def hear(*batch: PersonIdentityChanged) -> int:
        async with accounts.context.unit() as unit:
            await identities.changed(unit, received(batch))
        return len(unit.postponed)

    assert await hear(changed(first, new, 2), changed(first, typed["id_number"], 1)) == 0
    assert await hear(changed(first, typed["id_number"], 0)) == 0, "older than known"
    assert await hear(changed(second, new, 3)) == 1, "it waits, and is set aside for the operators"
    async with accounts.context.unit() as unit:
        await search.index_some(unit, 100)
    found = await mine.post(f"/employers/{number}/accounts/search", {"text": "欧阳"})
    assert [one["account_number"] for one in found.json()["items"]] == [first["account_number"]]
    again = employee(typed["id_number"])
    assert (await mine.post(place, {"employees": [again]})).status_code == 201


async def contact(accounts: Accounts, number: str) -> str:
    row = await accounts.pool.fetchrow(
        "SELECT operator_phone_sealed, social_credit_code FROM employer WHERE number = $1", number
    )
    return accounts.context.personal_data.open(
        row["operator_phone_sealed"], OPERATOR_PHONE, row["social_credit_code"]
    )
