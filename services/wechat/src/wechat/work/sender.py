"""Notices and answers out: claims a few at a time, sends them side by side, records the results together."""

import asyncio
import contextlib
import json
import time
from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from shared.base.db import named
from shared.base.resilience import SURVIVED, all_or_each, every
from shared.base.telemetry import get_logger
from shared.base.tracing import SpanKind, failed, traced
from shared.base.waiting import first_of, pause
from shared.messaging import notices
from shared.messaging.unit import Context, Unit
from shared.sealing.personal_data import UnreadablePersonalData
from wechat import metrics
from wechat.handlers import delivering, reaching
from wechat.platform import InDoubt, NotSent, Platform, Refused
from wechat.rules import answers, outcomes
from wechat.rules.answers import Verdict
from wechat.sealed import CONTENT, OPENID
from wechat.settings import Settings
from wechat.store import credentials, followers, outgoing
from wechat.store.credentials import ACCESS_TOKEN, Credential
from wechat.store.outgoing import Claimed, Done

CHANNEL = "outgoing"
ELSEWHERE = (Verdict.UNSUBSCRIBED, Verdict.GONE)

log = get_logger()


class Sender:
    """One per process; several processes share the table by SKIP LOCKED."""

    def __init__(self, context: Context[Settings], platform: Platform) -> None:
        self._context = context
        self._settings = context.settings
        self._platform = platform
        self._queued = asyncio.Event()
        self._busy_until = 0.0
        self._quota_until = 0.0

    async def run(self, stop: asyncio.Event) -> None:
        """Send until `stop`, then let what is in hand come to its end."""
        async with asyncio.TaskGroup() as group:
            heard = {CHANNEL: lambda _: self._queued.set(), "credential": lambda _: None}
            group.create_task(notices.listen(self._context, heard, self._queued.set, stop))
            await every(
                self._settings.send_poll_seconds, self.round, stop, name="send by WeChat",
                rest=partial(self._rest, stop),
            )  # fmt: skip

    async def _rest(self, stop: asyncio.Event) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._settings.send_poll_seconds):
                await first_of(self._queued, stop)
        busy = self._busy_until - time.monotonic()
        if busy > 0:
            await pause(stop, busy)

    async def round(self) -> bool:
        """Send what is due; True where there may be more."""
        if time.monotonic() < self._busy_until:
            return False
        self._queued.clear()
        pool, data = self._context.pool, self._context.personal_data
        token = await credentials.read(pool, data, ACCESS_TOKEN)
        if token is None:
            return False
        now = self._context.clock.now()
        async with pool.acquire() as connection:
            claimed = await outgoing.claim(
                connection, now, now + self._settings.claim, self._settings.send_at_once
            )
        if not claimed:
            return False
        until = time.monotonic() + self._settings.send_claim_seconds / 2
        judged = await asyncio.gather(*(self._send(one, token, until) for one in claimed))
        done = list(zip(claimed, judged, strict=True))
        await self._heed(token, [verdict for verdict, *_ in judged])
        await all_or_each(done, self._record_some, _not_recorded, SURVIVED)
        # Where one WeChat user is not reached, the next claim may find another of the same person.
        elsewhere = any(verdict in ELSEWHERE for verdict, *_ in judged)
        return elsewhere or len(claimed) == self._settings.send_at_once

    async def _heed(self, token: Credential, verdicts: Sequence[Verdict]) -> None:
        """Rest where WeChat asks for it; let the holder get another token where this one is spoilt."""
        settings, now = self._settings, time.monotonic()
        if Verdict.STALE_TOKEN in verdicts:
            await credentials.spoil(self._context.pool, ACCESS_TOKEN, token.version)
        if Verdict.LATER in verdicts or Verdict.NOT_SENT in verdicts:
            self._busy_until = now + settings.busy_rest_seconds
        if Verdict.QUOTA in verdicts:
            self._quota_until = now + settings.quota_rest_seconds

    async def _send(
        self, one: Claimed, token: Credential, until: float
    ) -> tuple[Verdict, str | None, str | None]:
        """Make one attempt: its verdict, why it failed, WeChat's id."""
        if one.openid_sealed is None or one.openid_hash is None:
            return Verdict.REFUSED, one.failure or outcomes.UNREACHABLE, None
        notice = one.kind == outcomes.NOTICE
        if notice and time.monotonic() < self._quota_until:
            return Verdict.REFUSED, answers.failure_of(answers.QUOTA_CODE), None
        if time.monotonic() > until:
            return Verdict.NOT_SENT, one.failure, None
        with traced(f"send {one.kind} wechat", one.traceparent, SpanKind.CLIENT, {}) as span:
            verdict, failure, platform_id = await self._attempt(one, token)
            if verdict is not Verdict.ACCEPTED:
                failed(span, failure or verdict.value)
        metrics.SENT.labels(one.kind, verdict).inc()
        return verdict, failure, platform_id

    async def _attempt(
        self, one: Claimed, token: Credential
    ) -> tuple[Verdict, str | None, str | None]:
        open_ = self._context.personal_data.open
        try:
            openid = open_(str(one.openid_sealed), OPENID, one.openid_hash)
            content = json.loads(open_(one.content_sealed, CONTENT, one.outgoing_id))
            platform_id = await self._call(one, token, openid, content)
        except UnreadablePersonalData as error:
            log.error("cannot be sent", number=one.number, error=repr(error))
            return Verdict.REFUSED, outcomes.NOT_SENDABLE, None
        except NotSent:
            return Verdict.NOT_SENT, None, None
        except InDoubt:
            return Verdict.IN_DOUBT, outcomes.NO_ANSWER, None
        except Refused as error:
            return answers.verdict_of(error.errcode), answers.failure_of(error.errcode), None
        return Verdict.ACCEPTED, None, platform_id or None

    async def _call(
        self, one: Claimed, token: Credential, openid: str, content: dict[str, object]
    ) -> str:
        if one.kind == outcomes.ANSWER:
            return await self._platform.send_answer(token.value, openid, str(content["text"]))
        template = self._settings.wechat_templates.get(str(one.notice_class))
        fields = content["fields"]
        if template is None or not isinstance(fields, dict):
            raise Refused(answers.NO_TEMPLATE_CODE)
        page = str(content["page"])
        return await self._platform.send_notice(token.value, openid, template, page, fields)

    async def _record_some(
        self, some: Sequence[tuple[Claimed, tuple[Verdict, str | None, str | None]]]
    ) -> None:
        await self._context.transact(partial(self._record, some=some), patient=True)

    async def _record(
        self,
        unit: Unit,
        *,
        some: Sequence[tuple[Claimed, tuple[Verdict, str | None, str | None]]],
    ) -> None:
        now = unit.clock.now()
        again = {
            Verdict.QUOTA: now + timedelta(seconds=self._settings.quota_rest_seconds),
            Verdict.UNSUBSCRIBED: now,
            Verdict.GONE: now,
        }
        rest = now + timedelta(seconds=self._settings.busy_rest_seconds)
        done = [
            Done(
                one.number, one.claim, outcomes.following(one.kind, verdict), failure, platform_id,
                again.get(verdict, rest),
            )
            for one, (verdict, failure, platform_id) in some
        ]  # fmt: skip
        changed = await outgoing.record(unit.connection, done, now, now + self._settings.doubt)
        delivering.tell(unit, changed)
        await self._forget_who_does_not_want(unit, some)

    async def _forget_who_does_not_want(
        self,
        unit: Unit,
        some: Sequence[tuple[Claimed, tuple[Verdict, str | None, str | None]]],
    ) -> None:
        """Never again after a refusal, until WeChat says that they follow or subscribe anew."""
        now = unit.clock.now()
        left = [one for one, (verdict, *_) in some if verdict is Verdict.UNSUBSCRIBED]
        gone = [one for one, (verdict, *_) in some if verdict is Verdict.GONE]
        # WeChat's own words have whole seconds: who subscribes anew in this one is newer.
        real = (now - self._settings.business_clock_offset).replace(microsecond=0)
        rows = [(str(one.openid_hash), str(one.notice_class), False) for one in left]
        await followers.subscribe(unit.connection, rows, real)
        hashes = sorted({str(one.openid_hash) for one in gone})
        if hashes:
            await followers.gone(unit.connection, hashes, real)
        if left or gone:
            who = {str(one.openid_hash) for one in (*left, *gone)}
            persons = await followers.persons_of(unit.connection, sorted(who))
            await reaching.tell_reach(unit, persons)


async def _not_recorded(done: tuple[Claimed, object], error: Exception) -> None:
    """It stays claimed: once the claim has run out it is in doubt, as after a sender's death."""
    log.error("outcome not recorded", number=done[0].number, error=named(error))
