"""The bank as a whole: one thread at the book, who waits for entries, what becomes due."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import ParamSpec, TypeVar

from simulators.bank.book import Book
from simulators.bank.clock import BankClock
from simulators.bank.faults import Faults
from simulators.bank.inbound import PaymentFile, StatusRequest, Verifications
from simulators.bank.outbound import (
    file_refusal,
    file_report,
    notification,
    statement,
    status_report,
    verification_report,
)
from simulators.bank.records import Entry
from simulators.bank.settings import BankSettings

P = ParamSpec("P")
T = TypeVar("T")


class Bank:
    """Owns the book, the faults and the counters."""

    def __init__(self, settings: BankSettings) -> None:
        self.settings = settings
        self.clock = BankClock(settings.clock_offset_seconds)
        self.book = Book(settings.book_path, settings.opening_balance_fen, self.clock)
        self.faults = Faults()
        self.counters: Counter[str] = Counter()
        self.transports: set[asyncio.Transport] = set()
        """Open connections of the link."""
        self._thread = ThreadPoolExecutor(1, "book")
        self._booked = asyncio.Event()
        self._last_number = self.book.views.last_number()
        self._stopping = False

    @contextlib.asynccontextmanager
    async def working(self) -> AsyncIterator[None]:
        """Settle what becomes due until the block is left, then close the book."""
        loop = asyncio.create_task(self._settle())
        try:
            yield
        finally:
            loop.cancel()
            await asyncio.gather(loop, return_exceptions=True)
            self._thread.shutdown()
            self.book.close()

    def stop_waiting(self) -> None:
        """Answer those who wait for entries: the bank is about to close."""
        self._stopping = True
        self._wake()

    def disconnect(self) -> None:
        """Break every connection of the link now."""
        for transport in list(self.transports):
            transport.abort()

    async def do(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Work at the book, one at a time, while the event loop goes on; wake who waits."""

        def at_the_book() -> tuple[T, int]:
            return work(*args, **kwargs), self.book.views.last_number()

        done, last_number = await asyncio.get_running_loop().run_in_executor(
            self._thread, at_the_book
        )
        if last_number != self._last_number:
            self._last_number = last_number
            self._wake()
        return done

    def _wake(self) -> None:
        self._booked.set()
        self._booked = asyncio.Event()

    async def _settle(self) -> None:
        while True:
            await asyncio.sleep(self.settings.settle_tick_seconds)
            await self.do(self.book.settle_due)

    async def pay(self, file: PaymentFile) -> bytes:
        """Execute a file; gives the report."""
        self.counters["files"] += 1
        if file.defect:
            self.counters["refused_files"] += 1
            return file_refusal(file, file.defect, self.clock.instant())
        return await self.do(self._pay, file)

    def _pay(self, file: PaymentFile) -> bytes:
        states = self.book.execute(file.transfers, self.faults.fate)
        return file_report(file, states, self.clock.instant())

    async def tell_states(self, asked: StatusRequest) -> bytes:
        """Answer a question about keys."""
        self.counters["status_requests"] += 1
        return await self.do(self._tell_states, asked)

    def _tell_states(self, asked: StatusRequest) -> bytes:
        states = self.book.states(asked.end_to_end_ids)
        return status_report(asked, states, self.clock.instant())

    async def verify(self, request: Verifications) -> bytes:
        """Answer whose cards these are."""
        self.counters["verifications"] += len(request.asked)
        return await self.do(self._verify, request)

    def _verify(self, request: Verifications) -> bytes:
        return verification_report(request, self.book.verify(request.asked), self.clock.instant())

    async def wait_for_entries(self, after: int, limit: int, wait_seconds: float) -> list[Entry]:
        """Read entries after a number; wait for the first one, but not for ever."""
        deadline = asyncio.get_running_loop().time() + wait_seconds
        while True:
            booked = self._booked
            entries = await self.do(self.book.views.entries_after, after, limit)
            if entries or self._stopping:
                return entries
            try:
                async with asyncio.timeout_at(deadline):
                    await booked.wait()
            except TimeoutError:
                return []

    async def notify(self, entries: Sequence[Entry]) -> bytes:
        """Write a notification of entries."""
        account, now = self.settings.special_account, self.clock.instant()
        return await self.do(notification, account, entries, now)

    async def state_day(self, day: date) -> AsyncIterator[bytes]:
        """Write the statement of a day in pieces; what is booked meanwhile is not in it."""
        pieces = await self.do(self._open_statement, day)
        while piece := await self.do(next, pieces, b""):
            yield piece

    def _open_statement(self, day: date) -> Iterator[bytes]:
        views, booked_on = self.book.views, day.isoformat()
        balances, up_to = views.balances(booked_on), views.last_number()
        entries = views.entries_of_day(booked_on, up_to)
        account, now = self.settings.special_account, self.clock.instant()
        return statement(account, day, balances, entries, now)
