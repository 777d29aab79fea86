"""What a connection has, whatever it speaks: faults to obey, a window of deliveries, a keep-alive."""

import asyncio
import contextlib
import logging
import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from simulators.smsc.book import Acceptance, Delivery
from simulators.smsc.faults import Treatment
from simulators.smsc.pdu import Frames, InvalidPduError, ShortMessage

if TYPE_CHECKING:
    from simulators.smsc.centre import Centre

log = logging.getLogger(__name__)
GARBAGE = b"\xff" * 40
"""No frame of either protocol."""
F = TypeVar("F")


@dataclass(frozen=True)
class Asked:
    """A request to send a message."""

    sequence: int
    message: ShortMessage
    user_reference: bytes = b""


class Peer(ABC, Generic[F]):
    """Serves one client until it says good-bye, leaves, or talks nonsense."""

    carrier: ClassVar[str]

    def __init__(
        self, centre: "Centre", frames: Frames[F], writer: asyncio.StreamWriter, last_sequence: int
    ) -> None:
        self._centre = centre
        self._frames = frames
        self._writer = writer
        self._last_sequence = last_sequence
        self._sequence = 0
        self._unanswered_submits = 0
        self._heard_at = time.monotonic()
        self.system_id = ""
        self.in_flight: dict[int, tuple[int, float]] = {}
        """Sequence → (delivery id, when sent) of deliveries not answered yet."""

    @property
    @abstractmethod
    def receives(self) -> bool:
        """Whether deliveries may be sent on it."""

    @property
    @abstractmethod
    def logged_in(self) -> bool:
        """Whether the client has said who it is."""

    @property
    @abstractmethod
    def window(self) -> int:
        """Deliveries without an answer at a time."""

    @abstractmethod
    def _answer_batch(self, batch: Sequence[F]) -> bool:
        """Do what frames ask for; False ends the session."""

    @abstractmethod
    def _malformed(self) -> None:
        """Say that a frame cannot be read."""

    @abstractmethod
    def _ask_whether_there(self) -> None:
        """Send what every client answers."""

    @abstractmethod
    def _delivery(self, sequence: int, message: ShortMessage) -> bytes:
        """Lay out what is brought."""

    @abstractmethod
    def _submitted(self, sequence: int, status: int, message_id: str) -> bytes:
        """Lay out the answer to a request to send."""

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
            self._malformed()
            log.warning("closing on a malformed frame: %s", error)
        except ConnectionError as error:
            log.info("connection lost: %s", error)
        finally:
            self.close()

    def close(self) -> None:
        """Drop the connection; what was in flight will be sent again."""
        self.in_flight.clear()
        with contextlib.suppress(RuntimeError):
            self._writer.close()

    def keep_alive(self, every_seconds: float, patience_seconds: float) -> None:
        """Ask a silent client whether it is there; drop it when it stays silent."""
        silent = time.monotonic() - self._heard_at
        if silent > every_seconds + patience_seconds:
            self.close()
        elif silent > every_seconds and self.logged_in:
            self._ask_whether_there()

    def forget_unanswered(self, patience_seconds: float) -> None:
        """Give up waiting for answers to deliveries; those are due again."""
        limit = time.monotonic() - patience_seconds
        for sequence in [key for key, (_id, at) in self.in_flight.items() if at < limit]:
            del self.in_flight[sequence]

    def deliver(self, deliveries: Sequence[Delivery]) -> None:
        """Bring messages; the answers come back through the batch reader."""
        now = time.monotonic()
        for delivery in deliveries:
            sequence = self._next_sequence()
            self.in_flight[sequence] = (delivery.delivery_id, now)
            self._write(self._delivery(sequence, delivery.message))
        self._centre.counters["deliveries_sent"] += len(deliveries)

    def _submit(self, asked: Sequence[Asked]) -> bool:
        """Book what is accepted in one transaction, then answer; False ends the session."""
        self._unanswered_submits += len(asked)
        self._centre.saw_window(self.carrier, self._unanswered_submits)
        treated: list[tuple[Asked, Treatment]] = []
        for one in asked:
            treated.append((one, self._centre.treat(one.message, self.carrier)))
            if treated[-1][1].disconnect:
                break
        due_at = time.time() + self._centre.settings.handset_delay_seconds
        accepted = [
            Acceptance(
                self.system_id,
                one.message,
                treatment.fate,
                due_at,
                one.user_reference,
                self.carrier,
            )
            for one, treatment in treated
            if treatment.accepted
        ]
        ids = iter(self._centre.accept(accepted))
        for one, treatment in treated:
            message_id = next(ids) if treatment.accepted else ""
            answer = self._submitted(one.sequence, treatment.status, message_id)
            self._answer_submit(answer, treatment)
        return not treated[-1][1].disconnect

    def _answer_submit(self, answer: bytes, treatment: Treatment) -> None:
        if treatment.garbage:
            self._write(GARBAGE)
        if not treatment.answers:
            return
        if delay := self._centre.faults.delay_seconds:
            asyncio.get_running_loop().call_later(delay, self._send_answer, answer, treatment)
        else:
            self._send_answer(answer, treatment)

    def _send_answer(self, answer: bytes, treatment: Treatment) -> None:
        self._unanswered_submits -= 1
        for _ in range(treatment.answers):
            self._write(answer)

    def _taken(self, sequence: int, *, kept: bool) -> list[int]:
        """Which delivery was answered, if the client has kept it."""
        delivery_id, _sent_at = self.in_flight.pop(sequence, (0, 0.0))
        return [delivery_id] if delivery_id and kept else []

    def _write(self, frame: bytes) -> None:
        if not self._writer.is_closing():
            self._writer.write(frame)

    def _next_sequence(self) -> int:
        self._sequence = self._sequence % self._last_sequence + 1
        return self._sequence
