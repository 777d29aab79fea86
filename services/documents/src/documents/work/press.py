"""The press: claims what is to be printed, has its workers print it, keeps it. May be killed at any time."""

import asyncio
import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial

from documents import metrics, views
from documents.domain import Printed
from documents.handlers import printed
from documents.sealed import CONTENT
from documents.settings import Settings
from documents.store import documents as store
from documents.work.keys import KeyFiles, Press
from documents.work.worker import print_form, set_up
from shared.base.db import named
from shared.base.resilience import every
from shared.base.telemetry import get_logger
from shared.base.waiting import pause
from shared.messaging.notices import listen
from shared.messaging.unit import Context, Unit

CHANNEL = "documents"
DOCUMENTS_A_WORKER = 4
"""Claimed at a time: enough that no worker waits for the database."""

log = get_logger()


def press_of(settings: Settings) -> Press:
    """What the workers need of the settings."""
    keys = KeyFiles(settings.signing_key_file, settings.signing_cert_file)
    return Press(settings.fonts_folder, keys, settings.centre_name)


class Pressroom:
    """The workers, a bounded number of processes; made anew where one of them died."""

    def __init__(self, press: Press, workers: int) -> None:
        self._press = press
        self._workers = workers
        self._pool = self._started()

    def _started(self) -> ProcessPoolExecutor:
        # A fork would copy connections and threads of the service.
        spawning = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(
            self._workers, mp_context=spawning, initializer=set_up, initargs=(self._press,)
        )

    async def print(self, text: str) -> Printed:
        """Print a form while this process goes on."""
        pool = self._pool
        try:
            return await asyncio.get_running_loop().run_in_executor(pool, print_form, text)
        except BrokenProcessPool:
            if pool is self._pool:
                self._pool = self._started()
            raise

    def close(self) -> None:
        """Let the workers finish what they print, and end."""
        self._pool.shutdown(wait=False, cancel_futures=True)


async def run(context: Context[Settings], stop: asyncio.Event) -> None:
    """Print until `stop`; woken by whoever wants something printed."""
    settings = context.settings
    press = press_of(settings)
    # What no worker could work with ends the service at its start, not its workers for ever.
    press.demand()
    room = Pressroom(press, settings.press_workers)
    wake = asyncio.Event()
    woken = {CHANNEL: lambda _payload: wake.set()}
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(listen(context, woken, wake.set, stop))
            group.create_task(_wake_at_the_end(wake, stop))
            group.create_task(
                every(
                    settings.press_poll_seconds,
                    partial(print_some, context, room),
                    stop,
                    name="print documents",
                    rest=partial(_rest, wake, settings.press_poll_seconds),
                )
            )
    finally:
        room.close()


async def _wake_at_the_end(wake: asyncio.Event, stop: asyncio.Event) -> None:
    await stop.wait()
    wake.set()


async def _rest(wake: asyncio.Event, seconds: float) -> None:
    await pause(wake, seconds)
    wake.clear()


async def print_some(context: Context[Settings], room: Pressroom) -> bool:
    """Print what can be claimed; True where there may be more."""
    settings = context.settings
    count = settings.press_workers * DOCUMENTS_A_WORKER
    async with context.unit() as unit:
        claimed = await store.claim(unit.connection, settings.press_claim_seconds, count)
    await asyncio.gather(*(_print_one(context, room, *one) for one in claimed))
    await _measure(context)
    return len(claimed) == count


async def _print_one(context: Context[Settings], room: Pressroom, number: str, sealed: str) -> None:
    """Print one; what fails stays claimed, and is tried again when the claim has run out."""
    begun = time.monotonic()
    try:
        made = await room.print(context.personal_data.open(sealed, CONTENT, number))
    except Exception as error:
        log.error("document not printed", number=number, error=named(error))
        return

    async def keep(unit: Unit) -> None:
        await printed.keep(unit, number, made)

    await context.transact(keep)
    metrics.PRINT_SECONDS.observe(time.monotonic() - begun)


async def _measure(context: Context[Settings]) -> None:
    found = await views.figures(context.pool)
    metrics.REQUESTS_WAITING.set(found["asked"])
    metrics.OLDEST_WAITING_SECONDS.set(found["oldest_asked_seconds"] or 0)
    metrics.DOCUMENTS_TO_PRINT.set(found["to_print"])
    metrics.PRINT_ATTEMPTS.set(found["attempts"])
