"""In which order messages were sent, and which of them came to a queue late or early.

Sent is when the run's own queue heard it, which hears everything. A message is late when something sent after
it was in the same queue before it; early when it was there before something sent before it.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence, Set

from .checker import HEARERS
from .evidence import Way


class Disorder:
    """Every message of a run in the order of sending, and how often that was not the order of coming."""

    def __init__(self) -> None:
        self._kinds: dict[str, str] = {}
        self._ids: list[str] = []
        self._places: dict[str, int] = {}
        self._late: set[tuple[str, str]] = set()
        self._early: set[tuple[str, str]] = set()
        self.sent: Counter[str] = Counter()
        """Messages by kind."""

    @property
    def kinds(self) -> Mapping[str, str]:
        """Message id → kind, of everything that any service has published."""
        return self._kinds

    @property
    def late(self) -> Counter[Way]:
        """How many messages were late."""
        return self._ways(self._late)

    @property
    def early(self) -> Counter[Way]:
        """How many messages were early."""
        return self._ways(self._early)

    def _ways(self, messages: Set[tuple[str, str]]) -> Counter[Way]:
        return Counter((queue, self._kinds[message_id]) for queue, message_id in messages)

    @property
    def total(self) -> int:
        """How many messages were sent."""
        return len(self._ids)

    def note(self, message_id: str, kind: str) -> None:
        """A message was sent."""
        self._kinds[message_id] = kind
        self._places[message_id] = len(self._ids)
        self._ids.append(message_id)
        self.sent[kind] += 1

    def came(
        self, queue: str, message_ids: Sequence[str], waited: range, elsewhere: Set[str]
    ) -> None:
        """Messages came to a queue in this order, of which those sent in a span of time had waited.

        Whatever else was sent to it in that span, since the first of them, went there straight, but for the
        kinds that still wait `elsewhere`. What was sent while they came back may have been behind them.
        """
        places = [(self._places.get(one, -1), one) for one in message_ids]
        order = [(place, one) for place, one in places if place in waited]
        if not order:
            return
        since = range(min(order)[0] + 1, waited.stop)
        overtook = self._straight(queue, since, {one for _, one in order}, elsewhere)
        self._early.update((queue, self._ids[place]) for place in overtook)
        last = max(overtook, default=-1)
        for place, message_id in order:
            if place < last:
                self._late.add((queue, message_id))
            last = max(last, place)
        next_: float = math.inf
        for place, message_id in reversed(order):
            if place > next_:
                self._early.add((queue, message_id))
            next_ = min(next_, place)

    def _straight(
        self, queue: str, since: range, order: Set[str], elsewhere: Set[str]
    ) -> list[int]:
        """Places of what was sent to a queue in a span of time and did not wait."""
        return [
            place
            for place in since
            if (message_id := self._ids[place]) not in order
            and (kind := self._kinds[message_id]) not in elsewhere
            and queue in HEARERS.get(kind, ())
        ]
