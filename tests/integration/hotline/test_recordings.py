"""Recordings: announced, refused by a key, sealed, heard by a checker with a reason, gone after a year."""

import io
import wave
from dataclasses import replace
from datetime import timedelta

from tests.support.softphone import heard_share, samples_of
from tests.support.two_people import staff
from tests.support.waiting import until

from hotline.kept import KEPT
from hotline.rules.phrases import Phrase
from shared.base.clock import FixedClock
from shared.identity.principal import Role
from shared.privacy.retention import forget_old

from .calling import HEARD_AT_LEAST, agent, answers, in_state, line_of, said
from .conftest import Desk

PIECES = "SELECT data_sealed FROM recording_piece WHERE call_id = $1"


async def test_both_are_recorded_sealed_heard_by_a_checker_and_forgotten(desk: Desk) -> None:
    voice, pool = desk.telephone.voice, desk.context.pool
    of_agent = await voice.say(Phrase.GUIDE_DEPOSIT)
    of_caller = await voice.say(Phrase.GUIDE_TRANSFER)
    async with (
        agent(desk, "8011", of_agent) as (maker, office),
        desk.caller("13805340021", of_caller) as phone,
    ):
        await phone.dial(desk.address)
        line = line_of(desk)
        await phone.press("021")
        await in_state(desk, line, "queued")
        await answers(desk, office)
        await in_state(desk, line, "agent")
        await until(lambda: pool.fetch(PIECES, line.call.call_id))
        await office.press("**")
        await until(lambda: desk.ended(line.call.call_id))
        assert Phrase.RECORDED in desk.said(line)
    await desk.telephone.recordings.settle()
    call_id = line.call.call_id
    checker = desk.staff(staff(Role.STAFF_CHECKER))
    (listed,) = (await checker.get("/recordings")).json()["items"]
    assert listed["call_id"] == str(call_id)
    heard = await checker.get(f"/calls/{call_id}/recording")
    with wave.open(io.BytesIO(heard.content)) as file:
        assert (file.getnchannels(), file.getframerate(), file.getsampwidth()) == (2, 8_000, 2)
        assert file.getnframes() / 8_000 == listed["seconds"] > 12
        left, right = samples_of(file.readframes(file.getnframes()), 2)
    assert heard_share(left, of_caller) > HEARD_AT_LEAST
    assert heard_share(right, of_agent) > HEARD_AT_LEAST
    assert heard_share(left, of_agent) < 0.1
    audited = "SELECT count(*) FROM audit_record WHERE role = 'staff_checker' AND subject LIKE $1"
    assert await pool.fetchval(audited, f"%{call_id}%") >= 2
    assert (await maker.get(f"/calls/{call_id}/recording")).status_code == 403
    for row in await pool.fetch(PIECES, call_id):
        assert row["data_sealed"].startswith(desk.context.personal_data.current)

    a_year = FixedClock(desk.context.clock.now() + timedelta(days=364))
    assert "call_recording" not in await forget_old(replace(desk.context, clock=a_year), KEPT)
    later = FixedClock(desk.context.clock.now() + timedelta(days=367))
    gone = await forget_old(replace(desk.context, clock=later), KEPT)
    assert gone["call_recording"] == 1
    assert (await checker.get(f"/calls/{call_id}/recording")).status_code == 404
    assert await desk.ended(call_id) is not None, "the call itself stays for three years"


async def test_who_refuses_by_a_key_is_not_recorded(desk: Desk) -> None:
    async with (
        agent(desk, "8012") as (_, office),
        desk.caller("13805340022") as phone,
    ):
        await phone.dial(desk.address)
        line = line_of(desk)
        await phone.press("022")
        await said(desk, line, Phrase.NOT_RECORDED)
        await in_state(desk, line, "queued")
        await answers(desk, office)
        await in_state(desk, line, "agent")
        await office.press("**")
        ended = await until(lambda: desk.ended(line.call.call_id))
    await desk.telephone.recordings.settle()
    assert ended["recording_agreed"] is False
    assert await desk.context.pool.fetch(PIECES, line.call.call_id) == []
