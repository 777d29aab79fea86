"""What 12329 says is changed by two people, from a day on; a row that nobody decided says nothing."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import httpx
import pytest
from tests.support.apps import app_of
from tests.support.callers import Caller
from tests.support.issuer import Issuer
from tests.support.rules import as_owner
from tests.support.two_people import Desk, holds_against_insiders, staff

from notifications.main import service as make_service
from shared.base.clock import SystemClock
from shared.identity.principal import Principal, Role

from .conftest import Office

ANOTHER = "{reason}，所以{kind}没有办成。{again}"


class _Caller(Caller):
    base = "/api/notifications"


@dataclass
class Room:
    """The desk where texts are worded."""

    office: Office
    keys: Issuer
    client: httpx.AsyncClient

    def caller(self, who: Principal) -> Caller:
        return _Caller(self.client, {"Authorization": f"Bearer {self.keys.token(who)}"})

    @property
    def desk(self) -> Desk:
        return Desk(self.office.context, self.caller)

    @property
    def maker(self) -> Caller:
        return self.caller(staff(Role.STAFF_MAKER))

    def draft(self, wording: str | None = ANOTHER, days: int = 1) -> dict[str, Any]:
        day = self.office.context.clock.today() + timedelta(days=days)
        return {
            "template": "withdrawal_rejected", "effective_from": day.isoformat(), "wording": wording,
            "document_number": "德房公〔2026〕3号",
        }  # fmt: skip

    def proposed(self, wording: str | None = ANOTHER, days: int = 1) -> dict[str, Any]:
        return {**self.draft(wording, days), "reason": "说得更清楚"}

    async def text_of(self) -> dict[str, Any]:
        items = (await self.maker.get("/wordings")).json()["items"]
        (found,) = [one for one in items if one["template"] == "withdrawal_rejected"]
        return dict(found)

    def in_days(self, days: int) -> "Room":
        later = replace(self.office.context, clock=SystemClock(timedelta(days=days)))
        return replace(self, office=replace(self.office, context=later))


def code_of(answer: httpx.Response) -> str:
    return str(answer.json()["type"]).rsplit(":", 1)[-1]


@pytest.fixture
async def room(new_office: Any) -> AsyncIterator[Room]:
    keys = Issuer()
    async with keys.published():
        office = await new_office(jwks_url=keys.jwks_url)
        app = app_of(make_service(office.context.settings), office.context)
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://n") as client:
            yield Room(office, keys, client)


async def test_two_people_reword_a_text_and_it_says_so_from_its_day_on(
    room: Room, make: Any
) -> None:
    person, phone = await room.office.person()
    fact = make.rejected(person)
    await room.office.tell(fact)
    tried = (await room.maker.post("/wordings/preview", room.draft())).json()
    assert tried["after_example"].endswith("没有办成。最早可于2026年12月15日申请。")
    assert (tried["tried"], tried["tried_before_segments"], tried["tried_after_segments"]) == (
        1,
        1,
        1,
    )
    done = await holds_against_insiders(room.desk, "/wordings", room.proposed())
    assert "提取未通过" in done["summary"]
    later = (await room.text_of())["later"]
    assert [(one["wording"], one["document_number"]) for one in later] == [
        (ANOTHER, "德房公〔2026〕3号")
    ]
    await room.office.tell(make.rejected(person))
    tomorrow = room.in_days(1)
    await tomorrow.office.tell(make.rejected(person))
    await tomorrow.office.tell(fact)
    async with tomorrow.office.open():
        await tomorrow.office.until_states(*["delivered"] * 3)
    assert tomorrow.office.shown(phone) == [
        "您的离退休提取申请未通过：账户尚未封存。",
        "您的离退休提取申请未通过：账户尚未封存。",
        "账户尚未封存，所以离退休提取没有办成。",
    ]


async def test_what_makes_no_sense_is_refused_before_anybody_decides(room: Room) -> None:
    refusals = {
        "wording-lost": room.draft("您的{kind}未通过。"),
        "wording-link": room.draft(f"{ANOTHER}见www.example.com"),
        "wording-too-early": room.draft(days=0),
        "wording-same": room.draft(None),
        "wording-of-no-text": {**room.draft(), "template": "nonsense"},
    }
    for code, draft in refusals.items():
        assert code_of(await room.maker.post("/wordings/preview", draft)) == code
        answer = await room.maker.post("/wordings", {**draft, "reason": "说得更清楚"})
        assert code_of(answer) == code
    assert (await room.desk.by_two("/wordings", room.proposed())).status_code == 200
    again = await room.maker.post("/wordings", room.proposed("{again}{kind}{reason}"))
    assert code_of(again) == "wording-stands"
    back = await room.desk.by_two("/wordings", room.proposed(None, days=2))
    assert back.status_code == 200, "back to what the release ships"


async def test_a_row_that_nobody_decided_says_nothing(room: Room, make: Any) -> None:
    person, phone = await room.office.person()
    async with as_owner(room.office.context) as owner:
        await owner.execute(
            "INSERT INTO wording VALUES ('withdrawal_rejected', '2019-01-01', $1, '')", ANOTHER
        )
    await room.office.tell(make.rejected(person))
    async with room.office.open():
        await room.office.until_states("delivered")
    assert room.office.shown(phone) == ["您的离退休提取申请未通过：账户尚未封存。"]
    assert (await room.text_of())["effective_from"] is None
