"""Logging in by ID number and one-time code."""

import asyncio
import re
import time
from datetime import timedelta
from typing import Any

import asyncpg
import httpx
import pytest

from gateway.secrets_at_rest import code_hash
from shared.messages.gateway import LoggedIn, LoginCodeIssued

from .conftest import ID_NUMBER, OTHER_ID, UNKNOWN_ID

MINUTE = timedelta(minutes=1)


async def test_a_citizen_logs_in_with_the_code_that_reached_the_phone(gateway: Any) -> None:
    event = gateway.opened()
    await gateway.know(event)
    tokens = await gateway.log_in()
    assert tokens["role"] == "individual"
    assert tokens["name"] == "张**"
    assert tokens["token_type"] == "Bearer"
    assert tokens["expires_in"] == 600
    me = await gateway.get("/me", tokens["access_token"])
    assert me.status_code == 200
    assert me.json()["person_id"] == str(event.person_id)
    assert me.json()["phone"] == "138****1234"
    issued, logged_in = await gateway.events()
    assert isinstance(issued, LoginCodeIssued)
    assert issued.phone == "13805341234"
    assert issued.expires_at == gateway.clock.now() + timedelta(minutes=5)
    assert isinstance(logged_in, LoggedIn)
    assert logged_in.person_id == event.person_id
    assert logged_in.channel == "web"


async def test_nobody_says_of_themselves_through_what_they_come(gateway: Any) -> None:
    await gateway.know(gateway.opened())
    challenge_id = await gateway.challenge()
    code = await gateway.code_of(challenge_id)
    assert (await gateway.enter(challenge_id, code, channel="kiosk")).status_code == 422
    for token in (None, "forged", (await gateway.citizen(OTHER_ID))["access_token"]):
        gateway.clock.advance(timedelta(minutes=2))
        tokens = await gateway.log_in(with_token=token)
        me = (await gateway.get("/me", tokens["access_token"])).json()
        assert me["channel"] == "web"


def without_identity(answer: httpx.Response) -> tuple[Any, ...]:
    """An answer with what differs between any two requests masked."""
    text = re.sub(r"[0-9a-f-]{36}|\d{4}-\d\d-\d\dT[\d:.]+Z", "…", answer.text)
    headers = {name: value for name, value in answer.headers.items() if name != "content-length"}
    return answer.status_code, text, headers


async def test_an_unknown_id_number_cannot_be_told_from_a_known_one(gateway: Any) -> None:
    """Code, resend, wrong code, lock: the same answers in the same order."""
    await gateway.know(gateway.opened())

    async def life(id_number: str) -> list[tuple[Any, ...]]:
        answers = [await gateway.ask(id_number)]
        challenge_id = answers[0].json()["challenge_id"]
        answers.append(await gateway.ask(id_number))
        stored = await gateway.context.pool.fetchrow(
            "SELECT identity_id, code_hash FROM challenge WHERE id = $1::text::uuid", challenge_id
        )
        wrong = next(
            code
            for code in ("000000", "111111")
            if code_hash(gateway.context.personal_data, challenge_id, stored["identity_id"], code)
            != stored["code_hash"]
        )
        answers += [await gateway.enter(challenge_id, wrong) for _ in range(6)]
        answers.append(await gateway.ask(id_number))
        return [without_identity(answer) for answer in answers]

    known, unknown = await life(ID_NUMBER), await life(UNKNOWN_ID)
    assert known == unknown
    assert [answer[0] for answer in known] == [202, 429, 401, 401, 401, 401, 429, 429, 429]
    assert sum(isinstance(event, LoginCodeIssued) for event in await gateway.events()) == 1


async def test_even_the_right_code_of_an_unknown_id_number_lets_nobody_in(gateway: Any) -> None:
    challenge_id = await gateway.challenge(UNKNOWN_ID)
    kept = gateway.context.personal_data.lookup_hash(f"login code {challenge_id} None 123456")
    await gateway.context.pool.execute("UPDATE challenge SET code_hash = $1", kept)
    answer = await gateway.enter(challenge_id, "123456")
    assert answer.status_code == 401
    assert await gateway.count("session") == 0


async def test_a_request_for_a_code_is_answered_after_a_set_time_in_any_case(
    gateway: Any,
) -> None:
    """Known, unknown, refused: each answer waits for the same instant, long after the work is done."""
    await gateway.know(gateway.opened())
    patient = gateway.context.settings.model_copy(update={"login_code_answer_seconds": 0.4})
    gateway.app.state.settings = patient
    for id_number in (ID_NUMBER, UNKNOWN_ID, ID_NUMBER):
        started = time.monotonic()
        await gateway.ask(id_number)
        assert time.monotonic() - started >= 0.4


