"""Looks after texts that nobody looks after: dead senders, missing receipts, what has expired."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from notifications import views
from notifications.carriers import Route
from notifications.handlers import long_texts, otherwise
from notifications.handlers.incoming import answer_texts
from notifications.handlers.receipts import log_undelivered
from notifications.metrics import (
    OLDEST_WAITING_SECONDS,
    PUSHES,
    TEXTS_DETOURED,
    TEXTS_RECOVERED,
    TEXTS_UNCONFIRMED,
    TEXTS_WAITING,
)
from notifications.settings import Settings
from notifications.smpp import pdus
from notifications.smpp.pdus import MessageState
from notifications.store import dispatch, doubt, pushes, receipts
from notifications.store.receipts import Told, Unreceipted
from notifications.work.connection import InDoubtError, NotSentError
from notifications.work.link import Link
from notifications.work.smpp_link import SmppLink
from shared.base.resilience import every
from shared.base.telemetry import get_logger
from shared.messaging.unit import Context, Unit

ASK_BATCH_TEXTS = 100
DETOUR_BATCH_TEXTS = 1_000
GAUGES_EVERY_SECONDS = 5.0

log = get_logger()


async def measure(context: Context, stop: asyncio.Event) -> None:
    """Keep the gauges of what waits up to date until `stop`."""
    await every(GAUGES_EVERY_SECONDS, partial(_measure, context), stop, name="count texts")


async def _measure(context: Context) -> None:
    figures = await views.figures(context.pool)
    TEXTS_WAITING.set(figures["waiting"])
    now = context.clock.now()
    waiting = now - (figures["oldest_queued_at"] or now)
    OLDEST_WAITING_SECONDS.set(max(0.0, waiting.total_seconds()))
    TEXTS_UNCONFIRMED.set(figures["unconfirmed"])


class Watcher:
    """Runs every `text_watch_seconds`; several instances do not get into each other's way."""

    def __init__(
        self, context: Context[Settings], settings: Settings, links: Sequence[Link[Any]]
    ) -> None:
        self._context = context
        self._settings = settings
        self._links = links

    async def run(self, stop: asyncio.Event) -> None:
        """Watch until `stop`."""
        await every(self._settings.text_watch_seconds, self._look, stop, name="watch texts")

    async def _look(self) -> None:
        await self._context.transact(self._tidy)
        await self._context.transact(self._read_torn)
        for link in self._links:
            if isinstance(link, SmppLink) and link.up.is_set():
                await self._ask_after_receipts(link)

    async def _tidy(self, unit: Unit) -> None:
        now = unit.clock.now()
        give_up = timedelta(seconds=self._settings.text_receipt_give_up_seconds)
        doubt_until = now + self._settings.doubt
        for state in await doubt.recover_claimed(unit.connection, now, doubt_until):
            TEXTS_RECOVERED.labels("sent_again" if state == "queued" else "failed").inc()
        PUSHES.labels("unanswered").inc(await pushes.text_unanswered(unit.connection, now))
        await pushes.prune(unit.connection, now - give_up)
        await otherwise.tell_undelivered(unit)
        await self._detour(unit)
        await dispatch.expire(unit.connection, now, now - give_up)
        log_undelivered(await receipts.match_all_early(unit.connection, now))
        log_undelivered(await receipts.match_otherwise(unit.connection, now))
        log_undelivered(await doubt.match(unit.connection, now))
        lasts = timedelta(seconds=self._settings.text_claim_seconds)
        log_undelivered(await doubt.match_by_phone(unit.connection, now, lasts))
        for link in self._links:
            if link.up_for(self._settings.text_receipt_slack_seconds):
                revived = await doubt.revive(unit.connection, link.route, now, now - give_up)
                TEXTS_RECOVERED.labels("revived").inc(revived)

    async def _read_torn(self, unit: Unit[Settings]) -> None:
        """Take long texts as they are of which a part does not come any more."""
        now = unit.clock.now()
        if texts := await long_texts.give_up(unit, now):
            log.warning("long texts lack a part", texts=len(texts))
            await answer_texts(unit, texts, now)

    async def _detour(self, unit: Unit) -> None:
        """A text that another instance can send is sent long before it has waited for so long."""
        seconds = self._settings.text_detour_seconds
        since = unit.clock.now() - timedelta(seconds=seconds)
        up = [link.route for link in self._links if link.up.is_set()]
        there = {link.route for link in self._links if not link.away_for(seconds)}
        for away in set(Route) - there:
            for instead in up:
                texts = await dispatch.detour(
                    unit.connection, away, instead, since, DETOUR_BATCH_TEXTS
                )
                TEXTS_DETOURED.labels(away).inc(texts)

    async def _ask_after_receipts(self, link: SmppLink) -> None:
        """Ask the SMSC about accepted texts without a receipt; it may have lost them."""
        due = await self._context.transact(self._take)
        if not due:
            return
        answers = await asyncio.gather(*(self._ask(link, item) for item in due))
        found = list(zip(due, answers, strict=True))
        await self._context.transact(partial(self._keep, found=found))

    async def _take(self, unit: Unit) -> list[Unreceipted]:
        now = unit.clock.now()
        again_at = now + timedelta(seconds=self._settings.text_receipt_wait_seconds)
        return await receipts.take_unreceipted(unit.connection, now, again_at, ASK_BATCH_TEXTS)

    async def _ask(self, link: SmppLink, item: Unreceipted) -> MessageState | None:
        try:
            return await link.ask(item.message_id)
        except (NotSentError, InDoubtError) as error:
            log.warning("could not ask about a text", error=repr(error))
            return MessageState.UNKNOWN

    async def _keep(self, unit: Unit, found: list[tuple[Unreceipted, MessageState | None]]) -> None:
        now = unit.clock.now()
        outcomes = [
            Told(item.message_id, pdus.OUTCOMES[state])
            for item, state in found
            if state is not None and state in pdus.OUTCOMES
        ]
        if outcomes:
            log_undelivered(await receipts.apply_receipts(unit.connection, outcomes, now))
        lost = [item for item, state in found if state is None]
        if lost:
            doubt_until = now + self._settings.doubt
            for state in await receipts.recover_lost(unit.connection, lost, now, doubt_until):
                TEXTS_RECOVERED.labels("sent_again" if state == "queued" else "failed").inc()
