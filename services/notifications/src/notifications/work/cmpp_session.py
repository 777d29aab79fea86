"""One CMPP connection, of whichever version the gateway speaks."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

from notifications.carriers import Received
from notifications.cmpp import frames, incoming
from notifications.cmpp.frames import RESPONSE, Account, Command, Header, InvalidFrameError
from notifications.work.connection import (
    Answer,
    Brought,
    Connection,
    Framed,
    RefusedError,
    Terms,
    connected,
)
from shared.base.telemetry import get_logger

log = get_logger()


class VersionRefusedError(RefusedError):
    """The gateway speaks older versions only."""


@dataclass(frozen=True)
class Delivered:
    """A DELIVER to be answered once it is safely kept."""

    session: "Session"
    sequence: int
    message: frames.Delivered

    def read(self) -> Received | None:
        """Read what it says; raises `UnreadableError`."""
        return incoming.read(self.message)

    def acknowledge(self) -> None:
        """Tell the gateway that it is kept."""
        self.session.answer(self.sequence, self.message.raw_id, frames.OK)

    def refuse(self) -> None:
        """Tell the gateway that it never will be."""
        self.session.answer(self.sequence, self.message.raw_id, frames.ANYTHING_ELSE)


class Session(Connection):
    """Logged in, to send and to receive."""

    header_octets = frames.HEADER.size
    last_sequence = frames.MAX_SEQUENCE
    peer = "ISMG"

    def __init__(
        self,
        terms: Terms,
        account: Account,
        brought: Brought,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        super().__init__(terms, reader, writer)
        self.account = account
        """As whom we speak, and in which version: the gateway's answer decides that."""
        self._brought = brought

    @classmethod
    @contextlib.asynccontextmanager
    async def opened(
        cls, terms: Terms, account: Account, brought: Brought
    ) -> AsyncIterator["Session"]:
        """Connect and log in; logs out and closes at the end of the block."""
        async with connected(terms, partial(cls, terms, account, brought)) as session:
            yield session

    async def log_in(self) -> None:
        """Prove to each other that both know the secret; raises `RefusedError`."""
        at = frames.timestamp(datetime.now(UTC))
        answer = await self._exchange(lambda sequence: frames.connect(sequence, self.account, at))
        told = frames.connected(answer.body, self.account)
        if told.status == frames.VERSION_TOO_HIGH:
            raise VersionRefusedError(f"version 0x{self.account.version:02x}")
        if told.status != frames.OK:
            raise RefusedError(f"CONNECT_RESP status {told.status}")
        if not frames.is_the_gateways(told, self.account, at):
            raise RefusedError("who answers does not know the secret")

    async def log_out(self) -> None:
        """Say good-bye."""
        await self._exchange(frames.terminate)

    def answer(self, sequence: int, raw_id: bytes, result: int) -> None:
        """Answer a DELIVER."""
        self._write(frames.deliver_answer(sequence, self.account, raw_id, result))

    def _alive(self, sequence: int) -> bytes:
        return frames.active_test(sequence)

    def _header(self, buffer: bytearray, at: int) -> Header:
        return frames.header(buffer, at)

    def _take(self, header: Framed, frame: bytes) -> None:
        command, sequence, body = header.command, header.sequence, frame[self.header_octets :]
        if command == Command.CONNECT | RESPONSE:
            # Before anything else is read: what follows has the widths of this version.
            self.account = replace(self.account, version=frames.answering_version(body))
        if command & RESPONSE:
            self._answered(sequence, Answer(frames.OK, body))
        elif command == Command.DELIVER:
            self._take_message(sequence, body)
        elif command == Command.ACTIVE_TEST:
            self._write(frames.active_test_answer(sequence))
        elif command == Command.TERMINATE:
            self._write(frames.terminate_answer(sequence))
            self.close()
        else:
            log.warning("the gateway asks what no service provider answers", command=command)

    def _take_message(self, sequence: int, body: bytes) -> None:
        """Hand a message on; when too many wait already, the gateway is to bring it again."""
        raw_id = body[:8].ljust(8, b"\0")
        try:
            message = frames.delivered(body, self.account)
            self._brought.put_nowait(Delivered(self, sequence, message))
        except InvalidFrameError as error:
            log.error("unreadable DELIVER refused for good", error=str(error))
            self.answer(sequence, raw_id, frames.WRONG_STRUCTURE)
        except asyncio.QueueFull:
            self.answer(sequence, raw_id, frames.THROTTLED)
