"""Work on the staff's desk: claimed by one, handed over, noted; free again by itself."""

import uuid
from datetime import timedelta
from typing import Any

import httpx

from gateway.store import pruning

from .conftest import OTHER_ADMIN, Gateway
from .test_staff import LI, PASSWORD, STEP, made

REVIEW = "/work/withdrawals/review/9f2b8a60"
CLAIM_SECONDS, HANDED_OVER_SECONDS = 900, 14_400


async def at_work(gateway: Gateway, **member: Any) -> tuple[str, str]:
    """A member of staff who is logged in: id and access token."""
    staff_id = await made(gateway, **member)
    login = member.get("login", "zhang.san")
    code = await gateway.activation_code()
    enrolled = await gateway.post(
        "/sessions/staff/activation", login=login, activation_code=code, password=PASSWORD
    )
    gateway.clock.advance(STEP)
    opened = await gateway.staff_in(login, PASSWORD, enrolled.json()["totp_secret"])
    return staff_id, opened.json()["access_token"]


def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["title"]


async def noted(gateway: Gateway, token: str, text: str, key: str = "") -> httpx.Response:
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": key or uuid.uuid4().hex}
    return await gateway.client.post(
        f"/api/gateway{REVIEW}/notes", json={"text": text}, headers=headers
    )


async def holders(gateway: Gateway, token: str) -> list[tuple[str, str, str | None]]:
    desk = (await gateway.get("/work", token)).json()
    return [(one["item_id"], one["held_by"], one["handed_by_name"]) for one in desk["claims"]]


async def test_one_claims_the_other_is_told_by_whom_and_it_ends_by_itself(
    gateway: Gateway,
) -> None:
    zhang, maker = await at_work(gateway)
    li, checker = await at_work(gateway, **LI, name="李四")
    held = await gateway.post(f"{REVIEW}/claim", maker)
    assert (held.status_code, held.json()["held_by"]) == (200, zhang)
    late = await gateway.post(f"{REVIEW}/claim", checker)
    assert refused(late) == (409, "claimed")
    assert (late.json()["held_by_name"], late.json()["until"][:19]) == (
        held.json()["held_by_name"], held.json()["until"][:19],
    )  # fmt: skip
    assert "15分钟" in late.json()["detail"]

    gateway.clock.advance(timedelta(seconds=CLAIM_SECONDS - 60))
    kept = (await gateway.post(f"{REVIEW}/claim", maker)).json()
    assert kept["since"] == held.json()["since"], "the page is still open"
    assert kept["until"] > held.json()["until"]
    gateway.clock.advance(timedelta(seconds=CLAIM_SECONDS))
    assert await holders(gateway, maker) == [], "somebody shut the browser"
    assert (await gateway.post(f"{REVIEW}/claim", checker)).json()["held_by"] == li
    await gateway.post(f"{REVIEW}/release", maker)
    assert await holders(gateway, maker) == [("9f2b8a60", li, None)], "not one's own"
    for _ in range(2):
        assert (await gateway.post(f"{REVIEW}/release", checker)).status_code == 204
    assert await holders(gateway, maker) == []
    trail = await gateway.context.pool.fetch(
        "SELECT actor_id, outcome, reason FROM audit_record WHERE action LIKE '%/claim' "
        "AND subject = 'withdrawals review 9f2b8a60' ORDER BY id"
    )
    assert [(str(row["actor_id"]), row["outcome"], row["reason"]) for row in trail] == [
        (zhang, "done", ""), (li, "refused", "claimed"), (zhang, "done", ""), (li, "done", ""),
    ]  # fmt: skip

    place = "/work/loans/proposal/1"
    assert refused(await gateway.post(f"{place}/claim", maker)) == (409, "not-for-this-post")
    assert (await gateway.post(f"{place}/claim", checker)).status_code == 200
    assert (await gateway.post("/work/loans/review/1/claim", checker)).status_code == 404
    for number in range(2, 21):
        await gateway.post(f"/work/loans/proposal/{number}/claim", checker)
    assert refused(await gateway.post("/work/loans/proposal/21/claim", checker)) == (
        409, "too-many-claims",
    )  # fmt: skip
    assert (await gateway.post(f"{place}/claim", checker)).status_code == 200
    disabled = await gateway.post(f"/staff/{li}/disable", await gateway.admin())
    assert disabled.status_code == 200
    assert await holders(gateway, maker) == [], "who was shut out holds nothing"


