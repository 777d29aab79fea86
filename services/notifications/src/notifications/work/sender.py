"""Texts out: claims a few at a time, sends them side by side, records the results in batches."""

import asyncio
import contextlib
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from notifications import decisions
from notifications.decisions import Verdict
from notifications.handlers.receipts import log_undelivered
from notifications.metrics import TEXT_WAIT_SECONDS, TEXTS_ATTEMPTED
from notifications.rules import segments
from notifications.rules.segments import Part, TextTooLongError
from notifications.sealed import TEXT_BODY, TEXT_PHONE
from notifications.settings import Settings
from notifications.store import dispatch
from notifications.store.dispatch import Claimed, Due, Outcome
from notifications.work.connection import InDoubtError, NotSentError
from notifications.work.link import Link, Outgoing
from shared.base.db import CONTENDED, DATABASE_AWAY, named
from shared.base.linger import Linger
from shared.base.resilience import SURVIVED, all_or_each, every
from shared.base.telemetry import get_logger
from shared.base.tracing import Attributes, SpanKind, failed, traced
from shared.base.waiting import first_of, pause
from shared.messaging.unit import Context, Unit
from shared.sealing.personal_data import UnreadablePersonalData

QUEUED_CHANNEL = "texts"
RECORD_BATCH_TEXTS = 200
RECORD_LINGER_MAX_SECONDS = 0.25
DATABASE_WAIT_SECONDS = 0.5
CARRIER = "smsc"
"""How whoever takes our texts is called in traces, whatever it speaks."""
MOST_URGENT = 3
"""What carriers call priority runs the other way: 3 is the highest."""

log = get_logger()


