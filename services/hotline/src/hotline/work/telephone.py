"""The telephone: each call that comes in gets a voice and a conversation, and its line in the books."""

import asyncio
import ipaddress
import secrets
from contextlib import suppress
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from hotline import metrics
from hotline.domain import CallState, Ending
from hotline.handlers import calls, texts
from hotline.handlers.texts import Wanted
from hotline.sealed import CALLER
from hotline.settings import Settings, networks
from hotline.sip import description
from hotline.sip.description import Offer
from hotline.sip.outputs import Changed, Invited, Output, Over, Pressed
from hotline.store.calls import Call
from hotline.work.agents import Agents
from hotline.work.conversation import Conversation
from hotline.work.handset import Handset
from hotline.work.queue import Queue
from hotline.work.recordings import Recordings
from hotline.work.seat import Failures, Means, Standing, Telephoned
from hotline.work.services import Services
from hotline.work.stream import Stream, pace
from hotline.work.switchboard import Seat, Switchboard
from hotline.work.voice import NoVoice, Voice
from hotline.work.wires import Wires
from shared.base.db import DATABASE_AWAY, named
from shared.base.resilience import attempt
from shared.base.telemetry import get_logger
from shared.messaging.unit import Context, Unit

LAST_WORD_SECONDS: Final = 30.0
"""How long the end of a call may wait for a database that is away."""
LOOK_SECONDS: Final = 2.0
"""How often it is looked for calls from which nothing comes any more."""
CALLER_MAX_CHARACTERS: Final = 32

log = get_logger()


class Line:
    """One call that is answered, or is about to be."""

    def __init__(self, key: str, offer: Offer, call: Call, agent: UUID | None = None) -> None:
        """`agent`: the id of an agent's line; None of a caller's."""
        self.key, self.agent = key, agent
        self.offer = offer
        self.call = call
        self.stream: Stream | None = None
        self.ears: Handset | None = None
        self.port = 0
        self.session = secrets.randbelow(2**31)
        self.version = 0
        self.task: asyncio.Task[None] | None = None
        self.ending: Ending | None = None


