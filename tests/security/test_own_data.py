"""个人信息保护法: people are told what is kept, take it away, consent by version; old things go."""

import asyncio
import uuid
from datetime import UTC, date, datetime
from typing import Any

import asyncpg
import httpx
import pytest
from tests.support.waiting import until

from gateway.kept import KEPT as OF_LOGINS
from notifications.kept import KEPT as OF_TEXTS
from notifications.main import service as notifications_service
from shared.identity.principal import Principal, Role
from shared.messaging.topology import SERVICES
from shared.privacy import retention

from .asking import Town, town_in
from .conftest import Hall


@pytest.fixture(scope="module")
async def town(hall: Hall) -> Town:
    return await town_in(hall)


async def read(hall: Hall, service: str, token: str, place: str = "", **query: Any) -> Any:
    answer = await hall.clients[service].get(
        f"http://{service}/api/{service}/personal-data{place}",
        headers={"Authorization": f"Bearer {token}"},
        params=query,
    )
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_a_person_is_told_what_each_service_keeps_why_and_how_long(town: Town) -> None:
    token = await town.hall.token(town.principal(Role.INDIVIDUAL))
    for service in SERVICES:
        for line in (await read(town.hall, service, token))["items"]:
            assert line["what"]
            assert line["why"]
            assert "年" in line["how_long"] or line["how_long"] == "长期保存"


async def test_a_person_takes_away_what_is_theirs_opened_and_nobody_else_s(town: Town) -> None:
    mine = await town.hall.token(town.principal(Role.INDIVIDUAL))
    other = await town.hall.token(town.principal(Role.INDIVIDUAL, stranger=True))
    (me,) = (await read(town.hall, "accounts", mine, "/person"))["items"]
    assert me["id_number"] == town.owner.id_number
    (somebody,) = (await read(town.hall, "accounts", other, "/person"))["items"]
    assert somebody["id_number"] == town.stranger.id_number
    accounts = (await read(town.hall, "accounts", mine, "/individual_account"))["items"]
    assert [line["number"] for line in accounts] == [town.owner.account_number]


async def test_every_table_that_is_named_can_be_taken_away_in_pages(town: Town) -> None:
    token = await town.hall.token(town.principal(Role.INDIVIDUAL))
    for service in SERVICES:
        for line in (await read(town.hall, service, token))["items"]:
            place, found, cursor = f"/{line['table']}", 0, None
            while True:
                query = {"cursor": cursor} if cursor else {}
                page = await read(town.hall, service, token, place, limit=1, **query)
                found, cursor = found + len(page["items"]), page["next_cursor"]
                if cursor is None:
                    break
            assert found == line["rows"], place


SUBSCRIBED = """
INSERT INTO subscriber (person_id, phone_sealed, phone_hash, phone_tail, known_since)
SELECT person_id, 'k.x', $1, '0001', known_since
FROM unnest($2::uuid[], $3::date[]) AS told (person_id, known_since)
"""


async def test_a_number_that_was_given_out_again_shows_nobody_another_s_texts(hall: Hall) -> None:
    pool, phone = hall.contexts["notifications"].pool, uuid.uuid4().hex
    former, spouse, present = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
    moved_in, given_again = date(2026, 1, 5), date(2026, 3, 2)
    await pool.execute(
        SUBSCRIBED, phone, [former, spouse, present], [moved_in, moved_in, given_again]
    )
    # In Dezhou 1 March 23:30 is still the former owners', 2 March 00:30 is not; in UTC both are 1 March.
    for at in (datetime(2026, 3, 1, 15, 30, tzinfo=UTC), datetime(2026, 3, 1, 16, 30, tzinfo=UTC)):
        await pool.execute(RECEIVED, phone, "balance", at)
    await pool.execute(RECEIVED, phone, "balance", datetime(2026, 3, 9, tzinfo=UTC))
    seen = {}
    for person_id in (former, spouse, present):
        person = Principal(uuid.uuid4(), Role.INDIVIDUAL, person_id, None, "张*", "web")
        lines = (await read(hall, "notifications", await hall.token(person)))["items"]
        (seen[person_id],) = (line["rows"] for line in lines if line["table"] == "mo_text")
    assert seen == {former: 1, spouse: 1, present: 2}


async def say(hall: Hall, token: str, purpose: str, **body: Any) -> httpx.Response:
    return await hall.clients["gateway"].put(
        f"http://gateway/api/gateway/consents/{purpose}",
        headers={"Authorization": f"Bearer {token}"},
        json=body,
    )


