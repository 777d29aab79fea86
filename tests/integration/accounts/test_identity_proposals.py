"""R-INF-1, R-INF-2: an employer proposes another name or ID number of its staff, and never effects it."""

import uuid
from datetime import UTC, date, datetime
from typing import Any

from tests.support.telling import received

from accounts.handlers import identities, identity_proposals
from shared.identity.principal import Right
from shared.messages.changes import IdentityCorrectionProposed
from shared.messages.gateway import IdentityCorrectionTold, PersonIdentityChanged

from .conftest import Accounts, Person, id_number
from .test_operators import code, operator

NAME, MARRIED = "张三丰", "欧阳三丰"


def told(proposal_id: str, person: Person, outcome: str) -> IdentityCorrectionTold:
    return IdentityCorrectionTold(
        correction_id=uuid.UUID(proposal_id), person_id=person.person_id, by_whom="employer",
        outcome=outcome, reason="unknown", reason_text="登记系统中没有该证件号码",
        told_at=datetime(2026, 3, 1, 9, 1, tzinfo=UTC),
    )  # fmt: skip


async def hear(accounts: Accounts, *batch: IdentityCorrectionTold) -> None:
    async with accounts.context.unit() as unit:
        await identity_proposals.told(unit, received(batch))


async def test_r_inf_2_an_employer_only_proposes_and_sees_how_it_ends(accounts: Accounts) -> None:
    number, other = await accounts.employer(), await accounts.employer()
    person, colleague = await accounts.people(number, 600_000, 600_000, opened_on=date(2026, 1, 5))
    boss, place = accounts.operator(number), f"/employers/{number}"
    path = f"{place}/accounts/{person.account_number}/identity-proposals"
    new = id_number()
    body: dict[str, Any] = {"name": MARRIED, "id_number": new, "evidence": ["户籍证明 1 号"]}
    made = (await boss.done(path, body))["proposal_id"]
    (said,) = [
        one for one in await accounts.events() if isinstance(one, IdentityCorrectionProposed)
    ]
    assert (str(said.correction_id), said.person_id) == (made, person.person_id)
    assert (said.name, said.id_number, said.evidence) == (MARRIED, new, ["户籍证明 1 号"])
    on_file = await accounts.pool.fetchval(
        "SELECT identity_changed_at FROM person WHERE id = $1", person.person_id
    )
    assert on_file is None, "nothing is another one by its word"

    async def states() -> list[tuple[str, str]]:
        items = (await boss.get(f"{place}/identity-proposals")).json()["items"]
        return [(one["proposal_id"], one["state"]) for one in items]

    assert await states() == [(made, "asked")]
    # Neither a phone nor a card, nobody of another employer, not without evidence or the right to bind.
    for more in (
        {"phone": "13905340009"},
        {"card_number": "6222021612003456783"},
        {"evidence": []},
    ):
        assert (await boss.post(path, body | more)).status_code == 422
    stranger = accounts.operator(other)
    assert (await stranger.post(path, body)).status_code == 404
    theirs = path.replace(number, other)
    assert (await stranger.post(theirs, body)).status_code == 404
    assert (await stranger.get(f"{place}/identity-proposals")).status_code == 404
    drafter = accounts.as_(operator(number, Right.DRAFT))
    assert code(await drafter.post(path, body)) == (403, "right-missing")
    same = {"name": NAME, "id_number": person.id_number}
    assert code(await boss.post(path, body | same)) == (409, "nothing-to-correct")
    # The register is no means to try out numbers.
    second, third = [(await boss.done(path, body))["proposal_id"] for _ in range(2)]
    assert code(await boss.post(path, body)) == (429, "too-many-corrections")
    await boss.done(path.replace(person.account_number, colleague.account_number), body)
    # Told late, twice, in any order: what has ended stays.
    await hear(accounts, told(made, person, "withdrawn"), told(made, person, "referred"))
    await hear(accounts, told(made, person, "referred"), told(second, person, "referred"))
    async with accounts.context.unit() as unit:
        changed = PersonIdentityChanged(
            change_id=uuid.UUID(third), person_id=person.person_id, name=MARRIED, id_type="01",
            id_number=new, name_changed=True, number_changed=True, by_whom="employer",
            changed_at=datetime(2026, 3, 1, 9, 2, tzinfo=UTC),
        )  # fmt: skip
        await identities.changed(unit, received([changed]))
    await hear(accounts, told(third, person, "referred"))
    found = dict(await states())
    assert [found[one] for one in (made, second, third)] == ["withdrawn", "referred", "taken"]


async def test_r_inf_2_nothing_is_proposed_of_a_closed_account(accounts: Accounts) -> None:
    number = await accounts.employer()
    (person,) = await accounts.people(number, 600_000, opened_on=date(2026, 1, 5))
    await accounts.pool.execute(
        "UPDATE individual_account SET state = '05', closed_on = '2026-03-01' WHERE number = $1",
        person.account_number,
    )
    path = f"/employers/{number}/accounts/{person.account_number}/identity-proposals"
    body = {"name": MARRIED, "id_number": id_number(), "evidence": ["户籍证明 1 号"]}
    assert code(await accounts.operator(number).post(path, body)) == (409, "wrong-account-state")