class Telephone:
    """All calls of this process."""

    def __init__(self, context: Context[Settings]) -> None:
        self._context = context
        self._settings = context.settings
        self.voice = Voice(context.settings)
        self.services = Services(context.settings)
        self.wires = Wires(context.settings, self._happened)
        self.lines: dict[str, Line] = {}
        self._came = asyncio.Event()
        self.board, self._failures = Switchboard(), Failures()
        self.agents = Agents(context, self.board, self._instance, self._shut)
        self.recordings = Recordings(context)
        self._offices = networks(context.settings.agent_peers)
        self._free = list(range(self._settings.rtp_port_first, self._settings.rtp_port_last + 1, 2))
        self._stopping = False
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self, stop: asyncio.Event) -> None:
        """Answer calls until `stop`; what is spoken then ends with it."""
        started_at = self._context.clock.now()
        await self.wires.open()
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._close_left(started_at))
                group.create_task(self._speak())
                group.create_task(self.wires.tick(stop))
                group.create_task(pace(self._streams(), self._came, stop))
                group.create_task(self._hang_up_on_silence(stop))
                group.create_task(self.agents.watch(stop))
                await stop.wait()
                await self._end_all()
        finally:
            self.wires.close()
            await self.services.close()

    async def _close_left(self, started_at: datetime) -> None:
        async def close(unit: Unit) -> int:
            return await calls.close_left(unit, self._instance, started_at)

        left = await self._context.transact(close, patient=True)
        if left:
            log.warning("calls were open when an earlier process ended", calls=left)

    async def _speak(self) -> None:
        try:
            await self.voice.make_all()
        except NoVoice as error:
            log.error("a prompt cannot be spoken", text=str(error))

    @property
    def _instance(self) -> str:
        return f"{self._settings.sip_host}:{self._settings.sip_port}"

    def _streams(self) -> "_Streams":
        return _Streams(self.lines)

    # What SIP tells.

    def _happened(self, output: Output) -> None:
        match output:
            case Invited():
                self._invited(output)
            case Changed():
                self._changed(output)
            case Pressed():
                line = self.lines.get(output.key)
                if line is not None and line.stream is not None:
                    line.stream.press(output.pressed)
            case Over():
                self._over(output.key, Ending.SILENT if output.lost else None)

    def _invited(self, invited: Invited) -> None:
        if self._settings.sip_srtp_required and invited.offer.srtp is None:
            self._refuse(invited.key, 488, "Not Acceptable Here")
            return
        if self._stopping or not self._free:
            self._refuse(invited.key, 503, "Service Unavailable")
            return
        agent = uuid4() if self._is_agents(invited) else None
        line = Line(invited.key, invited.offer, self._call_of(invited.caller), agent)
        self.lines[invited.key] = line
        line.task = asyncio.create_task(self._live(line))
        self._tasks.add(line.task)
        line.task.add_done_callback(self._tasks.discard)

    def _is_agents(self, invited: Invited) -> bool:
        """Whether a telephone of the office calls the agents' number; from elsewhere it is 12329."""
        if invited.called != self._settings.agent_extension:
            return False
        address = ipaddress.ip_address(invited.host)
        return any(address in network for network in self._offices)

    def _call_of(self, caller: str) -> Call:
        call = Call(uuid4(), self._instance, self._context.clock.now())
        number = caller.strip()[:CALLER_MAX_CHARACTERS]
        if number and number.lower() != "anonymous" and number.isprintable():
            data = self._context.personal_data
            call.caller_sealed = data.seal(number, CALLER, call.call_id)
            call.caller_hash = data.lookup_hash(f"caller {number}")
        return call

    def _refuse(self, key: str, status: int, reason: str) -> None:
        now = asyncio.get_running_loop().time()
        self.wires.do(self.wires.trunk.refuse(key, status, reason, now))

    def _changed(self, changed: Changed) -> None:
        line = self.lines.get(changed.key)
        if line is None or line.stream is None:
            return
        line.offer = changed.offer
        line.stream.redirect(changed.offer)
        self._answer(line)

    def _answer(self, line: Line) -> None:
        line.version += 1
        key = line.stream.key if line.stream is not None else None
        ours = description.Ours(self.wires.host, line.port, line.session, line.version, key)
        answer = description.answer(line.offer, ours)
        now = asyncio.get_running_loop().time()
        self.wires.do(self.wires.trunk.answer(line.key, answer, now))

    def _over(self, key: str, ending: Ending | None) -> None:
        """SIP has done with a call: whoever speaks in it stops."""
        line = self.lines.get(key)
        if line is not None and line.task is not None and line.ending is None:
            waits = line.call.state is CallState.QUEUED
            line.ending = ending or (Ending.GIVEN_UP if waits else Ending.CALLER)
            line.task.cancel()

    def _shut(self, seat: Seat) -> None:
        """End a line that is not its agent's any more."""
        for line in self.lines.values():
            if line.agent == seat.line_id:
                self._over(line.key, Ending.AGENT)

    # A call.

    async def _live(self, line: Line) -> None:
        """Live through one call; nothing that happens in it is another one's trouble."""
        try:
            await self._open(line)
            self._answer(line)
            metrics.CALLS_IN_HAND.inc()
            try:
                await (
                    self._spoken(line) if line.agent is None else self._stood_by(line, line.agent)
                )
            finally:
                metrics.CALLS_IN_HAND.dec()
        except asyncio.CancelledError:
            if line.ending is None:
                line.ending = Ending.FAILED
        except Exception as error:
            log.exception("a call failed", call_id=str(line.call.call_id), error=named(error))
            line.ending = Ending.FAILED
        finally:
            await asyncio.shield(self._ended(line))

    async def _open(self, line: Line) -> None:
        loop, settings = asyncio.get_running_loop(), self._settings
        stream = Stream(
            line.offer,
            follow_source=settings.rtp_follow_source,
            in_band=settings.dtmf_in_band,
            now=loop.time(),
        )
        while line.stream is None:
            port = self._free.pop(0)
            with suppress(OSError):
                await loop.create_datagram_endpoint(
                    lambda: stream, local_addr=(settings.sip_host, port)
                )
                line.stream, line.port = stream, port
                self._came.set()

    async def _spoken(self, line: Line) -> None:
        assert line.stream is not None, "it was opened"
        await self.keep(line.call)
        ears = line.ears = Handset(line.stream, self.voice)
        waits = self._settings.wait_max_seconds
        now = self._context.clock.now
        queue = Queue(
            self.board, line.stream, ears, self.recordings, keep=self.keep, now=now, most=waits
        )
        conversation = Conversation(line.call, ears, self.services, self, queue)
        try:
            async with asyncio.timeout(self._settings.call_max_seconds):
                line.ending = await conversation.run()
        except TimeoutError:
            line.ending = Ending.SERVED
        finally:
            await asyncio.shield(conversation.end())

    async def _stood_by(self, line: Line, line_id: UUID) -> None:
        """Let an agent stand by, for a shift at the most."""
        assert line.stream is not None, "it was opened"
        ears = line.ears = Handset(line.stream, self.voice)
        standing = Standing(
            Telephoned(line_id, line.stream, ears),
            self.board,
            self.agents,
            self._failures,
            Means(self._shut, self._context.clock.now, self._settings.agent_answer_seconds),
        )
        with suppress(TimeoutError):
            async with asyncio.timeout(self._settings.agent_line_max_seconds):
                await standing.run()
        line.ending = Ending.AGENT

    async def keep(self, call: Call) -> None:
        """Write a call down; the caller does not wait for a database that is away."""

        async def keep(unit: Unit) -> None:
            await calls.keep(unit, call)

        try:
            await self._context.transact(keep)
        except DATABASE_AWAY as error:
            log.warning("a call is not written down yet", error=named(error))

    async def text(self, call: Call, person_id: UUID, wanted: Wanted) -> bool:
        """Have an answer texted; False where the database is away: nobody is promised what was not kept."""

        async def ask(unit: Unit) -> None:
            await texts.ask(unit, call, person_id, wanted)

        try:
            await self._context.transact(ask)
        except DATABASE_AWAY as error:
            log.warning("a text is not asked for", error=named(error))
            return False
        return True

    async def _ended(self, line: Line) -> None:
        """Give everything back, and write down how it ended."""
        self.lines.pop(line.key, None)
        now = asyncio.get_running_loop().time()
        self.wires.do(self.wires.trunk.hang_up(line.key, now))
        if line.stream is not None:
            line.stream.close()
        if line.port:
            self._free.append(line.port)
        if line.agent is not None:
            await self.agents.stand_up(line.agent)
        elif line.version:
            await self._written(line)

    async def _written(self, line: Line) -> None:
        ending = line.ending or Ending.FAILED
        metrics.CALLS_ENDED.labels(ending.value).inc()
        call = line.call
        call.state, call.ending = CallState.ENDED, ending
        call.ended_at = max(self._context.clock.now(), call.began_at)

        async def keep(unit: Unit) -> None:
            await calls.keep(unit, call, call_back=ending is Ending.CALL_BACK)

        try:
            async with asyncio.timeout(LAST_WORD_SECONDS):
                await attempt(lambda: self._context.transact(keep), patient=True)
        except TimeoutError:
            metrics.CALLS_NOT_RECORDED.inc()
            log.error("the end of a call was not written down", call_id=str(call.call_id))

    async def _hang_up_on_silence(self, stop: asyncio.Event) -> None:
        """End calls whose BYE was lost: not a packet comes of them."""
        loop = asyncio.get_running_loop()
        while not stop.is_set():
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    await stop.wait()
            for line in list(self.lines.values()):
                stream = line.stream
                if stream is None or stream.offer.held:
                    continue
                settings = self._settings
                most = (
                    settings.agent_silence_seconds if line.agent else settings.voice_silence_seconds
                )
                if loop.time() - stream.heard_at > most:
                    self._over(line.key, Ending.SILENT)

    async def _end_all(self) -> None:
        self._stopping = True
        for key in list(self.lines):
            self._over(key, Ending.FAILED)
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.recordings.settle()


class _Streams:
    """The voices of whoever is on the line now."""

    def __init__(self, lines: dict[str, Line]) -> None:
        self._lines = lines

    def __iter__(self):  # type: ignore[no-untyped-def]
        return (line.stream for line in tuple(self._lines.values()) if line.stream is not None)


async def run(context: Context[Settings], stop: asyncio.Event) -> None:
    """Answer the telephone until `stop`."""
    await Telephone(context).run(stop)
