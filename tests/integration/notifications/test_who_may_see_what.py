"""The HTTP interface: a person's own texts and switch; staff see states and tails, never contents."""

import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest
from tests.support.apps import app_of
from tests.support.callers import LOOK
from tests.support.issuer import Issuer

from notifications.main import service as make_service
from notifications.settings import Settings
from shared.identity.principal import Principal, Role
from shared.messages.accounts import IndividualAccountSealed, SealReason
from shared.messages.notifications import WechatNoticeRequested
from shared.messages.wechat import WechatNoticeAccepted, WechatNoticeRefused, WechatReachChanged
from simulators.faults import ALWAYS

BASE = "/api/notifications"


@dataclass
class Counter:
    """The service's HTTP interface, and who may stand before it."""

    office: Any
    keys: Issuer
    client: httpx.AsyncClient

    async def get(
        self, path: str, role: Role, person: uuid.UUID | None = None, **query: Any
    ) -> httpx.Response:
        return await self.client.get(BASE + path, headers=self._headers(role, person), params=query)

    async def put(self, path: str, person: uuid.UUID | None, body: Any) -> httpx.Response:
        headers = self._headers(Role.INDIVIDUAL, person)
        return await self.client.put(BASE + path, headers=headers, json=body)

    def _headers(self, role: Role, person: uuid.UUID | None) -> dict[str, str]:
        principal = Principal(uuid.uuid4(), role, person, None, "张*", "web")
        return {**LOOK, "Authorization": f"Bearer {self.keys.token(principal)}"}


@pytest.fixture
async def counter(new_office: Any) -> AsyncIterator[Counter]:
    keys = Issuer()
    async with keys.published():
        office = await new_office(jwks_url=keys.jwks_url)
        assert isinstance(office.context.settings, Settings)
        app = app_of(make_service(office.context.settings), office.context)
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://n") as client:
            yield Counter(office, keys, client)


async def test_r_qry_5_staff_see_the_tail_and_the_state_of_a_text_but_not_what_it_says(
    counter: Counter, make: Any
) -> None:
    person, phone = await counter.office.person()
    fact = make.paid(person)
    counter.office.break_with(undeliverable=ALWAYS)
    async with counter.office.open():
        await counter.office.tell(fact)
        await counter.office.until_states("undelivered")
    about = str(fact.application_id)
    answer = await counter.get("/deliveries", Role.STAFF_MAKER, about=about)
    [item] = answer.json()["items"]
    assert (item["phone_tail"], item["state_text"]) == (phone[-4:], "未送达")
    assert (item["attempts"], item["segments"], len(item["message_ids"])) == (1, 2, 2)
    assert phone not in answer.text
    assert "50,000" not in answer.text
    assert "body" not in item
    listed = (await counter.get("/undelivered", Role.STAFF_CHECKER)).json()["items"]
    assert [one["text_id"] for one in listed] == [item["text_id"]]
    delivered = await counter.get("/deliveries", Role.STAFF_MAKER, state="delivered")
    assert delivered.json() == {"items": [], "next_cursor": None}


async def test_one_list_of_a_person_says_by_which_ways_each_message_went(
    counter: Counter, make: Any
) -> None:
    """WeChat refused the first, which was texted, and took the second; the third was a text at once."""
    person, phone = await counter.office.person()
    refused, taken, texted = facts = [make.paid(person) for _ in range(3)]
    reach = WechatReachChanged(person_id=person, templates=["withdrawal_paid"], version=1)
    nothing = reach.model_copy(update={"templates": [], "version": 2})
    for told in ([reach], [refused, taken], [nothing], [texted]):
        await counter.office.tell(*told)
    rows = await counter.office.context.pool.fetch(
        "SELECT about, text_id FROM text ORDER BY number"
    )
    ids, now = [row["text_id"] for row in rows], datetime.now(UTC)
    no = WechatNoticeRefused(notice_id=ids[0], reason_code="wechat_43101", refused_at=now)
    await counter.office.tell(no, WechatNoticeAccepted(notice_id=ids[1], accepted_at=now))
    async with counter.office.open():
        await counter.office.until_states("delivered", "delivered")
    own = (await counter.get("/texts", Role.INDIVIDUAL, person)).json()["items"]
    path = f"/people/{person}/messages"
    answer = await counter.get(path, Role.STAFF_CHECKER)
    shown = answer.json()["items"]
    sms = ("sms", "已送达", None)
    assert [
        [(way["channel"], way["state_text"], way["failure"]) for way in one["ways"]]
        for one in shown
    ] == [
        [sms],
        [("wechat", "已送达", None)],
        [("wechat", "未送达", "wechat_43101"), sms],
    ]
    assert [one["ways"] for one in own] == [one["ways"] for one in shown]
    assert [one["about"] for one in shown] == [str(f.application_id) for f in reversed(facts)]
    assert all("body" not in one for one in shown)
    assert "50,000" not in answer.text
    assert phone not in answer.text
    # A look has a reason, and is recorded as one at this person; a stranger's list is empty.
    looked = await counter.office.context.pool.fetchrow(
        "SELECT subject, reason FROM audit_record WHERE subject LIKE $1", f"%{person}%"
    )
    assert looked is not None
    assert looked["reason"]
    page = (await counter.get(path, Role.STAFF_MAKER, limit=1)).json()
    rest = await counter.get(path, Role.STAFF_MAKER, limit=5, cursor=page["next_cursor"])
    assert [*page["items"], *rest.json()["items"]] == shown
    assert (await counter.get(f"/people/{uuid.uuid4()}/messages", Role.STAFF_MAKER)).json() == {
        "items": [], "next_cursor": None,
    }  # fmt: skip