async def test_consent_is_kept_by_purpose_and_version_and_taken_back(hall: Hall) -> None:
    person = Principal(uuid.uuid4(), Role.INDIVIDUAL, uuid.uuid4(), None, "张*", "web")
    token = await hall.token(person)
    old = await say(hall, token, "bank_sharing", version="2025-01", given=True)
    assert (old.status_code, old.json()["title"]) == (409, "other-version")
    assert (await say(hall, token, "selling", version="2026-01", given=True)).status_code == 404
    for given in (True, True, False):
        said = await say(hall, token, "bank_sharing", version="2026-01", given=given)
        assert (said.status_code, said.json()["given"]) == (200, given)
    listed = await hall.clients["gateway"].get(
        "http://gateway/api/gateway/consents", headers={"Authorization": f"Bearer {token}"}
    )
    given_now = {line["purpose"]: line["given"] for line in listed.json()["items"]}
    assert given_now == {
        "privacy_policy": False,
        "cross_city_sharing": False,
        "bank_sharing": False,
    }
    kept = (await read(hall, "gateway", token, "/consent"))["items"]
    assert [(line["purpose"], line["version"], line["given"]) for line in kept] == [
        ("bank_sharing", "2026-01", "true"),
        ("bank_sharing", "2026-01", "false"),
    ]


LONG_AGO, LATELY = datetime(2019, 5, 6, tzinfo=UTC), datetime.now(UTC)
TEXT = """
INSERT INTO text (source, template, about, person_id, phone_sealed, phone_hash, phone_tail, body_sealed,
                  traceparent, created_at)
VALUES ($1, 't', 'a', NULL, 'k.x', $1, '0001', 'k.x', '', $2)
"""
SENT = """
WITH sent AS (
    INSERT INTO delivery (text_number, state, segments, priority, not_before)
    SELECT number, 'delivered', 1, 1, created_at FROM text WHERE source LIKE $1 RETURNING text_number
)
INSERT INTO text_segment (text_number, segment, message_id) SELECT text_number, 1, $1 FROM sent
"""
RECEIVED = """
INSERT INTO mo_text (mo_id, phone_sealed, phone_hash, phone_tail, body_sealed, body_hash, command,
                     answered, received_at)
VALUES (gen_random_uuid(), 'k.x', $1, '0001', 'k.x', 'h', $2, false, $3)
"""


async def test_texts_of_years_ago_are_forgotten_with_a_line_in_the_trail(hall: Hall) -> None:
    context = hall.contexts["notifications"]
    mark = uuid.uuid4().hex
    for at in (LONG_AGO, LATELY):
        await context.pool.execute(TEXT, f"{mark} {at.year}", at)
        for command in ("balance", "stop"):
            await context.pool.execute(RECEIVED, mark, command, at)
    await context.pool.execute(SENT, f"{mark}%")
    gone = await retention.forget_old(context, OF_TEXTS)
    assert gone == {"text_segment": 1, "delivery": 1, "text": 1, "mo_text": 1}
    left = await context.pool.fetch(
        "SELECT command FROM mo_text WHERE phone_hash = $1 ORDER BY received_at, command", mark
    )
    assert [row["command"] for row in left] == ["stop", "balance", "stop"], "an opt-out stays"
    texts = await context.pool.fetch("SELECT source FROM text WHERE source LIKE $1", f"{mark}%")
    assert [row["source"] for row in texts] == [f"{mark} {LATELY.year}"]
    trail = await context.pool.fetch(
        "SELECT subject, actor FROM audit_record WHERE action = 'forget' ORDER BY id DESC LIMIT 4"
    )
    assert {row["subject"].split(" ")[0] for row in trail} == set(gone)
    assert {row["subject"].rpartition(" ")[2] for row in trail} == {"1"}
    assert await retention.forget_old(context, OF_TEXTS) == {}, "there is nothing more"


async def test_the_running_service_forgets_by_itself(hall: Hall) -> None:
    context, stop = hall.contexts["notifications"], asyncio.Event()
    mark = uuid.uuid4().hex
    await context.pool.execute(TEXT, mark, LONG_AGO)
    service = notifications_service(context.settings)  # type: ignore[arg-type]
    forgetting = asyncio.create_task(retention.keep(context, service.kept, stop))
    await until(
        lambda: context.pool.fetchval("SELECT count(*) = 0 FROM text WHERE source = $1", mark)
    )
    stop.set()
    await forgetting


ATTEMPT = "INSERT INTO login_attempt (at, subject_hash, outcome) VALUES ($1, $2, 'logged_in')"


async def test_logins_are_kept_for_years_and_nobody_can_forget_a_young_one(hall: Hall) -> None:
    context = hall.contexts["gateway"]
    mark = uuid.uuid4().hex
    for at in (LONG_AGO, LATELY):
        await context.pool.execute(ATTEMPT, at, mark)
    assert (await retention.forget_old(context, OF_LOGINS))["login_attempt"] >= 1
    count = "SELECT count(*) FROM login_attempt WHERE subject_hash = $1"
    assert await context.pool.fetchval(count, mark) == 1
    with pytest.raises(asyncpg.RestrictViolationError, match="kept for six months"):
        await context.pool.execute("DELETE FROM login_attempt WHERE subject_hash = $1", mark)
