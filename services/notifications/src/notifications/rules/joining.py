"""Long texts: which parts make one, and what stands in one of which a part never came; pure.

Carriers bring parts in any order, a part twice, and sometimes one never. A phone counts its texts up to 255
and begins again, so that the same reference comes again with another text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from notifications.carriers import Place, decoded

GAP = "…"
"""Stands for what never came: no word is made of what stands before and after it."""


@dataclass(frozen=True, repr=False)
class Part:
    """A part of a long text that has come."""

    part_id: UUID
    phone: str
    phone_hash: str
    place: Place
    octets: bytes
    alphabet: int
    mark: str
    """Of what it says: the same mark at the same place is the same part again."""
    text_id: UUID | None = None
    """The text that it has become, named by its first part that came; None while it waits for others."""

    @property
    def text(self) -> tuple[str, str, int]:
        """What all parts of a text have in common."""
        return self.phone_hash, self.place.reference, self.place.total


@dataclass
class Joined:
    """What follows of parts that came."""

    kept: list[Part] = field(default_factory=list)
    """Those that are new."""
    settled: dict[UUID, UUID] = field(default_factory=dict)
    """Part that had waited → the text that it has become."""
    finished: list[list[Part]] = field(default_factory=list)
    """Texts to be understood, each in the order of its parts; one may lack some."""


def join(known: Iterable[Part], came: Iterable[Part]) -> Joined:
    """Join parts that came to those that are known, in the order in which they came."""
    joining = _Joining(known)
    for part in came:
        joining.take(part)
    return joining.result()


def overdue(known: Sequence[Part], waited_enough: frozenset[UUID]) -> Joined:
    """Finish texts as they are of which no part has come lately."""
    late: dict[tuple[str, str, int], list[Part]] = {}
    for part in known:
        if part.text_id is None:
            late.setdefault(part.text, []).append(part)
    found = Joined()
    for parts in late.values():
        if all(part.part_id in waited_enough for part in parts):
            found.finished.append(_in_order(parts))
            found.settled |= dict.fromkeys((part.part_id for part in parts), parts[0].part_id)
    return found


def is_whole(parts: Sequence[Part]) -> bool:
    """Whether no part of a text is missing."""
    return len(parts) == parts[0].place.total


def words(parts: Sequence[Part]) -> str:
    """Read a text of parts in order: octets first, for a character may span two parts."""
    runs: list[list[Part]] = []
    for part in parts:
        last = runs[-1][-1] if runs else None
        beside = last is not None and part.place.number == last.place.number + 1
        if last is None or not beside or part.alphabet != last.alphabet:
            runs.append([])
        runs[-1].append(part)
    text, expected = "", 1
    for run in runs:
        gap = GAP if run[0].place.number != expected else ""
        text += gap + decoded(b"".join(part.octets for part in run), run[0].alphabet)
        expected = run[-1].place.number + 1
    return text if expected > parts[0].place.total else text + GAP


def _in_order(parts: Iterable[Part]) -> list[Part]:
    return sorted(parts, key=lambda part: part.place.number)


class _Joining:
    """Takes part after part."""

    def __init__(self, known: Iterable[Part]) -> None:
        self._waiting: dict[tuple[str, str, int], dict[int, Part]] = {}
        self._torn: dict[tuple[str, str, int], dict[UUID, set[int]]] = {}
        self._seen: set[tuple[tuple[str, str, int], int, str]] = set()
        self._new: dict[UUID, Part] = {}
        self._joined = Joined()
        for part in known:
            self._seen.add((part.text, part.place.number, part.mark))
            if part.text_id is None:
                self._waiting.setdefault(part.text, {})[part.place.number] = part
            else:
                of_text = self._torn.setdefault(part.text, {})
                of_text.setdefault(part.text_id, set()).add(part.place.number)

    def take(self, part: Part) -> None:
        """Take one part: it is the same again, late, the first of another text, or one more."""
        same = (part.text, part.place.number, part.mark)
        if same in self._seen:
            return
        self._seen.add(same)
        self._new[part.part_id] = part
        if (text_id := self._late_for(part)) is not None:
            self._new[part.part_id] = replace(part, text_id=text_id)
            return
        mine = self._waiting.setdefault(part.text, {})
        if part.place.number in mine:
            self._finish(part.text)
            mine = self._waiting.setdefault(part.text, {})
        mine[part.place.number] = part
        if len(mine) == part.place.total:
            self._finish(part.text)

    def _late_for(self, part: Part) -> UUID | None:
        """Which text was understood without this part, if nothing has begun since."""
        if part.text in self._waiting:
            return None
        for text_id, numbers in self._torn.get(part.text, {}).items():
            if part.place.number not in numbers and len(numbers) < part.place.total:
                numbers.add(part.place.number)
                return text_id
        return None

    def _finish(self, text: tuple[str, str, int]) -> None:
        parts = list(self._waiting.pop(text).values())
        text_id = parts[0].part_id
        self._joined.finished.append(_in_order(parts))
        for part in parts:
            if part.part_id in self._new:
                self._new[part.part_id] = replace(part, text_id=text_id)
            else:
                self._joined.settled[part.part_id] = text_id

    def result(self) -> Joined:
        """Say what follows."""
        self._joined.kept = list(self._new.values())
        return self._joined