async def test_whoever_wants_texts_is_texted_and_told_by_wechat_only_what_did_not_arrive(
    counter: Counter, make: Any
) -> None:
    office = counter.office
    person, _phone = await office.person()
    reach = WechatReachChanged(
        person_id=person, templates=["withdrawal_paid", "withdrawal_rejected"], version=1
    )
    await office.tell(reach)
    wish = {"first_channel": "sms", "optional": False}
    for topic in ("withdrawals", "account"):
        chosen = await counter.put(f"/preferences/{topic}", person, wish)
        assert chosen.status_code == 200, chosen.text
    assert [
        (one["topic_text"], one["first_channel"], one["optional"]) for one in chosen.json()["items"]
    ] == [
        ("提取", "sms", False), ("贷款", "wechat", True),
        ("账户和缴存", "sms", False), ("证明、异议和答复", "wechat", True),
    ]  # fmt: skip
    assert (await counter.put("/preferences/login", person, wish)).status_code == 422
    sealed = IndividualAccountSealed(
        account_number="371400000000123456", person_id=person, reason=SealReason.RETIRED,
        sealed_on=date(2019, 8, 1), paid_up_to="2019-07",
    )  # fmt: skip
    office.break_with(undeliverable=2)
    lost, refused = facts = [make.paid(person), make.rejected(person)]
    async with office.open():
        # A reminder about the account is not wanted; what must be told is told all the same.
        await office.tell(sealed, *facts)
        await office.until_states("undelivered", "undelivered")

        async def asked() -> bool:
            return len(await office.emitted(WechatNoticeRequested)) == 2

        await make.until(asked)
        arrived = make.paid(person)
        await office.tell(arrived)
        await office.until_states("undelivered", "undelivered", "delivered")
    wanted = {event.template: event for event in await office.emitted(WechatNoticeRequested)}
    assert set(wanted) == {"withdrawal_paid", "withdrawal_rejected"}
    ids = {event.template: event.notice_id for event in wanted.values()}
    now = datetime.now(UTC)
    await office.tell(
        WechatNoticeAccepted(notice_id=ids["withdrawal_paid"], accepted_at=now),
        WechatNoticeRefused(
            notice_id=ids["withdrawal_rejected"], reason_code="wechat_43101", refused_at=now
        ),
    )
    # WeChat refused too: that is the end, no second text; the list says so.
    assert await office.states() == ["undelivered", "undelivered", "delivered"]
    items = (await counter.get(f"/people/{person}/messages", Role.STAFF_MAKER)).json()["items"]
    ways = {
        one["about"]: [(way["channel"], way["state_text"]) for way in one["ways"]] for one in items
    }
    assert ways == {
        str(lost.application_id): [("sms", "未送达"), ("wechat", "已送达")],
        str(refused.application_id): [("sms", "未送达"), ("wechat", "未送达")],
        str(arrived.application_id): [("sms", "已送达")],
    }


async def test_a_person_reads_only_their_own_texts_page_by_page(
    counter: Counter, make: Any
) -> None:
    person, phone = await counter.office.person()
    stranger, _ = await counter.office.person()
    facts = [make.rejected(person, reason_text=f"原因{number}") for number in range(5)]
    await counter.office.tell(*facts, make.rejected(stranger))
    seen: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = (await counter.get("/texts", Role.INDIVIDUAL, person, limit=2, **cursor)).json()
        seen += [item["body"] for item in page["items"]]
        assert {item["phone_tail"] for item in page["items"]} <= {phone[-4:]}
        if page["next_cursor"] is None:
            break
        cursor = {"cursor": page["next_cursor"]}
    assert [text[-4:-1] for text in seen] == [f"原因{number}" for number in (4, 3, 2, 1, 0)]
    nobody = await counter.get("/texts", Role.INDIVIDUAL, None)
    assert nobody.json() == {"items": [], "next_cursor": None}


@pytest.mark.parametrize("cursor", ["x", "WyJhIl0", "W10", "WzEsMl0", "Wy0xXQ", "WzFlNDBd"])
async def test_a_cursor_that_is_not_ours_is_refused(counter: Counter, cursor: str) -> None:
    answer = await counter.get("/texts", Role.INDIVIDUAL, uuid.uuid4(), cursor=cursor)
    assert (answer.status_code, answer.json()["title"]) == (400, "bad-cursor")


async def test_r_crt_4_a_person_switches_optional_texts_in_the_account_settings(
    counter: Counter,
) -> None:
    person, phone = await counter.office.person()
    off, on = {"optional_texts": False}, {"optional_texts": True}
    for wanted in (off, off, on):
        answer = await counter.put("/subscription", person, wanted)
        assert answer.json() == {"phone_tail": phone[-4:], **wanted}
        assert (await counter.get("/subscription", Role.INDIVIDUAL, person)).json() == answer.json()
    assert (await counter.put("/subscription", uuid.uuid4(), off)).status_code == 404
    assert (await counter.put("/subscription", None, off)).status_code == 404
    assert (await counter.get("/subscription", Role.INDIVIDUAL)).status_code == 404
    assert (await counter.put("/subscription", person, {})).status_code == 422


async def test_the_counters_say_what_was_texted(counter: Counter, make: Any) -> None:
    person, _ = await counter.office.person()
    await counter.office.tell(make.paid(person), make.paid(person), make.rejected(person))
    answer = (await counter.get("/counters", Role.STAFF_CHECKER, hours=1)).json()
    found = {(row["template"], row["state"]): row for row in answer["counters"]}
    assert found[("withdrawal_paid", "queued")]["texts"] == 2
    assert found[("withdrawal_paid", "queued")]["segments"] == 4
    assert found[("withdrawal_rejected", "queued")]["state_text"] == "待发送"
    assert answer["oldest_queued_at"] is not None