async def test_who_proposed_something_here_takes_no_part_in_deciding_it(gateway: Gateway) -> None:
    admin = await gateway.admin()
    body = {**LI, "name": "李四"}
    proposed = await gateway.propose("/staff", admin, **body)
    place = f"/work/gateway/proposal/{proposed.json()['proposal_id']}/claim"
    assert refused(await gateway.post(place, admin)) == (409, "own-proposal")
    assert (await gateway.post(place, await gateway.admin(OTHER_ADMIN))).status_code == 200
    for unknown in ("none", str(uuid.uuid4())):
        answer = await gateway.post(f"/work/gateway/proposal/{unknown}/claim", admin)
        assert refused(answer) == (404, "not-found")


async def test_what_is_handed_over_waits_for_the_colleague_and_notes_tell_why(
    gateway: Gateway,
) -> None:
    zhang, maker = await at_work(gateway)
    li, checker = await at_work(gateway, **LI, name="李四")
    colleagues = (await gateway.get("/work/colleagues", maker)).json()["items"]
    assert {one["login"]: one["role"] for one in colleagues} == {
        "admin": "staff_admin", "admin.two": "staff_admin", "li.si": "staff_checker",
        "zhang.san": "staff_maker",
    }  # fmt: skip
    admin = next(one["staff_id"] for one in colleagues if one["login"] == "admin")

    async def handed(token: str, to: str) -> httpx.Response:
        return await gateway.post(f"{REVIEW}/handover", token, to=to)

    assert refused(await handed(maker, li)) == (409, "not-held")
    await gateway.post(f"{REVIEW}/claim", maker)
    assert refused(await handed(checker, zhang)) == (409, "not-held")
    for nobody in (zhang, admin, str(uuid.uuid4())):
        assert refused(await handed(maker, nobody)) == (409, "no-such-colleague")
    assert (await handed(maker, li)).json()["handed_by_name"] == "张*"
    assert await holders(gateway, maker) == [("9f2b8a60", li, "张*")]
    gateway.clock.advance(timedelta(seconds=CLAIM_SECONDS + 60))
    assert refused(await gateway.post(f"{REVIEW}/claim", maker)) == (409, "claimed")
    assert (await gateway.post(f"{REVIEW}/claim", checker)).json()["handed_by_name"] is None

    first = [await noted(gateway, maker, "等单位补章", key="a-note") for _ in range(2)]
    assert [one.status_code for one in first] == [201, 201]
    assert first[0].json() == first[1].json(), "pressed twice, written once"
    number = await noted(gateway, maker, "电话 138 0534 1234")
    assert refused(number) == (422, "number-in-note")
    for nth in range(19):
        await noted(gateway, checker, f"第{nth}次联系")
    assert refused(await noted(gateway, maker, "再联系")) == (409, "too-many-notes")
    notes = (await gateway.get("/work", checker)).json()["notes"]
    assert len(notes) == 20
    (oldest,) = [one for one in notes if one["by_name"] == "张*"]
    assert (oldest["text"], oldest["item_id"]) == ("等单位补章", "9f2b8a60")
    sealed = await gateway.context.pool.fetchval("SELECT text_sealed FROM work_note LIMIT 1")
    assert "章" not in sealed

    gateway.clock.advance(timedelta(seconds=HANDED_OVER_SECONDS))
    async with gateway.context.unit() as unit:
        await pruning.prune(unit.connection, gateway.clock.now())
    assert (await gateway.count("work_claim"), await gateway.count("work_note")) == (0, 20)
    gateway.clock.advance(pruning.NOTES_KEPT_FOR)
    async with gateway.context.unit() as unit:
        await pruning.prune(unit.connection, gateway.clock.now())
    assert await gateway.count("work_note") == 0
