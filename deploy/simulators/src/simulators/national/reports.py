"""What the ministry's platform takes every night: tables in parts, and the word that a day is whole."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

DayKey = tuple[str, str]
"""Centre and service."""


@dataclass
class Run:
    """What one run has handed over: parts by table and number."""

    parts: dict[str, dict[int, bytes]] = field(default_factory=dict)

    def holds(self, tables: Mapping[str, Mapping[str, object]]) -> bool:
        """Whether it is all there, byte by byte."""
        return all(
            (told["parts"], told["sha256"]) == self._sum(self.parts.get(table, {}))
            for table, told in tables.items()
        )

    @staticmethod
    def _sum(parts: Mapping[int, bytes]) -> tuple[int, str]:
        whole = b"".join(parts[number] for number in sorted(parts))
        return len(parts), hashlib.sha256(whole).hexdigest()


class Reports:
    """The days of every service: the whole ones, and the run that is under way."""

    def __init__(self) -> None:
        self._whole: dict[DayKey, tuple[str, dict[str, dict[int, bytes]]]] = {}
        self._running: dict[tuple[str, str, str, str], Run] = {}

    def last_whole(self, centre: str, service: str) -> str | None:
        """The latest day of a service that is whole, ISO 8601."""
        found = self._whole.get((centre, service))
        return found[0] if found else None

    def put(self, key: tuple[str, str, str, str], table: str, number: int, part: bytes) -> None:
        """Take a part of a run; what another run has begun for the day is forgotten."""
        for other in [one for one in self._running if one[:3] == key[:3] and one != key]:
            del self._running[other]
        self._running.setdefault(key, Run()).parts.setdefault(table, {})[number] = part

    def close(
        self, key: tuple[str, str, str, str], tables: Mapping[str, Mapping[str, object]]
    ) -> bool:
        """Call a day whole; False where something is missing or other than was told."""
        run = self._running.get(key, Run())
        if not run.holds(tables):
            return False
        centre, service, day, _ = key
        self._running.pop(key, None)
        if (self.last_whole(centre, service) or "") <= day:
            self._whole[centre, service] = day, run.parts
        return True

    def tables(self, centre: str, service: str) -> dict[str, bytes]:
        """The tables of the latest whole day, all parts together, as they were sent."""
        _, parts = self._whole[centre, service]
        return {table: b"".join(one[n] for n in sorted(one)) for table, one in parts.items()}
