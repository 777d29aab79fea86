"""What a piece of work comes to: letters that moved on, and what is said to the platform about them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar
from uuid import UUID

from shared.messages import Event
from shared.messages.cross_city import LetterEvent
from shared.messages.transfers import TransferNews
from shared.messaging.states import Reception, StateTable
from shared.messaging.unit import Received, Unit
from transfers import announcements, metrics
from transfers.domain import ENDED, Letter, LetterState
from transfers.platform.port import TxCode
from transfers.process import Fact, Step
from transfers.store import dispatches, letters
from transfers.store.dispatches import NewDispatch

E = TypeVar("E", bound=LetterEvent)
Table = StateTable[LetterState, Step, Fact]


@dataclass
class Changes:
    """Gathers, and is kept at the end with one statement a table."""

    unit: Unit
    letters: dict[UUID, Letter]
    """Locked, as they stand now."""
    said: list[NewDispatch] = field(default_factory=list)
    moved: set[UUID] = field(default_factory=set)

    def move(self, letter: Letter, table: Table, step: Step, **changes: Any) -> Letter:
        """Go a step; raises `IllegalMove`."""
        state, now = table.target_of(letter.state, step), self.unit.clock.now()
        since = letter.state_since if state is letter.state else now
        ended = now if state in ENDED else None
        if ended is not None:
            metrics.LETTERS_ENDED.labels(letter.direction.value, state.value).inc()
        return self.change(letter, state=state, state_since=since, ended_at=ended, **changes)

    def change(self, letter: Letter, **changes: Any) -> Letter:
        """Keep something of a letter that stays where it is."""
        changed = replace(letter, **changes)
        self.letters[letter.letter_id] = changed
        self.moved.add(letter.letter_id)
        return changed

    def say(self, letter: Letter, code: TxCode, function: str, fields: Mapping[str, str]) -> None:
        """Have something said to the platform, after what was said of the letter before."""
        self.said.append(NewDispatch(letter.letter_id, code, function, fields))

    def tell(self, letter: Letter, what: TransferNews, reason: str = "") -> None:
        """Let the person know, where it is known who that is."""
        if letter.person_id is not None:
            today = self.unit.clock.today()
            self.unit.emit(announcements.told(letter, what, today, reason))

    async def keep(self) -> None:
        """Write it all."""
        connection = self.unit.connection
        if self.moved:
            await letters.save(connection, [self.letters[one] for one in sorted(self.moved)])
        if self.said:
            now = self.unit.clock.now()
            await dispatches.add(connection, self.unit.personal_data, self.said, now)


async def locked(unit: Unit, batch: Sequence[Received[E]]) -> Changes:
    """Lock the letters that events are about."""
    ids = sorted({received.event.letter_id for received in batch})
    return Changes(unit, await letters.lock(unit.connection, ids))


def acting(
    changes: Changes, batch: Sequence[Received[E]], table: Table, fact: Fact
) -> Iterator[tuple[E, Letter]]:
    """Give the events that act on their letters as these stand by then; a repeat is none any more."""
    for received in batch:
        letter = changes.letters.get(received.event.letter_id)
        if letter is None:
            changes.unit.park(_any(received), "no such letter")
            continue
        match table.receive(letter.state, fact):
            case Reception.ACT:
                yield received.event, letter
            case Reception.EARLY:
                changes.unit.retry_later(_any(received), f"the letter is {letter.state}")
            case Reception.CONTRADICTION:
                changes.unit.park(_any(received), f"the letter is {letter.state}")


def _any(received: Received[E]) -> Received[Event]:
    return Received(received.event, received.message_id, received.traceparent)