async def test_the_same_code_used_twice_at_once_opens_one_session(gateway: Any) -> None:
    await gateway.know(gateway.opened())
    challenge_id = await gateway.challenge()
    code = await gateway.code_of(challenge_id)
    answers = await asyncio.gather(*(gateway.enter(challenge_id, code) for _ in range(8)))
    assert sorted(answer.status_code for answer in answers) == [201] + [401] * 7
    assert {answer.json().get("title") for answer in answers} == {None, "code-expired"}
    assert await gateway.count("session") == 1


async def test_a_used_code_does_not_work_again(gateway: Any) -> None:
    await gateway.know(gateway.opened())
    challenge_id = await gateway.challenge()
    code = await gateway.code_of(challenge_id)
    assert (await gateway.enter(challenge_id, code)).status_code == 201
    answer = await gateway.enter(challenge_id, code)
    assert (answer.status_code, answer.json()["title"]) == (401, "code-expired")


async def test_the_database_itself_refuses_to_revive_a_code(gateway: Any) -> None:
    await gateway.know(gateway.opened())
    await gateway.log_in()
    with pytest.raises(asyncpg.CheckViolationError) as refused:
        await gateway.context.pool.execute("UPDATE challenge SET state = 'active'")
    assert refused.value.constraint_name == "a_code_works_once"


async def test_a_code_ends_after_five_minutes(gateway: Any) -> None:
    await gateway.know(gateway.opened())
    challenge_id = await gateway.challenge()
    code = await gateway.code_of(challenge_id)
    gateway.clock.advance(timedelta(minutes=5))
    assert (await gateway.enter(challenge_id, code)).json()["title"] == "code-expired"


async def test_a_new_code_leaves_the_one_before_its_few_minutes(gateway: Any) -> None:
    await gateway.know(gateway.opened())
    first = await gateway.challenge()
    code = await gateway.code_of(first)
    gateway.clock.advance(MINUTE)
    second = await gateway.challenge()
    assert (await gateway.enter(first, code)).status_code == 201
    assert (await gateway.enter(second, await gateway.code_of(second))).status_code == 201
    gateway.clock.advance(timedelta(minutes=5))
    assert (await gateway.enter(second, await gateway.code_of(second))).status_code == 401


