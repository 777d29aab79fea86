"""How far a consumer has come with its queue: by it one knows how long the others there can have waited."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime


@dataclass
class Progress:
    """Of one queue, in this process."""

    handled_up_to: datetime | None = None
    """When the newest message was said that has been brought to an end; what waits behind it is newer."""
    at_work_on: datetime | None = None
    """When the oldest message was said that is in hand."""

    @contextmanager
    def over(self, times: Sequence[datetime]) -> Iterator[None]:
        """Have a batch in hand, given by its messages' times; it is at its end when the block ends well."""
        self.at_work_on = min(times)
        try:
            yield
            self.handled_up_to = max([*times, *filter(None, [self.handled_up_to])])
        finally:
            self.at_work_on = None
