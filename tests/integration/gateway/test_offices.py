"""The centre's offices (管理部): an administrator opens and staffs them, any of the staff gives them work."""

import uuid

import httpx

from gateway.store import pruning

from .conftest import Gateway
from .test_staff import LI
from .test_work import REVIEW, at_work, refused


async def opened(gateway: Gateway, token: str, name: str) -> httpx.Response:
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": uuid.uuid4().hex}
    return await gateway.client.post("/api/gateway/offices", json={"name": name}, headers=headers)


async def test_work_lies_where_it_was_given_and_staff_where_they_were_put(gateway: Gateway) -> None:
    zhang, maker = await at_work(gateway)
    _, checker = await at_work(gateway, **LI, name="李四")
    admin = await gateway.admin()
    assert (await opened(gateway, maker, "德城管理部")).status_code == 403
    decheng = (await opened(gateway, admin, " 德城管理部 ")).json()
    assert decheng["name"] == "德城管理部"
    assert refused(await opened(gateway, admin, "德城管理部")) == (409, "office-name-taken")
    yucheng = (await opened(gateway, admin, "禹城管理部")).json()

    moved = await gateway.post(f"/staff/{zhang}/office", admin, office_id=decheng["id"])
    assert (moved.status_code, moved.json()["office_id"]) == (200, decheng["id"])
    listed = (await gateway.get("/staff", admin)).json()["items"]
    assert {one["login"]: one["office_id"] for one in listed if one["office_id"]} == {
        "zhang.san": decheng["id"]
    }
    given = await gateway.post(f"{REVIEW}/office", checker, office_id=yucheng["id"])
    assert given.status_code == 200
    desk = (await gateway.get("/work", maker)).json()
    assert [one["name"] for one in desk["offices"]] == ["德城管理部", "禹城管理部"]
    assert desk["posts"] == [{"staff_id": zhang, "office_id": decheng["id"]}]
    assert [(one["item_id"], one["office_id"]) for one in desk["given"]] == [
        ("9f2b8a60", yucheng["id"])
    ]
    again = await gateway.post(f"{REVIEW}/office", maker, office_id=decheng["id"])
    assert again.json()["office_id"] == decheng["id"], "it goes from one office to another"
    nowhere = "/work/loans/review/1/office"
    assert (await gateway.post(nowhere, maker, office_id=decheng["id"])).status_code == 404


async def test_an_office_is_closed_once_nobody_works_there(gateway: Gateway) -> None:
    zhang, maker = await at_work(gateway)
    admin = await gateway.admin()
    office = (await opened(gateway, admin, "乐陵管理部")).json()["id"]
    await gateway.post(f"/staff/{zhang}/office", admin, office_id=office)
    await gateway.post(f"{REVIEW}/office", maker, office_id=office)
    closure = f"/offices/{office}/closure"
    assert refused(await gateway.post(closure, admin)) == (409, "office-has-staff")
    await gateway.post(f"/staff/{zhang}/office", admin, office_id=None)
    closed = (await gateway.post(closure, admin)).json()["closed_at"]
    assert closed
    assert (await gateway.post(closure, admin)).json()["closed_at"] == closed
    desk = (await gateway.get("/work", maker)).json()
    assert (desk["offices"], desk["given"], desk["posts"]) == ([], [], [])
    for late in (
        await gateway.post(f"{REVIEW}/office", maker, office_id=office),
        await gateway.post(f"/staff/{zhang}/office", admin, office_id=office),
    ):
        assert refused(late) == (409, "no-such-office")
    assert (await opened(gateway, admin, "乐陵管理部")).status_code == 201, "the name is free"
    assert (await gateway.post(f"/offices/{uuid.uuid4()}/closure", admin)).status_code == 404


async def test_to_which_office_work_was_given_is_forgotten_like_notes(gateway: Gateway) -> None:
    _, maker = await at_work(gateway)
    office = (await opened(gateway, await gateway.admin(), "临邑管理部")).json()["id"]
    await gateway.post(f"{REVIEW}/office", maker, office_id=office)
    for passed, left in ((1, 1), (2, 0)):
        now = gateway.clock.now() + passed * pruning.NOTES_KEPT_FOR
        async with gateway.context.unit() as unit:
            await pruning.prune(unit.connection, now)
        assert await gateway.count("work_office") == left