async def test_two_codes_asked_for_at_once_make_one_challenge(gateway: Any) -> None:
    await gateway.know(gateway.opened())
    answers = await asyncio.gather(*(gateway.ask() for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [202, 429, 429, 429, 429]
    assert await gateway.count("challenge") == 1


async def test_codes_come_once_a_minute_and_six_times_an_hour(gateway: Any) -> None:
    await gateway.know(gateway.opened())
    for _ in range(5):
        await gateway.challenge()
        early = await gateway.ask()
        assert (early.status_code, early.headers["Retry-After"]) == (429, "60")
        assert early.json()["detail"] == "验证码刚刚发送过，请1分钟后再重新获取。"
        gateway.clock.advance(MINUTE)
    await gateway.challenge()
    enough = await gateway.ask()
    assert int(enough.headers["Retry-After"]) == 55 * 60
    gateway.clock.advance(55 * MINUTE)
    await gateway.challenge()


async def test_codes_for_one_id_number_do_not_hold_up_another(gateway: Any) -> None:
    await gateway.know(gateway.opened(), gateway.opened(OTHER_ID))
    await gateway.challenge()
    await gateway.challenge(OTHER_ID)


async def test_wrong_codes_count_down_then_lock_with_retry_after_in_chinese(gateway: Any) -> None:
    await gateway.know(gateway.opened())
    challenge_id = await gateway.challenge()
    right, wrong = await gateway.code_of(challenge_id), await gateway.wrong_code_of(challenge_id)
    answers = [await gateway.enter(challenge_id, wrong) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [401, 401, 401, 401, 429]
    assert answers[3].json()["detail"] == "验证码不正确，还可以尝试1次。"
    assert answers[4].headers["Retry-After"] == "300"
    assert "请5分钟后再试" in answers[4].json()["detail"]
    locked = await gateway.enter(challenge_id, right)
    assert (locked.status_code, locked.json()["title"]) == (429, "login-locked")


async def test_the_next_lock_is_twice_as_long_and_a_login_forgives(gateway: Any) -> None:
    await gateway.know(gateway.opened())

    async def five_wrong() -> httpx.Response:
        challenge_id = await gateway.challenge()
        wrong = await gateway.wrong_code_of(challenge_id)
        return [await gateway.enter(challenge_id, wrong) for _ in range(5)][-1]

    assert (await five_wrong()).headers["Retry-After"] == "300"
    gateway.clock.advance(timedelta(minutes=5))
    assert (await five_wrong()).headers["Retry-After"] == "600"
    gateway.clock.advance(timedelta(minutes=10))
    await gateway.log_in()
    gateway.clock.advance(MINUTE)
    assert (await five_wrong()).headers["Retry-After"] == "300"


async def test_wrong_codes_entered_at_once_are_all_counted(gateway: Any) -> None:
    await gateway.know(gateway.opened())
    challenge_id = await gateway.challenge()
    wrong = await gateway.wrong_code_of(challenge_id)
    answers = await asyncio.gather(*(gateway.enter(challenge_id, wrong) for _ in range(12)))
    assert sorted(answer.status_code for answer in answers) == [401] * 4 + [429] * 8
    assert await gateway.context.pool.fetchval("SELECT wrong_codes FROM challenge") == 5


async def test_one_address_cannot_try_without_end(gateway: Any) -> None:
    limit = gateway.context.settings.logins_per_address
    await gateway.context.pool.execute(
        "INSERT INTO rate_limit VALUES ($1, date_bin('10 minutes', $2, 'epoch'), $3)",
        "logins from 127.0.0.1", gateway.clock.now(), limit,
    )  # fmt: skip
    answer = await gateway.enter("00000000-0000-4000-8000-000000000000", "123456")
    assert (answer.status_code, answer.json()["title"]) == (429, "too-many-requests")
    assert 0 < int(answer.headers["Retry-After"]) <= 600
    gateway.clock.advance(timedelta(minutes=10))
    again = await gateway.enter("00000000-0000-4000-8000-000000000000", "123456")
    assert again.status_code == 401


@pytest.mark.parametrize(
    "body",
    [
        {"id_number": "110105194912310021", "as": "individual"},
        {"id_number": "110105491231002", "as": "individual"},
        {"id_number": "", "as": "individual"},
        {"id_number": ID_NUMBER, "as": "staff_admin"},
        {"id_number": ID_NUMBER},
        {"id_number": ID_NUMBER, "as": "individual", "phone": "13800000000"},
    ],
)
async def test_bad_input_for_a_code_is_422(gateway: Any, body: dict[str, str]) -> None:
    answer = await gateway.post("/login-codes", **body)
    assert answer.status_code == 422
    assert ID_NUMBER not in answer.text
    assert re.search(r"[\u4e00-\u9fff]", answer.json()["detail"])


@pytest.mark.parametrize("code", ["12345", "1234567", "12345a", "１２３４５", "١٢٣٤٥٦", ""])
async def test_a_code_is_six_digits(gateway: Any, code: str) -> None:
    answer = await gateway.enter("00000000-0000-4000-8000-000000000000", code)
    assert answer.status_code == 422


async def test_a_code_is_read_as_people_paste_it(gateway: Any) -> None:
    await gateway.know(gateway.opened())
    challenge_id = await gateway.challenge()
    wide = {ord(digit): chr(ord(digit) + 0xFEE0) for digit in "0123456789"}
    pasted = f" {(await gateway.code_of(challenge_id)).translate(wide)} "
    assert (await gateway.enter(challenge_id, pasted)).status_code == 201


async def test_nothing_personal_is_kept_in_the_clear(gateway: Any) -> None:
    await gateway.know(gateway.opened(), gateway.registered())
    challenge_id = await gateway.challenge()
    code = await gateway.code_of(challenge_id)
    tokens = (await gateway.enter(challenge_id, code)).json()
    kept = ""
    for table in ("identity", "challenge", "session", "refresh_token", "login_attempt", "outbox"):
        rows = await gateway.context.pool.fetch(f"SELECT * FROM {table}")
        kept += "".join(str(dict(row)) for row in rows)
    for clear in (ID_NUMBER, "张三丰", "13805341234", tokens["refresh_token"], f'"{code}"'):
        assert clear not in kept


async def test_every_attempt_is_on_record_and_stays_there(gateway: Any) -> None:
    await gateway.know(gateway.opened())
    challenge_id = await gateway.challenge()
    await gateway.enter(challenge_id, await gateway.wrong_code_of(challenge_id))
    await gateway.enter(challenge_id, await gateway.code_of(challenge_id))
    await gateway.enter(challenge_id, await gateway.code_of(challenge_id))
    await gateway.ask()
    assert await gateway.outcomes() == [
        "code_sent", "wrong_code", "logged_in", "code_expired", "refused",
    ]  # fmt: skip
    for change in ("TRUNCATE login_attempt", "UPDATE login_attempt SET outcome = 'refused'"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await gateway.context.pool.execute(change)


async def test_every_attempt_to_log_in_stands_in_the_audit_trail(gateway: Any) -> None:
    await gateway.know(gateway.opened())
    challenge_id = await gateway.challenge()
    await gateway.enter(challenge_id, await gateway.wrong_code_of(challenge_id))
    opened = await gateway.enter(challenge_id, await gateway.code_of(challenge_id))
    token = opened.json()["access_token"]
    await gateway.client.delete(
        "/api/gateway/sessions/current", headers={"Authorization": f"Bearer {token}"}
    )
    found = await gateway.context.pool.fetch(
        "SELECT action, outcome, reason, length(address) > 0, length(trace_id) FROM audit_record ORDER BY id"
    )
    assert [tuple(row.values()) for row in found] == [
        ("login", "done", "code_sent", True, 32),
        ("login", "refused", "wrong_code", True, 32),
        ("login", "done", "logged_in", True, 32),
        ("DELETE /sessions/current", "done", "", True, 32),
    ]
