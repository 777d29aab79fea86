"""Waiting for an agent: the order, what is announced, whose turn it is when a line dies; voice on its way."""

import asyncio
import io
import struct
import wave
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hotline.domain import AgentState
from hotline.media.g711 import A_LAW
from hotline.media.jitter import BEGIN_FRAMES, MOST_FRAMES, SILENCE, Jitter
from hotline.media.recording import AGENT, CALLER, Recorder, linear, wav_header
from hotline.rules import queueing
from hotline.rules.phrases import PROMPTS, Phrase
from hotline.sip.description import Codec, Offer
from hotline.store.calls import Call
from hotline.work.seat import Failures
from hotline.work.stream import Stream
from hotline.work.switchboard import Parted, Seat, Switchboard, Waiting


def stream(port: int, codec: Codec = Codec.PCMA) -> Stream:
    offer = Offer("127.0.0.1", port, codec, 101)
    return Stream(offer, follow_source=False, in_band=False, now=0.0)


def caller(number: int) -> Waiting:
    call = Call(UUID(int=number), "here", datetime(2026, 11, 2, tzinfo=UTC))
    return Waiting(call, stream(7_000 + number), float(number))


def agent(number: int, state: AgentState = AgentState.FREE) -> Seat:
    return Seat(UUID(int=100 + number), uuid4(), stream(8_000 + number), state, float(number))


def offered(seat: Seat) -> Waiting | None:
    return None if seat.offers.empty() else seat.offers.get_nowait()


def test_the_place_and_the_wait_are_announced_as_people_say_them() -> None:
    told = queueing.announced(2, 121.0, call_back=False)
    assert told == ("您前面还有", "两", "位来电人。", "预计等候", "三", "分钟。", Phrase.QUEUE_STAY)
    assert queueing.announced(0, 5.0, call_back=True) == (
        Phrase.QUEUE_NEXT, "预计等候", "一", "分钟。", Phrase.QUEUE_CALL_BACK,
    )  # fmt: skip


@given(st.integers(0, 400), st.floats(0, 10**6), st.booleans())
def test_whatever_is_announced_can_be_spoken(ahead: int, seconds: float, call_back: bool) -> None:
    assert set(queueing.announced(ahead, seconds, call_back=call_back)) <= set(PROMPTS)


def test_the_wait_is_by_place_agents_and_how_long_calls_took() -> None:
    assert queueing.wait_seconds(3, 2, 100.0) == 200.0, "four calls by two agents"
    assert queueing.typical_seconds([]) == 180.0
    assert queueing.typical_seconds([0.0] * 5 + [60.0] * 20) == 60.0, "the latest twenty"
    with pytest.raises(ValueError, match="nobody"):
        queueing.wait_seconds(0, 0, 100.0)


async def test_the_first_caller_gets_the_agent_who_has_been_free_longest() -> None:
    board, first, second, third = Switchboard(), caller(1), caller(2), caller(3)
    board.join(second)
    board.join(first)
    late, early = agent(9), agent(1)
    board.sit(agent(0, AgentState.BREAK))
    board.sit(late)
    assert offered(late) is first
    board.join(third)
    board.sit(early)
    assert offered(early) is second
    assert board.ahead(third) == 2
    assert board.wait_seconds(third) == 180.0, "three calls by three agents"


async def test_whose_agents_line_dies_is_the_next_one_before_all_who_wait() -> None:
    board, first, second = Switchboard(), caller(1), caller(2)
    dying, other = agent(1), agent(2, AgentState.BUSY)
    board.sit(dying)
    board.sit(other)
    board.join(first)
    talk = board.answered(dying.offers.get_nowait(), dying)
    assert first.connected.is_set()
    board.join(second)
    talk.end(Parted.LOST)
    board.stand_up(dying)
    board.back(first)
    board.turn(other, AgentState.FREE)
    assert offered(other) is first
    assert (board.ahead(first), board.ahead(second)) == (0, 1)
    assert dying.stream.other is first.stream.other is None, "nobody hears anybody"


