"""One CMPP connection of a service provider."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from simulators.smsc import cmpp
from simulators.smsc.cmpp import Command, Connect, ConnectStatus, Frame, Result, cut
from simulators.smsc.pdu import RESPONSE, Frames, InvalidPduError, ShortMessage, Status
from simulators.smsc.peer import Asked, Peer

if TYPE_CHECKING:
    from simulators.smsc.centre import Centre

WINDOW_MESSAGES = 16
RESULTS = {
    Status.OK: Result.OK,
    Status.THROTTLED: Result.THROTTLED,
    Status.MESSAGE_QUEUE_FULL: Result.THROTTLED,
    Status.INVALID_DESTINATION: Result.DESTINATION,
}
"""What SMPP calls it → how CMPP answers it."""


class CmppSession(Peer[Frame]):
    """Speaks CMPP 3.0 or 2.0."""

    carrier = "cmpp"

    def __init__(
        self, centre: "Centre", reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        super().__init__(centre, Frames(reader, cut), writer, cmpp.LAST_SEQUENCE)
        self._highest = cmpp.V20 if centre.settings.cmpp_version == "2.0" else cmpp.V30
        self._version = 0
        self._delivered = 0

    @property
    def receives(self) -> bool:
        """Who has logged in sends and receives."""
        return self.logged_in

    @property
    def logged_in(self) -> bool:
        """Whether a version has been agreed upon."""
        return self._version != 0

    @property
    def window(self) -> int:
        """DELIVER without an answer at a time."""
        return WINDOW_MESSAGES

    def close(self) -> None:
        """Drop the connection; what was in flight will be sent again."""
        self._version = 0
        super().close()

    def _malformed(self) -> None:
        """Say nothing: the protocol has no word for it."""

    def _ask_whether_there(self) -> None:
        self._write(Frame(Command.ACTIVE_TEST, self._next_sequence()).encode())

    def _delivery(self, sequence: int, message: ShortMessage) -> bytes:
        self._delivered += 1
        body = cmpp.write_delivery(message, self._delivered, self._version)
        return Frame(Command.DELIVER, sequence, body).encode()

    def _submitted(self, sequence: int, status: int, message_id: str) -> bytes:
        body = cmpp.write_submitted(message_id, RESULTS[Status(status)], self._version)
        return Frame(Command.SUBMIT | RESPONSE, sequence, body).encode()

    def _answer_batch(self, batch: Sequence[Frame]) -> bool:
        submits: list[Asked] = []
        acknowledged: list[int] = []
        for frame in batch:
            if frame.command == Command.CONNECT:
                if not self._connect(frame):
                    return False
            elif not self.logged_in:
                raise InvalidPduError("not logged in")
            elif frame.command == Command.SUBMIT:
                message = cmpp.read_submit(frame.body, self._version)
                submits.append(Asked(frame.sequence, message))
            elif frame.command == Command.DELIVER | RESPONSE:
                kept = cmpp.read_delivered(frame.body, self._version) == 0
                acknowledged += self._taken(frame.sequence, kept=kept)
            elif not self._small_talk(frame):
                return False
        if acknowledged:
            self._centre.acknowledge(acknowledged)
        return self._submit(submits) if submits else True

    def _small_talk(self, frame: Frame) -> bool:
        """Answer what has nothing to do with messages; False ends the session."""
        if frame.command == Command.ACTIVE_TEST:
            self._centre.counters["active_tests"] += 1
            self._write(frame.answer(b"\0").encode())
        elif frame.command == Command.TERMINATE:
            self._centre.counters["terminates"] += 1
            self._write(frame.answer().encode())
            return False
        return True

    def _connect(self, frame: Frame) -> bool:
        asked = Connect.parse(frame.body)
        status, spoken = self._may_connect(asked), min(asked.version, self._highest)
        welcome = status is ConnectStatus.OK
        self._centre.counters["connects" if welcome else "refused_connects"] += 1
        secret = self._centre.settings.cmpp_secret
        self._write(frame.answer(asked.answer(status, secret, spoken, self._highest)).encode())
        if welcome:
            self.system_id, self._version = asked.source, spoken
            self._centre.wake()
        return welcome

    def _may_connect(self, asked: Connect) -> ConnectStatus:
        settings = self._centre.settings
        if asked.version not in (cmpp.V20, cmpp.V30) or asked.version > self._highest:
            return ConnectStatus.VERSION
        if asked.source != settings.cmpp_source:
            return ConnectStatus.SOURCE
        if not asked.is_signed_with(settings.cmpp_secret):
            return ConnectStatus.AUTHENTICATION
        if self._centre.faults.strike("refuse_binds", carrier=self.carrier):
            return ConnectStatus.OTHER
        return ConnectStatus.OK
