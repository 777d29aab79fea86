"""Going on and leaving: refresh tokens that work once, logging out, login history."""

import asyncio
from datetime import timedelta
from typing import Any

from .conftest import OTHER_ID, claims


async def test_a_refresh_token_brings_new_tokens_once(gateway: Any) -> None:
    first = await gateway.citizen()
    answer = await gateway.refresh(first["refresh_token"])
    assert answer.status_code == 200
    second = answer.json()
    assert second["refresh_token"] != first["refresh_token"]
    assert second["name"] == first["name"]
    told, told_again = claims(first["access_token"]), claims(second["access_token"])
    assert told["sub"] == told_again["sub"]
    assert told["sid"] == told_again["sid"]
    assert (await gateway.get("/me", second["access_token"])).status_code == 200


async def test_a_reused_refresh_token_ends_the_whole_session(gateway: Any) -> None:
    first = await gateway.citizen()
    second = (await gateway.refresh(first["refresh_token"])).json()
    gateway.clock.advance(timedelta(seconds=11))
    thief = await gateway.refresh(first["refresh_token"])
    assert (thief.status_code, thief.json()["title"]) == (401, "refresh-reused")
    assert (await gateway.refresh(second["refresh_token"])).json()["title"] == "session-ended"
    assert (await gateway.get("/me", second["access_token"])).status_code == 401
    assert (await gateway.outcomes())[-2:] == ["refresh_reused", "session_ended"]


async def test_two_refreshes_at_once_go_on_with_one_successor(gateway: Any) -> None:
    """A page with two tabs, or a lost answer: nobody is thrown out, and there is one live token."""
    first = await gateway.citizen()
    answers = await asyncio.gather(*(gateway.refresh(first["refresh_token"]) for _ in range(6)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["refresh_token"] for answer in answers}) == 1
    assert await gateway.count("refresh_token WHERE used_at IS NULL") == 1
    assert (await gateway.refresh(answers[0].json()["refresh_token"])).status_code == 200


async def test_a_repeat_after_the_successor_was_used_ends_the_session(gateway: Any) -> None:
    first = await gateway.citizen()
    second = (await gateway.refresh(first["refresh_token"])).json()
    await gateway.refresh(second["refresh_token"])
    assert (await gateway.refresh(first["refresh_token"])).json()["title"] == "refresh-reused"


async def test_reuse_ends_one_session_and_not_the_others_of_that_person(gateway: Any) -> None:
    first = await gateway.citizen()
    gateway.clock.advance(timedelta(minutes=1))
    elsewhere = await gateway.log_in()
    await gateway.refresh(first["refresh_token"])
    gateway.clock.advance(timedelta(seconds=11))
    assert (await gateway.refresh(first["refresh_token"])).status_code == 401
    assert (await gateway.refresh(elsewhere["refresh_token"])).status_code == 200


async def test_an_idle_session_ends(gateway: Any) -> None:
    tokens = await gateway.citizen()
    gateway.clock.advance(timedelta(minutes=30))
    answer = await gateway.refresh(tokens["refresh_token"])
    assert (answer.status_code, answer.json()["title"]) == (401, "session-ended")


async def test_a_session_ends_after_twelve_hours_however_busy(gateway: Any) -> None:
    tokens = await gateway.citizen()
    for _ in range(35):
        gateway.clock.advance(timedelta(minutes=20))
        answer = await gateway.refresh(tokens["refresh_token"])
        assert answer.status_code == 200
        tokens = answer.json()
    gateway.clock.advance(timedelta(minutes=20))
    assert (await gateway.refresh(tokens["refresh_token"])).json()["title"] == "session-ended"


async def test_an_invented_refresh_token_is_refused(gateway: Any) -> None:
    answer = await gateway.refresh("A" * 43)
    assert (answer.status_code, answer.json()["title"]) == (401, "session-ended")
    assert (await gateway.refresh("A" * 101)).status_code == 422


async def test_logging_out_ends_the_session_at_once(gateway: Any) -> None:
    tokens = await gateway.citizen()
    headers = {"Authorization": f"Bearer {tokens['access_token']}"}
    path = "/api/gateway/sessions/current"
    assert (await gateway.client.delete(path, headers=headers)).status_code == 204
    assert (await gateway.refresh(tokens["refresh_token"])).status_code == 401
    assert (await gateway.client.delete(path, headers=headers)).status_code == 401
    assert (await gateway.get("/me", tokens["access_token"])).status_code == 401


async def test_a_person_sees_their_own_login_history_and_nobody_elses(gateway: Any) -> None:
    mine = await gateway.citizen()
    await gateway.citizen(OTHER_ID)
    first = await gateway.get("/me/logins", mine["access_token"], limit=1)
    page = first.json()
    (line,) = page["items"]
    assert (line["outcome_text"], line["channel"], line["address"]) == (
        "登录成功",
        "web",
        "127.0.0.1",
    )
    second = await gateway.get("/me/logins", mine["access_token"], cursor=page["next_cursor"])
    assert [item["outcome"] for item in second.json()["items"]] == ["code_sent"]
    assert second.json()["next_cursor"] is None


async def test_a_cursor_that_is_not_ours_is_400_and_a_bad_limit_422(gateway: Any) -> None:
    token = (await gateway.citizen())["access_token"]
    for cursor in ("nonsense", "W10", "WyJhIl0", "Wy0xXQ", "WzFlMzBd"):
        assert (await gateway.get("/me/logins", token, cursor=cursor)).status_code == 400
    assert (await gateway.get("/me/logins", token, limit=101)).status_code == 422
