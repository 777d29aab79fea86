"""Debian's baresip calls 12329: it is answered, hears speech, presses keys and hangs up whenever it likes."""

import asyncio
import socket
import uuid
from datetime import timedelta
from pathlib import Path

from tests.support.softphone import speech_seconds
from tests.support.waiting import until

from hotline.domain import Task
from hotline.handlers import calls, texts
from hotline.handlers.texts import Wanted
from hotline.store.calls import Call
from shared.messages.hotline import AnswerTextAsked
from shared.messaging.unit import Unit

from .conftest import Desk


async def test_a_caller_hears_the_menu_and_a_guide_and_hangs_up(desk: Desk) -> None:
    async with desk.caller("13805340001") as phone:
        await phone.dial(desk.address)
        (line,) = desk.telephone.lines.values()
        await phone.press("4")
        await until(lambda: "怎样提取" in " ".join(desk.said(line)))
        await phone.press("1")
        await until(lambda: "guide_withdraw" in line.call.asked)
        await asyncio.sleep(2)  # Speech takes its time: this much of it is measured below.
        await phone.hang_up()
        await until(lambda: not desk.telephone.lines)
        call = await until(lambda: desk.ended(line.call.call_id))
        assert (call["ending"], call["asked"], call["channel"]) == (
            "caller",
            ["guide_withdraw"],
            "hotline",
        )
        assert "13805340001" not in call["caller_sealed"]
        await until(lambda: phone.has("terminated"))
    assert speech_seconds(phone.heard()) > 1.0


async def test_who_cannot_prove_it_is_offered_to_be_called_back(desk: Desk) -> None:
    async with desk.caller("13805340002") as phone:
        await phone.dial(desk.address)
        (line,) = desk.telephone.lines.values()
        await phone.press("11")
        for number in range(1, 4):
            await until(lambda asked=number: " ".join(desk.said(line)).count("身份证号码") == asked)
            await phone.press("12#")
        await until(lambda: "需要我们给您回电" in " ".join(desk.said(line)))
        await phone.press("11")
        call = await until(lambda: desk.ended(line.call.call_id))
        assert call["ending"] == "call_back"
        assert call["person_id"] is None
    waits = await desk.context.pool.fetch("SELECT * FROM call_back WHERE done_at IS NULL")
    assert [row["call_id"] for row in waits] == [line.call.call_id]


async def test_a_service_that_is_away_is_said_to_be(desk: Desk) -> None:
    async with desk.caller("13805340003") as phone:
        await phone.dial(desk.address)
        (line,) = desk.telephone.lines.values()
        await phone.press("2")
        await until(lambda: "身份证号码" in " ".join(desk.said(line)))
        await phone.press("371402199001010018##")
        await until(lambda: "系统暂时无法查询" in " ".join(desk.said(line)))
        await phone.press("*")
        assert line.key in desk.telephone.lines
        await phone.hang_up()
        await until(lambda: not desk.telephone.lines)


async def test_a_caller_whose_bye_was_lost_is_noticed_by_the_silence(desk: Desk) -> None:
    async with desk.caller("13805340004") as phone:
        await phone.dial(desk.address)
        (line,) = desk.telephone.lines.values()
        phone.kill()
        call = await until(lambda: desk.ended(line.call.call_id))
    assert call["ending"] == "silent"


async def test_garbage_on_every_port_disturbs_no_call(desk: Desk) -> None:
    async with desk.caller("13805340005") as phone:
        await phone.dial(desk.address)
        (line,) = desk.telephone.lines.values()
        stranger = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        for size in (0, 1, 11, 12, 200, 1_400):
            for port in (desk.telephone.wires.port, line.port):
                stranger.sendto(b"\x80\x08" + b"\xff" * size, ("127.0.0.1", port))
                stranger.sendto(b"INVITE sip:x SIP/2.0\r\n" + b"A" * size, ("127.0.0.1", port))
        await phone.press("4")
        await until(lambda: "怎样提取" in " ".join(desk.said(line)))
        await phone.hang_up()
        await until(lambda: not desk.telephone.lines)


async def test_sipp_calls_ten_times_and_every_call_has_its_line(desk: Desk, tmp_path: Path) -> None:
    number = desk.context.personal_data.lookup_hash("caller sipp")
    process = await asyncio.create_subprocess_exec(
        "sipp", "-sn", "uac", "-m", "10", "-r", "10", "-d", "300", "-i", "127.0.0.1", "-s", "12329",
        "-p", str(desk.ports("sipp")), "-nostdin", f"127.0.0.1:{desk.telephone.wires.port}",
        cwd=tmp_path, stdout=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    assert await process.wait() == 0, "sipp counts a failed call"

    async def endings() -> list[str] | None:
        ended = [row for row in await desk.ended_calls() if row["caller_hash"] == number]
        return [row["ending"] for row in ended] if len(ended) == 10 else None

    assert set(await until(endings)) == {"caller"}
    assert desk.telephone.wires.trunk.dialogs == {}


async def test_a_note_that_says_unsolved_is_a_case_until_it_is_answered(desk: Desk) -> None:
    call_id = (await desk.ended_calls())[0]["call_id"]
    maker = desk.staff()
    path = f"/calls/{call_id}/note"
    assert (await maker.post(path, {"text": "补缴没有入账", "solved": False})).status_code == 201
    again = await maker.post(path, {"text": "另一条", "solved": True})
    assert again.json()["type"].endswith("call-noted-already")
    (case,) = (await maker.get("/cases")).json()["items"]
    assert (case["call_id"], case["text"]) == (str(call_id), "补缴没有入账")
    assert (await maker.get("/figures", day="2026-01-01")).json()["cases_waiting"] == 1
    closing = f"/cases/{call_id}/answer"
    assert (await maker.post(closing, {"answer": "已入账"})).status_code == 201
    assert (await maker.post(closing, {"answer": "再次"})).json()["type"].endswith("case-closed")
    assert (await maker.get("/cases")).json()["items"] == []
    figures = (await maker.get("/figures")).json()
    assert (figures["cases_answered"], figures["cases_waiting"]) == (1, 0)
    assert figures["calls"] == len(await desk.ended_calls())
    sealed = await desk.context.pool.fetchval("SELECT text_sealed FROM call_note")
    assert "补缴" not in sealed


async def test_a_text_that_is_asked_for_again_goes_once(desk: Desk) -> None:
    context, person = desk.context, uuid.uuid4()
    call = Call(uuid.uuid4(), "another", context.clock.now(), person_id=person, proved_by="code")
    wanted = Wanted(uuid.uuid4(), Task.BALANCE, "住房公积金账户余额23,420.00元")

    async def ask(unit: Unit) -> None:
        await texts.ask(unit, call, person, wanted)

    for _ in range(2):
        await context.transact(ask)
    counted = "SELECT count(*) FROM outbox WHERE type = $1"
    assert await context.pool.fetchval(counted, AnswerTextAsked.type) == 1


async def test_what_begins_while_the_books_are_tidied_goes_on(desk: Desk) -> None:
    context, started = desk.context, desk.context.clock.now()
    left = Call(uuid.uuid4(), "killed", started - timedelta(minutes=1))
    begun = Call(uuid.uuid4(), "killed", started + timedelta(seconds=1))

    async def tidy(unit: Unit) -> int:
        for call in (left, begun):
            await calls.keep(unit, call)
        return await calls.close_left(unit, "killed", started)

    assert await context.transact(tidy) == 1
    assert (await desk.ended(left.call_id))["ending"] == "failed"
    assert await desk.ended(begun.call_id) is None
