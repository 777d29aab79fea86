"""One SMPP connection: binds, requests in batches, deliver_sm out under a window."""

import asyncio
import contextlib
import hmac
import logging
import struct
import time
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from simulators.smsc.book import Acceptance, Delivery
from simulators.smsc.faults import Treatment
from simulators.smsc.pdu import (
    RESPONSE,
    Bind,
    Command,
    Frames,
    InvalidPduError,
    Pdu,
    Query,
    ShortMessage,
    Status,
    Tag,
    c_string_body,
)

if TYPE_CHECKING:
    from simulators.smsc.centre import Centre

log = logging.getLogger(__name__)

BINDS = (Command.BIND_RECEIVER, Command.BIND_TRANSMITTER, Command.BIND_TRANSCEIVER)
SYSTEM_ID = "DZ-SMSC"
INTERFACE_VERSION_TLV = struct.pack(">HHB", 0x0210, 1, 0x34)


class Mode(Enum):
    """What the session may do; OPEN is before the bind."""

    OPEN = 0
    RECEIVER = Command.BIND_RECEIVER
    TRANSMITTER = Command.BIND_TRANSMITTER
    TRANSCEIVER = Command.BIND_TRANSCEIVER


class Session:
    """Serves one client until it unbinds, leaves, or talks nonsense."""

    def __init__(
        self, centre: "Centre", reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._centre = centre
        self._frames = Frames(reader)
        self._writer = writer
        self.mode = Mode.OPEN
        self.system_id = ""
        self._sequence = 0
        self._unanswered_submits = 0
        self._heard_at = time.monotonic()
        self.in_flight: dict[int, tuple[int, float]] = {}
        """Sequence → (delivery id, when sent) of deliver_sm not answered yet."""

    @property
    def receives(self) -> bool:
        """Whether deliver_sm may be sent on it."""
        return self.mode in (Mode.RECEIVER, Mode.TRANSCEIVER)

    async def serve(self) -> None:
        """Read and answer until the end of the connection."""
        try:
            while batch := await self._frames.next_batch():
                if self._centre.faults.deaf:
                    continue
                self._heard_at = time.monotonic()
                if not self._answer_batch(batch):
                    break
                await self._writer.drain()
        except (InvalidPduError, UnicodeError) as error:
            self._send(Pdu(Command.GENERIC_NACK, Status.INVALID_COMMAND_LENGTH, 0))
            log.warning("closing on a malformed PDU: %s", error)
        except ConnectionError as error:
            log.info("connection lost: %s", error)
        finally:
            self.close()

    def close(self) -> None:
        """Drop the connection; what was in flight will be sent again."""
        self.mode = Mode.OPEN
        self.in_flight.clear()
        with contextlib.suppress(RuntimeError):
            self._writer.close()

    def keep_alive(self, every_seconds: float, patience_seconds: float) -> None:
        """Ask a silent client whether it is there; drop it when it stays silent."""
        silent = time.monotonic() - self._heard_at
        if silent > every_seconds + patience_seconds:
            self.close()
        elif silent > every_seconds and self.mode is not Mode.OPEN:
            self._send(Pdu(Command.ENQUIRE_LINK, 0, self._next_sequence()))

    def forget_unanswered(self, patience_seconds: float) -> None:
        """Give up waiting for answers to deliver_sm; those messages are due again."""
        limit = time.monotonic() - patience_seconds
        for sequence in [key for key, (_id, at) in self.in_flight.items() if at < limit]:
            del self.in_flight[sequence]

    def deliver(self, deliveries: Sequence[Delivery]) -> None:
        """Send deliver_sm; the answers come back through the batch reader."""
        now = time.monotonic()
        for delivery in deliveries:
            sequence = self._next_sequence()
            self.in_flight[sequence] = (delivery.delivery_id, now)
            message = self._as_written(delivery.message)
            self._send(Pdu(Command.DELIVER_SM, 0, sequence, message.encode()))
        self._centre.counters["deliveries_sent"] += len(deliveries)

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
                acknowledged += self._deliver_answered(pdu)
            elif pdu.command != Command.SUBMIT_SM and not pdu.command & RESPONSE:
                self._send(Pdu(Command.GENERIC_NACK, Status.INVALID_COMMAND_ID, pdu.sequence))
        if acknowledged:
            self._centre.acknowledge(acknowledged)
        return self._submit(submits) if submits else True

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
        if self._centre.faults.strike("refuse_binds"):
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

    def _deliver_answered(self, pdu: Pdu) -> list[int]:
        delivery_id, _sent_at = self.in_flight.pop(pdu.sequence, (0, 0.0))
        return [delivery_id] if delivery_id and pdu.status == Status.OK else []

    def _submit(self, pdus: Sequence[Pdu]) -> bool:
        """Book what is accepted in one transaction, then answer; False ends the session."""
        if self.mode not in (Mode.TRANSMITTER, Mode.TRANSCEIVER):
            for pdu in pdus:
                self._send(pdu.answer(Status.INCORRECT_BIND_STATE))
            return True
        self._unanswered_submits += len(pdus)
        self._centre.saw_window(self._unanswered_submits)
        treated = []
        for pdu in pdus:
            message = ShortMessage.parse(pdu.body)
            treatment = self._centre.treat(message)
            treated.append((pdu, message, treatment))
            if treatment.disconnect:
                break
        due_at = time.time() + self._centre.settings.handset_delay_seconds
        accepted = [
            Acceptance(self.system_id, message, treatment.fate, due_at, self._reference(message))
            for _pdu, message, treatment in treated
            if treatment.accepted
        ]
        ids = iter(self._centre.accept(accepted))
        for pdu, _message, treatment in treated:
            body = c_string_body(next(ids)) if treatment.accepted else b""
            self._answer_submit(pdu.answer(treatment.status, body), treatment)
        return not treated[-1][2].disconnect

    def _reference(self, message: ShortMessage) -> bytes:
        if self._centre.faults.plain_receipts:
            return b""
        return message.tlvs.get(Tag.USER_MESSAGE_REFERENCE, b"")

    def _answer_submit(self, answer: Pdu, treatment: Treatment) -> None:
        if not treatment.answers:
            return
        if delay := self._centre.faults.delay_seconds:
            asyncio.get_running_loop().call_later(delay, self._send_answer, answer, treatment)
        else:
            self._send_answer(answer, treatment)

    def _send_answer(self, answer: Pdu, treatment: Treatment) -> None:
        self._unanswered_submits -= 1
        for _ in range(treatment.answers):
            self._send(answer)

    def _send(self, pdu: Pdu) -> None:
        if not self._writer.is_closing():
            self._writer.write(pdu.encode())

    def _next_sequence(self) -> int:
        self._sequence = self._sequence % 0x7FFF_FFFF + 1
        return self._sequence
