"""One bound SMPP connection."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import partial

import smpp34

from notifications.carriers import Received
from notifications.smpp import incoming, pdus
from notifications.smpp.pdus import Header, InvalidPduError
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


@dataclass(frozen=True, repr=False)
class Login:
    """Where to bind and as whom."""

    terms: Terms
    system_id: str
    password: str


@dataclass(frozen=True)
class Delivered:
    """A deliver_sm or data_sm to be acknowledged once it is safely kept."""

    session: "Session"
    sequence: int
    message: smpp34.DeliverSm
    command: int = pdus.DELIVER_SM

    def read(self) -> Received | None:
        """Read what it says; raises `UnreadableError`."""
        return incoming.read(self.message)

    def acknowledge(self, status: int = pdus.OK) -> None:
        """Tell the SMSC that it is kept, or why it is not."""
        self.session.acknowledge(self.sequence, status, self.command)

    def refuse(self) -> None:
        """Tell the SMSC that it never will be."""
        self.acknowledge(pdus.PERMANENT_APPLICATION_ERROR)


class Session(Connection):
    """Bound as a transceiver."""

    header_octets = pdus.HEADER.size
    last_sequence = pdus.MAX_SEQUENCE
    peer = "SMSC"

    def __init__(
        self,
        login: Login,
        brought: Brought,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        super().__init__(login.terms, reader, writer)
        self._login = login
        self._brought = brought

    @classmethod
    @contextlib.asynccontextmanager
    async def bound(cls, login: Login, brought: Brought) -> AsyncIterator["Session"]:
        """Connect and bind; unbinds and closes at the end of the block."""
        async with connected(login.terms, partial(cls, login, brought)) as session:
            yield session

    async def log_in(self) -> None:
        """Bind; raises `RefusedError`."""
        login = self._login
        answer = await self._exchange(
            lambda sequence: pdus.bind_transceiver(sequence, login.system_id, login.password)
        )
        if answer.status != pdus.OK:
            raise RefusedError(f"command_status 0x{answer.status:02x}")

    async def log_out(self) -> None:
        """Unbind."""
        await self._exchange(lambda sequence: pdus.frame(pdus.UNBIND, sequence))

    def acknowledge(
        self, sequence: int, status: int = pdus.OK, command: int = pdus.DELIVER_SM
    ) -> None:
        """Answer a deliver_sm or data_sm."""
        self._write(pdus.frame(command | pdus.RESPONSE, sequence, b"\0", status))

    def _alive(self, sequence: int) -> bytes:
        return pdus.frame(pdus.ENQUIRE_LINK, sequence)

    def _header(self, buffer: bytearray, at: int) -> Header:
        return pdus.header(buffer, at)

    def _take(self, header: Framed, frame: bytes) -> None:
        command, sequence = header.command, header.sequence
        if command & pdus.RESPONSE:
            status = pdus.header(frame, 0).status
            self._answered(sequence, Answer(status, frame[self.header_octets :]))
        elif command in (pdus.DELIVER_SM, pdus.DATA_SM):
            self._take_message(header, frame)
        elif command == pdus.ENQUIRE_LINK:
            self._write(pdus.frame(pdus.ENQUIRE_LINK | pdus.RESPONSE, sequence))
        elif command == pdus.UNBIND:
            self._write(pdus.frame(pdus.UNBIND | pdus.RESPONSE, sequence))
            self.close()
        else:
            unknown = pdus.INVALID_COMMAND_ID
            self._write(pdus.frame(pdus.GENERIC_NACK, sequence, status=unknown))

    def _take_message(self, header: Framed, frame: bytes) -> None:
        """Hand a message on; when too many wait already, the SMSC is to bring it again."""
        sequence, command = header.sequence, header.command
        try:
            message = incoming.deliver(frame)
            self._brought.put_nowait(Delivered(self, sequence, message, command))
        except InvalidPduError as error:
            log.error("unreadable deliver_sm refused for good", error=str(error))
            self.acknowledge(sequence, pdus.PERMANENT_APPLICATION_ERROR, command)
        except asyncio.QueueFull:
            self.acknowledge(sequence, pdus.TEMPORARY_APPLICATION_ERROR, command)
