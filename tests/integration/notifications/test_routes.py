"""By which carrier a text goes: the table that two people change, and what happens when one is away."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import httpx
import pytest
from tests.support.apps import app_of
from tests.support.callers import Caller
from tests.support.issuer import Issuer
from tests.support.two_people import Desk, holds_against_insiders, staff

from notifications.main import service as make_service
from shared.identity.principal import Principal, Role
from simulators.faults import ALWAYS

from .conftest import Office


class _Caller(Caller):
    base = "/api/notifications"


@dataclass
class Room:
    """The desk where routes are changed."""

    office: Office
    keys: Issuer
    client: httpx.AsyncClient

    def caller(self, who: Principal) -> Caller:
        return _Caller(self.client, {"Authorization": f"Bearer {self.keys.token(who)}"})

    @property
    def desk(self) -> Desk:
        return Desk(self.office.context, self.caller)

    def row(self, route: str, days: int = 0, **about: str) -> dict[str, Any]:
        day = self.office.context.clock.today() + timedelta(days=days)
        return {"route": route, "effective_from": day.isoformat(), "reason": "携号转网", **about}

    async def changed(self, route: str, days: int = 0, **about: str) -> httpx.Response:
        return await self.desk.by_two("/routes", self.row(route, days, **about))

    async def carriers(self) -> list[str]:
        """By which carrier each text has gone, or will go, in order."""
        return [row["route"] for row in await self.office.texts()]


@pytest.fixture
async def room(new_office: Any) -> AsyncIterator[Room]:
    keys = Issuer()
    async with keys.published():
        office = await new_office(
            cmpp="3.0", jwks_url=keys.jwks_url, text_default_route="smpp", text_detour_seconds=0.6
        )
        app = app_of(make_service(office.context.settings), office.context)
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://n") as client:
            yield Room(office, keys, client)


async def test_a_route_is_changed_by_two_and_holds_from_its_day_on(room: Room, make: Any) -> None:
    """A number that was taken along goes first, then the longest prefix, else the default."""
    phones = ("13911110001", "13911110002", "13800000001", "18600000001", "13922220001")
    people = [(await room.office.person(phone))[0] for phone in phones]
    done = await holds_against_insiders(room.desk, "/routes", room.row("cmpp", phone=phones[3]))
    assert "186****0001" in done["summary"]
    assert phones[3] not in str(done)
    for answer in (
        await room.changed("cmpp", prefix="139"), await room.changed("smpp", prefix="1392222"),
        await room.changed("smpp", phone=phones[1]), await room.changed("smpp", days=1, prefix="139"),
        await room.changed("cmpp", days=1, phone=phones[2]),
    ):  # fmt: skip
        assert answer.status_code == 200, answer.text
    async with room.office.open():
        await room.office.tell(*(make.rejected(person) for person in people))
        await room.office.until_states(*["delivered"] * 5)
    assert await room.carriers() == ["cmpp", "smpp", "smpp", "cmpp", "smpp"]
    sent = {one["phone"]: one["carrier"] for one in room.office.centre.book.submissions(None, 9)}
    assert [sent[phone] for phone in phones] == ["cmpp", "smpp", "smpp", "cmpp", "smpp"]
    maker = room.caller(staff(Role.STAFF_MAKER))
    first = (await maker.get("/routes", limit=4)).json()
    rest = (await maker.get("/routes", cursor=first["next_cursor"])).json()
    rows = first["items"] + rest["items"]
    assert [(row["prefix"], row["phone_tail"]) for row in rows] == [
        (None, "0001"), ("139", None), (None, "0002"), ("1392222", None), ("139", None), (None, "0001"),
    ]  # fmt: skip
    shown = (await maker.get("/deliveries")).json()["items"]
    assert [item["route"] for item in shown] == ["smpp", "cmpp", "smpp", "smpp", "cmpp"]


async def test_a_row_that_cannot_hold_is_not_proposed(room: Room) -> None:
    maker = room.caller(staff(Role.STAFF_MAKER))
    past = await maker.post("/routes", room.row("cmpp", days=-1, prefix="139"))
    assert (past.status_code, past.json()["title"]) == (422, "route-day-passed")
    for about in (
        {},
        {"prefix": "139", "phone": "13911110001"},
        {"prefix": "1"},
        {"phone": "1391"},
    ):
        assert (await maker.post("/routes", room.row("cmpp", **about))).status_code == 422


async def test_while_a_carrier_is_away_its_texts_go_by_the_other_if_they_were_never_handed_over(
    room: Room, make: Any
) -> None:
    """What the gateway may have taken waits for it."""
    taken, taken_phone = await room.office.person("13911110001")
    waiting, waiting_phone = await room.office.person("13911110002")
    await room.changed("cmpp", prefix="139")
    room.office.break_with(drop_answer=1, only_carrier="cmpp")
    async with room.office.open():
        await room.office.tell(make.rejected(taken))
        await make.until(lambda: room.office.submitted(taken_phone) == 1)
        room.office.break_with(refuse_binds=ALWAYS, only_carrier="cmpp")
        room.office.centre.disconnect("cmpp")
        await room.office.tell(make.rejected(waiting))
        await make.until(lambda: room.office.submitted(waiting_phone) == 1)
        assert await room.carriers() == ["cmpp", "smpp"]
        room.office.break_with()
        await room.office.until_states("delivered", "delivered")
    assert [room.office.submitted(phone) for phone in (taken_phone, waiting_phone)] == [1, 1]
