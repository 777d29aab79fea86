"""Agents with telephones of their own: stand by with a code, hear callers and are heard, lose their line."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from tests.support.softphone import heard_share
from tests.support.two_people import staff
from tests.support.waiting import until

from hotline.domain import AgentState, CallState, Ending
from hotline.handlers import agents
from hotline.rules.phrases import Phrase
from hotline.sip.description import Codec, Offer
from hotline.sip.outputs import Invited
from hotline.store import calls
from hotline.store.calls import Call
from shared.identity.principal import Role
from shared.messaging.unit import Unit

from .calling import HEARD_AT_LEAST, agent, answers, in_state, line_of, me, said
from .conftest import Desk


async def test_caller_and_agent_hear_each_other_and_the_note_frees_the_agent(desk: Desk) -> None:
    voice = desk.telephone.voice
    of_agent = await voice.say(Phrase.TRY_LATER)
    of_caller = await voice.say(Phrase.NOT_AVAILABLE)
    async with (
        agent(desk, "8001", of_agent) as (maker, office),
        desk.caller("13805340011", of_caller) as phone,
    ):
        await phone.dial(desk.address)
        line = line_of(desk)
        await phone.press("021")
        await in_state(desk, line, "queued")
        await answers(desk, office)
        row = await in_state(desk, line, "agent")
        shown = await me(maker)
        assert (shown["state"], shown["call"]["speaking"]) == ("busy", True)
        assert shown["call"]["person_id"] is None, "nobody has proved anything"
        assert (await maker.post("/desk/state", {"state": "free"})).status_code == 409

        async def both_heard() -> bool:
            return (
                heard_share(phone.heard(), of_agent) > HEARD_AT_LEAST
                and heard_share(office.heard(), of_caller) > HEARD_AT_LEAST
            )

        await until(both_heard, 60)
        assert heard_share(phone.heard(), of_caller) < 0.1, "nobody hears oneself"
        await office.press("**")
        ended = await until(lambda: desk.ended(line.call.call_id))
        assert (ended["ending"], ended["answered_by"]) == ("agent", row["answered_by"])
        assert ended["began_at"] <= ended["queued_at"] <= ended["answered_at"] <= ended["ended_at"]

        async def writes() -> bool:
            return (await me(maker))["call"]["speaking"] is False

        await until(writes)
        assert (await me(maker))["state"] == "busy", "until the note is written"
        note = {"text": "咨询缴存，已答复", "solved": True}
        await maker.done(f"/calls/{line.call.call_id}/note", note)
        shown = await me(maker)
        assert (shown["state"], shown["call"]) == ("free", None)
        await maker.done("/desk/state", {"state": "break"})
        assert (await maker.get("/desk")).json()["on_break"] == 1
        seat = desk.telephone.board.seats[0]
        await until(lambda: seat.state is AgentState.BREAK)


async def test_whose_agents_line_dies_in_mid_call_is_the_next_one(desk: Desk) -> None:
    async with desk.caller("13805340012") as first, desk.caller("13805340013") as second:
        async with agent(desk, "8002") as (_, dying):
            await first.dial(desk.address)
            head = line_of(desk)
            await first.press("021")
            await in_state(desk, head, "queued")
            await answers(desk, dying)
            spoken = await in_state(desk, head, "agent")
            await second.dial(desk.address)
            later = line_of(desk, head)
            await second.press("021")
            await in_state(desk, later, "queued")
            dying.kill()
            back = await in_state(desk, head, "queued")
            assert back["queued_at"] == spoken["queued_at"], "the wait is one"
            await said(desk, head, Phrase.AGENT_LOST)
        await asyncio.gather(second.hang_up(), first.hang_up())
        await until(lambda: not desk.telephone.lines)
        ended = [
            await until(lambda line=one: desk.ended(line.call.call_id)) for one in (head, later)
        ]
        assert {row["ending"] for row in ended} <= {"given_up", "caller"}


async def test_who_gives_up_has_waited_and_where_nobody_answers_one_is_called_back(
    desk: Desk,
) -> None:
    async with agent(desk, "8003") as (maker, _):
        await maker.done("/desk/state", {"state": "break"})
        seat = desk.telephone.board.seats[0]
        await until(lambda: seat.state is AgentState.BREAK)
        async with desk.caller("13805340014") as phone:
            await phone.dial(desk.address)
            line = line_of(desk)
            await phone.press("021")
            await said(desk, line, Phrase.QUEUE_NEXT)
            (waits,) = (await maker.get("/desk")).json()["waiting"]
            assert (waits["proved"], waits["asked"]) == (False, [])
            await phone.hang_up()
            ended = await until(lambda: desk.ended(line.call.call_id))
            assert (ended["ending"], ended["answered_at"]) == ("given_up", None)
        await maker.done("/desk/state", {"state": "free"})
        async with desk.caller("13805340015") as phone:
            await phone.dial(desk.address)
            line = line_of(desk)
            await phone.press("021")
            await until(lambda: seat.state is AgentState.AWAY)
            assert (await me(maker))["state"] == "away", "nobody pressed 1"
            await said(desk, line, Phrase.ASK_CALL_BACK)
            await phone.press("1")
            ended = await until(lambda: desk.ended(line.call.call_id))
            assert ended["ending"] == "call_back"


def test_the_agents_number_is_an_agents_from_the_office_alone(desk: Desk) -> None:
    offer = Offer("127.0.0.1", 7_000, Codec.PCMA, 101)
    for called, host, agents_ in (
        ("8012329", "127.0.0.1", True),
        ("8012329", "192.0.2.9", False),
        ("12329", "127.0.0.1", False),
    ):
        invited = Invited("key", offer, "13805340001", called, host)
        assert desk.telephone._is_agents(invited) is agents_


async def test_a_code_opens_one_line_once_and_not_for_ever(desk: Desk) -> None:
    context, identity, other = desk.context, uuid4(), uuid4()

    async def given(who: UUID) -> str:
        return (await context.transact(lambda unit: agents.give_code(unit, who))).digits

    async def sits(code: str, line: UUID) -> UUID | None:
        return await context.transact(lambda unit: agents.sit_down(unit, code, line, "elsewhere"))

    void, code = await given(identity), await given(identity)
    assert await sits(void, uuid4()) is None, "another one was given since"
    assert await sits(code, uuid4()) == identity
    assert await sits(code, uuid4()) is None, "it was used"
    late = await given(other)
    expire = "UPDATE agent SET code_until = now() - interval '1 second' WHERE identity_id = $1"
    await context.pool.execute(expire, other)
    assert await sits(late, uuid4()) is None
    kept = await context.pool.fetchval("SELECT code_hash FROM agent WHERE identity_id = $1", other)
    assert late not in kept
    shut = await given(other)
    told = """INSERT INTO staff_standing (identity_id, role, active, person_id, since, changed_at)
    VALUES ($1, 'staff_maker', false, NULL, now(), now())"""
    await context.pool.execute(told, other)
    assert await sits(shut, uuid4()) is None, "who may not work here any more has no line"


async def test_the_desk_names_whoever_has_proved_it_and_late_notes_free_the_agent(
    desk: Desk,
) -> None:
    who = staff(Role.STAFF_MAKER)
    context, maker = desk.context, desk.staff(who)
    identity, line_id, person = who.identity_id, uuid4(), uuid4()
    call = Call(uuid4(), "elsewhere", context.clock.now(), person_id=person, proved_by="code")
    call.state, call.queued_at, call.answered_at = CallState.AGENT, call.began_at, call.began_at
    call.answered_by = identity
    code = (await context.transact(lambda unit: agents.give_code(unit, identity))).digits

    async def spoken(unit: Unit) -> None:
        assert await agents.sit_down(unit, code, line_id, "elsewhere") == identity
        await agents.take(unit, call, line_id)

    await context.transact(spoken)
    assert (await me(maker))["call"]["person_id"] == str(person)
    await context.transact(lambda unit: agents.part(unit, call.call_id, line_id))
    found = await context.transact(lambda unit: agents.standing(unit, "elsewhere", 3_600.0))
    assert found[identity].state is AgentState.BUSY
    found = await context.transact(lambda unit: agents.standing(unit, "elsewhere", -1.0))
    assert found[identity].state is AgentState.FREE, "the time for the note is over"
    assert (await me(maker))["call"] is None
    await context.transact(lambda unit: agents.stand_up(unit, line_id))
    shown = await me(maker)
    assert (shown["on_line"], shown["state"]) == (False, "away")
    refused = await maker.post("/desk/state", {"state": "free"})
    assert refused.json()["type"].endswith("agent-without-line")


async def test_the_figures_of_a_day_say_who_was_answered_in_time_and_who_gave_up(
    desk: Desk,
) -> None:
    context = desk.context
    at = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
    waits = {20: Ending.AGENT, 21: Ending.AGENT, 7: Ending.GIVEN_UP}

    async def book(unit: Unit) -> None:
        for seconds, ending in waits.items():
            until_then = at + timedelta(seconds=seconds)
            call = Call(uuid4(), "elsewhere", at, queued_at=at)
            if ending is Ending.AGENT:
                call.answered_at, call.answered_by = until_then, uuid4()
            call.state, call.ending, call.ended_at = CallState.ENDED, ending, until_then
            await calls.save(unit.connection, call)

    await context.transact(book)
    figures = (await desk.staff().get("/figures", day="2026-03-02")).json()
    assert {name: figures[name] for name in ("wanted_agent", "answered", "given_up")} == {
        "wanted_agent": 3, "answered": 2, "given_up": 1,
    }  # fmt: skip
    assert (figures["answered_in_time"], figures["average_wait_seconds"]) == (1, 20.5)
    assert figures["waiting_now"] == 0