class Sender:
    """One per link and process; several processes share the table by SKIP LOCKED."""

    def __init__(self, context: Context, settings: Settings, link: Link[Any]) -> None:
        self._context = context
        self._settings = settings
        self._link = link
        self._limit = max(
            1, min(link.terms.window_segments, int(link.contract.segments_per_second))
        )
        """Texts in hand: few, so that a login code is soon in turn."""
        self._in_hand = 0
        self._room = asyncio.Event()
        self._queued = asyncio.Event()
        self._outcomes: asyncio.Queue[Outcome | None] = asyncio.Queue()
        self._last_attempt = asyncio.Lock()
        """A link that breaks must not cost a whole window of texts their second and last attempt."""
        self._record_linger = Linger(RECORD_LINGER_MAX_SECONDS)

    def wake(self) -> None:
        """Somebody has queued a text."""
        self._queued.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Send until `stop`, then let what is in hand come to its end."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._record_all())
            async with asyncio.TaskGroup() as sending:
                await self._claim_all(sending, stop)
            self._outcomes.put_nowait(None)

    async def _claim_all(self, sending: asyncio.TaskGroup, stop: asyncio.Event) -> None:
        work = partial(self._claim_some, sending, stop)
        rest = partial(self._wait_for_texts, stop)
        await every(DATABASE_WAIT_SECONDS, work, stop, name="claim texts", rest=rest)

    async def _claim_some(self, sending: asyncio.TaskGroup, stop: asyncio.Event) -> bool:
        """Take some texts in hand, as soon as they can be sent; False when there are none."""
        await first_of(self._link.up, stop)
        await self._wait_for_room()
        if stop.is_set() or not self._link.up.is_set():
            return True
        self._queued.clear()
        claimed, not_after = await self._claim()
        for text in claimed:
            self._in_hand += 1
            sending.create_task(self._send(text, not_after))
        return bool(claimed)

    async def _wait_for_texts(self, stop: asyncio.Event) -> None:
        """Wait until a text is queued, a moment more for others; not for ever."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._settings.text_poll_seconds):
                await first_of(self._queued, stop)
        if self._queued.is_set():
            await pause(stop, self._settings.text_collect_seconds)

    async def _wait_for_room(self) -> None:
        """Wait until a quarter of the places is free, so that claims are worth a round trip."""
        while self._in_hand > self._limit * 3 // 4:
            self._room.clear()
            await self._room.wait()

    async def _claim(self) -> tuple[list[Claimed], float]:
        settings = self._settings
        not_after = time.monotonic() + (
            settings.text_claim_seconds - self._link.terms.response_timeout_seconds
        )
        now = self._context.clock.now()
        until = now + timedelta(seconds=settings.text_claim_seconds)
        # A carrier that is back brings first what it has kept: receipts that tell of those in doubt.
        doubtful = self._link.up_for(self._link.contract.again_seconds)
        async with self._context.pool.acquire() as connection:
            room = self._limit - self._in_hand
            claimed = await dispatch.claim(
                connection, self._link.route, now, until, room, doubtful=doubtful
            )
            return claimed, not_after

    async def _send(self, text: Claimed, not_after: float) -> None:
        try:
            name = f"{self._link.request} {CARRIER}"
            with traced(name, text.traceparent, SpanKind.CLIENT, self._described(text)) as span:
                outcome = await self._attempt(text, not_after)
                if outcome.verdict is not Verdict.ACCEPTED:
                    failed(span, outcome.failure or outcome.verdict.value)
        except (UnreadablePersonalData, TextTooLongError) as error:
            log.error("text cannot be sent", number=text.number, error=repr(error))
            outcome = Outcome(text, Verdict.REFUSED, failure=decisions.UNREADABLE)
        finally:
            self._in_hand -= 1
            self._room.set()
        TEXTS_ATTEMPTED.labels(outcome.verdict).inc()
        self._outcomes.put_nowait(outcome)

    def _described(self, text: Claimed) -> Attributes:
        link = self._link
        return {
            "messaging.system": link.route.value,
            "messaging.operation.name": link.request,
            "messaging.operation.type": "send",
            "messaging.destination.name": CARRIER,
            "server.address": link.terms.host,
            "server.port": link.terms.port,
            "text.template": text.template,
            "text.attempts_in_doubt": text.in_doubt,
        }

    async def _attempt(self, text: Claimed, not_after: float) -> Outcome:
        """Send the parts that the carrier has not accepted yet; the worst of them decides."""
        now = self._context.clock.now()
        if text.expires_at is not None and text.expires_at <= now:
            return Outcome(text, Verdict.EXPIRED)
        open_ = self._context.personal_data.open
        phone = open_(text.phone_sealed, TEXT_PHONE, text.text_id)
        body = open_(text.body_sealed, TEXT_BODY, text.text_id)
        messages = [
            self._outgoing(text, phone, part)
            for part in segments.cut(body, reference=text.number)
            if part.number not in text.accepted
        ]
        send = self._submit_again if text.in_doubt else self._submit_all
        try:
            results = await send(text, messages, not_after)
        except NotSentError as error:
            return Outcome(text, Verdict.LATER, failure=str(error))
        message_ids = {
            message.part.number: detail
            for message, (verdict, detail) in zip(messages, results, strict=True)
            if verdict is Verdict.ACCEPTED
        }
        verdict, failure = decisions.worst(results)
        if verdict is not Verdict.ACCEPTED:
            return Outcome(text, verdict, message_ids, failure)
        age = self._context.clock.now() - text.created_at
        TEXT_WAIT_SECONDS.labels(text.template).observe(age.total_seconds())
        return Outcome(text, Verdict.ACCEPTED, message_ids)

    def _outgoing(self, text: Claimed, phone: str, part: Part) -> Outgoing:
        return Outgoing(
            phone=phone,
            part=part,
            urgency=max(0, MOST_URGENT - text.priority),
            valid_until=self._valid_until(text),
            reference=segments.reference(text.number, part.number),
        )

    def _valid_until(self, text: Claimed) -> datetime:
        """Carriers keep the real time, wherever a demonstration has moved the business clock."""
        until = self._context.clock.now() + timedelta(seconds=self._settings.text_validity_seconds)
        if text.expires_at is not None:
            until = min(until, text.expires_at)
        return until - self._context.settings.business_clock_offset

    async def _submit_again(
        self, text: Claimed, messages: Sequence[Outgoing], not_after: float
    ) -> list[tuple[Verdict, str]]:
        """Send a text in doubt: one at a time, each right after the link has answered.

        Only then is the attempt counted, so that neither a dead link nor a sender that dies before it has
        come to this point costs a text its last one.
        """
        async with self._last_attempt:
            await self._link.prove()
            try:
                async with self._context.pool.acquire() as connection:
                    now = self._context.clock.now()
                    counted = await dispatch.count_again(connection, text, now)
            except (*DATABASE_AWAY, *CONTENDED) as error:
                raise NotSentError("the attempt could not be counted") from error
            if not counted:
                raise NotSentError("the claim ran out")
            return await self._submit_all(text, messages, not_after)

    async def _submit_all(
        self, _text: Claimed, messages: Sequence[Outgoing], not_after: float
    ) -> list[tuple[Verdict, str]]:
        return await asyncio.gather(*(self._submit(message, not_after) for message in messages))

    async def _submit(self, message: Outgoing, not_after: float) -> tuple[Verdict, str]:
        """Send one part; the second value is its message id, or why there is none."""
        try:
            return await self._link.submit(message, not_after)
        except NotSentError as error:
            return Verdict.LATER, str(error)
        except InDoubtError:
            return Verdict.IN_DOUBT, decisions.NO_ANSWER

    async def _record_all(self) -> None:
        more = True
        while more:
            batch, more = await self._next_outcomes()
            if batch:
                with self._record_linger.over(len(batch)):
                    await all_or_each(batch, self._record_some, _not_recorded, SURVIVED)

    async def _record_some(self, some: Sequence[Outcome]) -> None:
        await self._context.transact(partial(self._record, batch=some), patient=True)

    async def _next_outcomes(self) -> tuple[list[Outcome], bool]:
        """Wait for an outcome, then take what comes soon after; False: there will be no more."""
        first = await self._outcomes.get()
        if first is None:
            return [], False
        batch = await self._record_linger.batch(first, self._outcomes, RECORD_BATCH_TEXTS)
        return [outcome for outcome in batch if outcome is not None], batch[-1] is not None

    async def _record(self, unit: Unit, *, batch: Sequence[Outcome]) -> None:
        now = unit.clock.now()
        due = Due(
            again_at=now + timedelta(seconds=self._link.contract.again_seconds),
            ask_after=now + timedelta(seconds=self._settings.text_receipt_wait_seconds),
            doubt_until=now + self._settings.doubt,
        )
        log_undelivered(await dispatch.record(unit.connection, batch, now, due))


async def _not_recorded(outcome: Outcome, error: Exception) -> None:
    """The text stays claimed: once its claim has run out it is in doubt, as after a sender's death."""
    log.error("outcome of a text not recorded", number=outcome.text.number, error=named(error))
