"""The nightly report of JGJ/T 320: whole or not at all, again after any failure, and never silently late."""

import gzip
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.integration.accounts.conftest import Accounts, accounts

from accounts.views.jgj320 import TABLES
from shared.reporting import nightly
from shared.reporting.nightly import Nightly, due_day, late_seconds
from shared.reporting.platform import HttpPlatform, NotTaken
from simulators.national.app import National, app_of
from simulators.national.faults import Faults
from simulators.national.settings import NationalSettings

__all__ = ["accounts"]

CENTRE = "371400"
SUNDAY = date(2026, 3, 1)
"""The day before the accounts' clock, 10:00 on Monday."""


@pytest.mark.parametrize(
    ("at", "due"),
    [
        (datetime(2026, 3, 1, 17, 0, tzinfo=UTC), SUNDAY),
        (datetime(2026, 3, 1, 16, 59, tzinfo=UTC), date(2026, 2, 28)),
        (datetime(2026, 3, 2, 15, 59, tzinfo=UTC), SUNDAY),
    ],
)
def test_a_day_is_due_at_one_of_the_next_night_in_shanghai(at: datetime, due: date) -> None:
    assert due_day(at, 1) == due


def test_lateness_counts_from_when_the_oldest_missing_day_was_due() -> None:
    now = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
    assert late_seconds(now, SUNDAY, 1) == 0
    assert late_seconds(now, None, 1) == 9 * 3_600
    assert late_seconds(now, date(2026, 2, 26), 1) == (2 * 24 + 9) * 3_600


@dataclass
class Line:
    """Accounts, and the platform that it reports to."""

    accounts: Accounts
    national: National
    client: httpx.AsyncClient

    def nightly(self) -> Nightly:
        """A process that reports; a new one knows nothing of the last."""
        platform = HttpPlatform(self.client, CENTRE, "accounts")
        context: Any = self.accounts.context
        return Nightly(context, platform, TABLES)

    def rows(self, table: str) -> list[dict[str, Any]]:
        """What the platform has of a table."""
        told = self.national.taking.reports.tables(CENTRE, "accounts")[table]
        return [json.loads(line) for line in gzip.decompress(told).decode().splitlines()]

    @property
    def whole(self) -> str | None:
        return self.national.taking.reports.last_whole(CENTRE, "accounts")


@pytest.fixture
async def line(accounts: Accounts, tmp_path: Path) -> AsyncIterator[Line]:
    national = National(NationalSettings(token="known", book_path=tmp_path / "book"))
    transport = httpx.ASGITransport(app=app_of(national))
    headers = {"Authorization": "Bearer known"}
    async with httpx.AsyncClient(
        transport=transport, base_url="http://national", headers=headers
    ) as client:
        yield Line(accounts, national, client)
    await national.close()


async def test_a_night_is_reported_whole_opened_and_once(line: Line) -> None:
    number = await line.accounts.employer()
    (person,) = await line.accounts.people(number, 600_000, opened_on=date(2026, 1, 1))
    await line.accounts.remit(number, "2026-01")
    process = line.nightly()
    await process.round()
    assert line.whole == SUNDAY.isoformat()
    (account,) = line.rows("st_collection_personal_account")
    assert (account["GRZH"], account["GRZHYE"]) == (person.account_number, "960.00")
    assert account["KHRQ"] == "20260101"
    (told,) = line.rows("st_common_person")
    assert told["ZJHM"] == person.id_number
    assert not any(name.islower() for name in told), "what is ours alone is not told"
    (unit,) = line.rows("st_common_unit")
    assert (unit["DWZH"], bool(unit["JBRXM"]), len(unit["JBRSJHM"])) == (number, True, 11)
    assert late_of(line) == 0
    line.national.taking.faults = Faults(away=-1)
    await process.round()
    assert late_of(line) == 0, "what is whole is not asked about again that day"


def late_of(_line: Line) -> float:
    value = nightly.LATE_SECONDS._value.get()
    return float(value)


async def test_whatever_fails_nothing_half_counts_and_another_process_makes_it_whole(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    await line.accounts.employer()
    for fault in ({"away": -1}, {"wrong": 1}):
        line.national.taking.faults = Faults(**fault)
        with pytest.raises(NotTaken):
            await line.nightly().round()
        assert (line.whole, late_of(line)) == (None, 9 * 3_600)
    line.national.taking.faults = Faults()

    puts = HttpPlatform.take

    async def dies_in_the_middle(self: HttpPlatform, *part: Any) -> None:
        if "st_common_policy" in part[2]:
            raise KeyboardInterrupt
        await puts(self, *part)

    with monkeypatch.context() as killed:
        killed.setattr(HttpPlatform, "take", dies_in_the_middle)
        with pytest.raises(KeyboardInterrupt):
            await line.nightly().round()
    assert line.whole is None

    line.national.taking.faults = Faults(lost=1)
    with pytest.raises(NotTaken):
        await line.nightly().round()
    assert line.whole == SUNDAY.isoformat(), "it was taken, and the answer lost"
    await line.nightly().round()
    assert late_of(line) == 0
    line.accounts.clock.advance(timedelta(days=3))
    line.national.taking.faults = Faults(away=-1)
    with pytest.raises(NotTaken):
        await line.nightly().round()
    line.national.taking.faults = Faults()
    await line.nightly().round()
    assert line.whole == "2026-03-04", "the latest due day, not each that was missed"
