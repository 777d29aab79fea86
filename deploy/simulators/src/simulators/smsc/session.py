"""One SMPP connection: binds, requests in batches, deliver_sm out under a window."""

import asyncio
import hmac
import struct
import time
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from simulators.smsc.pdu import (
    RESPONSE,
    Bind,
    Command,
    Frames,
    Pdu,
    Query,
    ShortMessage,
    Status,
    Tag,
    c_string_body,
    cut,
)
from simulators.smsc.peer import Asked, Peer

if TYPE_CHECKING:
    from simulators.smsc.centre import Centre

BINDS = (Command.BIND_RECEIVER, Command.BIND_TRANSMITTER, Command.BIND_TRANSCEIVER)
SYSTEM_ID = "DZ-SMSC"
INTERFACE_VERSION_TLV = struct.pack(">HHB", 0x0210, 1, 0x34)
LAST_SEQUENCE = 0x7FFF_FFFF


class Mode(Enum):
    """What the session may do; OPEN is before the bind."""

    OPEN = 0
    RECEIVER = Command.BIND_RECEIVER
    TRANSMITTER = Command.BIND_TRANSMITTER
    TRANSCEIVER = Command.BIND_TRANSCEIVER


class Session(Peer[Pdu]):
    """Speaks SMPP 3.4."""

    carrier = "smpp"

    def __init__(
        self, centre: "Centre", reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        super().__init__(centre, Frames(reader, cut), writer, LAST_SEQUENCE)
        self.mode = Mode.OPEN

    @property
    def receives(self) -> bool:
        """Whether deliver_sm may be sent on it."""
        return self.mode in (Mode.RECEIVER, Mode.TRANSCEIVER)

    @property
    def logged_in(self) -> bool:
        """Whether it is bound, in whichever way."""
        return self.mode is not Mode.OPEN

    @property
    def window(self) -> int:
        """deliver_sm without an answer at a time."""
        return self._centre.settings.deliver_window_segments

    def close(self) -> None:
        """Drop the connection; what was in flight will be sent again."""
        self.mode = Mode.OPEN
        super().close()

    def _malformed(self) -> None:
        self._send(Pdu(Command.GENERIC_NACK, Status.INVALID_COMMAND_LENGTH, 0))

    def _ask_whether_there(self) -> None:
        self._send(Pdu(Command.ENQUIRE_LINK, 0, self._next_sequence()))

    def _delivery(self, sequence: int, message: ShortMessage) -> bytes:
        return Pdu(Command.DELIVER_SM, 0, sequence, self._as_written(message).encode()).encode()

    def _submitted(self, sequence: int, status: int, message_id: str) -> bytes:
        body = c_string_body(message_id) if message_id else b""
        return Pdu(Command.SUBMIT_SM | RESPONSE, status, sequence, body).encode()

    def _as_written(self, message: ShortMessage) -> ShortMessage:
        """Write a receipt as this carrier does."""
        faults, told = self._centre.faults, message.tlvs.get(Tag.RECEIPTED_MESSAGE_ID)
        if told is None:
            return message
        if faults.decimal_receipts:
            hexadecimals = told.rstrip(b"\0")
            decimals = str(int(hexadecimals, 16)).encode()
            payload = message.payload.replace(hexadecimals, decimals)
            tlvs = message.tlvs | {int(Tag.RECEIPTED_MESSAGE_ID): decimals + b"\0"}
            message = replace(message, payload=payload, tlvs=tlvs)
        if faults.unmarked_receipts:
            message = replace(message, esm_class=0, tlvs={})
        return message

    def _answer_batch(self, batch: Sequence[Pdu]) -> bool:
        submits = [pdu for pdu in batch if pdu.command == Command.SUBMIT_SM]
        acknowledged = []
        for pdu in batch:
            if pdu.command in BINDS:
                self._bind(pdu)
            elif pdu.command == Command.ENQUIRE_LINK:
                self._centre.counters["enquire_links"] += 1
                self._send(pdu.answer())
            elif pdu.command == Command.UNBIND:
                self._send(pdu.answer())
                return False
            elif pdu.command == Command.QUERY_SM:
                self._query(pdu)
            elif pdu.command == Command.DELIVER_SM | RESPONSE:
                acknowledged += self._taken(pdu.sequence, kept=pdu.status == Status.OK)
            elif pdu.command != Command.SUBMIT_SM and not pdu.command & RESPONSE:
                self._send(Pdu(Command.GENERIC_NACK, Status.INVALID_COMMAND_ID, pdu.sequence))
        if acknowledged:
            self._centre.acknowledge(acknowledged)
        return self._take_submits(submits) if submits else True

    def _bind(self, pdu: Pdu) -> None:
        status = self._may_bind(Bind.parse(pdu.body))
        self._centre.counters["binds" if status == Status.OK else "refused_binds"] += 1
        if status != Status.OK:
            self._send(pdu.answer(status))
            return
        self.mode = Mode(Command(pdu.command))
        self._send(pdu.answer(body=c_string_body(SYSTEM_ID) + INTERFACE_VERSION_TLV))
        self._centre.wake()

    def _may_bind(self, bind: Bind) -> Status:
        settings = self._centre.settings
        if self.mode is not Mode.OPEN:
            return Status.ALREADY_BOUND
        if bind.system_id != settings.system_id:
            return Status.INVALID_SYSTEM_ID
        if not hmac.compare_digest(bind.password, settings.password):
            return Status.INVALID_PASSWORD
        if self._centre.faults.strike("refuse_binds", carrier=self.carrier):
            return Status.BIND_FAILED
        self.system_id = bind.system_id
        return Status.OK

    def _query(self, pdu: Pdu) -> None:
        query = Query.parse(pdu.body)
        known = self._centre.book.message_state(query.message_id)
        if self._centre.faults.strike("query_fails"):
            self._send(pdu.answer(Status.QUERY_FAILED))
            return
        if known is None:
            self._send(pdu.answer(Status.INVALID_MESSAGE_ID))
            return
        state, final_at = known
        done = time.strftime("%y%m%d%H%M%S000+", time.gmtime(final_at)) if final_at else ""
        body = c_string_body(query.message_id) + c_string_body(done) + bytes((state, 0))
        self._send(pdu.answer(body=body))

    def _take_submits(self, pdus: Sequence[Pdu]) -> bool:
        if self.mode not in (Mode.TRANSMITTER, Mode.TRANSCEIVER):
            for pdu in pdus:
                self._send(pdu.answer(Status.INCORRECT_BIND_STATE))
            return True
        asked = [(pdu.sequence, ShortMessage.parse(pdu.body)) for pdu in pdus]
        return self._submit([Asked(*one, self._reference(one[1])) for one in asked])

    def _reference(self, message: ShortMessage) -> bytes:
        if self._centre.faults.plain_receipts:
            return b""
        return message.tlvs.get(Tag.USER_MESSAGE_REFERENCE, b"")

    def _send(self, pdu: Pdu) -> None:
        self._write(pdu.encode())