async def test_an_agent_who_does_not_answer_is_not_asked_again_and_the_caller_waits_on() -> None:
    board, waiting, seat = Switchboard(), caller(1), agent(1)
    board.sit(seat)
    board.join(waiting)
    assert offered(seat) is waiting
    board.turn(seat, AgentState.AWAY)
    board.released(waiting, seat)
    assert offered(seat) is None
    assert (board.on_duty, board.is_waiting(waiting)) == (0, True)


async def test_who_hangs_up_while_an_agent_is_asked_is_gone() -> None:
    board, waiting, seat = Switchboard(), caller(1), agent(1)
    board.sit(seat)
    board.join(waiting)
    board.leave(waiting)
    assert not board.is_waiting(offered(seat) or waiting)
    board.released(waiting, seat)
    board.join(caller(2))
    assert offered(seat) is not None, "the agent takes the next one"


async def test_a_caller_who_hangs_up_ends_the_talk_and_the_first_reason_counts() -> None:
    board, waiting, seat = Switchboard(), caller(1), agent(1)
    board.sit(seat)
    board.join(waiting)
    talk = board.answered(seat.offers.get_nowait(), seat)
    board.leave(waiting)
    talk.end(Parted.AGENT)
    assert await asyncio.wait_for(talk.parted, 1) is Parted.CALLER


def test_codes_that_are_none_are_not_listened_to_for_ever() -> None:
    failures = Failures()
    for second in range(10):
        assert not failures.too_many(float(second))
        failures.add(float(second))
    assert failures.too_many(30.0)
    assert not failures.too_many(60.0), "the first was a minute ago"


FRAMES = [bytes([number]) * 160 for number in range(1, 60)]


def test_voice_crosses_whole_and_in_order_whatever_the_packets_are() -> None:
    for size in (80, 160, 240, 480):
        jitter, voice, out = Jitter(), b"".join(FRAMES[:24]), []
        for now in range(0, len(voice), 80):
            if now % size == 0:
                jitter.put(voice[now : now + size])
            if now % 160 == 0:
                out.append(jitter.take())
        out += [jitter.take() for _ in range(MOST_FRAMES)]
        assert b"".join(one for one in out if one != SILENCE) == voice
        assert out.index(FRAMES[0]) <= BEGIN_FRAMES, "at most so much later"


def test_too_much_is_left_out_and_what_is_missing_is_silence() -> None:
    jitter = Jitter()
    for frame in FRAMES[:20]:
        jitter.put(frame)
    assert len([one for one in (jitter.take() for _ in range(30)) if one != SILENCE]) <= MOST_FRAMES
    assert jitter.take() == SILENCE
    jitter.put(FRAMES[30])
    assert jitter.take() == SILENCE, "until two are there again"
    jitter.put(FRAMES[31])
    assert [jitter.take(), jitter.take()] == FRAMES[30:32]


def test_a_recording_is_the_caller_left_and_the_agent_right_piece_by_piece() -> None:
    ready: list[int] = []
    recorder = Recorder(lambda: ready.append(1))
    for number in range(700):
        recorder.hear(CALLER, bytes([number % 7]) * 160)
        recorder.hear(AGENT, bytes([100 + number % 7]) * 160)
    recorder.hear(CALLER, bytes(160))
    assert len(ready) == 1, "12 s are a piece"
    recorder.rest()
    assert [position for position, _ in recorder.pieces] == [0, 1]
    said = b"".join(piece for _, piece in recorder.pieces)
    assert said[0::2] == b"".join(bytes([number % 7]) * 160 for number in range(700))
    assert said[1::2] == b"".join(bytes([100 + number % 7]) * 160 for number in range(700))
    with wave.open(io.BytesIO(wav_header(len(said)) + linear(said))) as file:
        assert (file.getnchannels(), file.getnframes()) == (2, 700 * 160)
        assert file.readframes(1) == struct.pack("<hh", A_LAW[0], A_LAW[100])
