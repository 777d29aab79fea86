"""The keeper of backups stays: the log all the time, files each minute, a base backup each night."""

import asyncio
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import structlog
from prometheus_client import Gauge, start_http_server

from backup.barman import Barman
from backup.drill import Drilled, drill
from backup.files import Files
from backup.settings import Settings
from local.errors import CannotStart

EVERY_SECONDS = 60.0
DRILL_AGAIN = timedelta(hours=1)
SHANGHAI = ZoneInfo("Asia/Shanghai")

KEPT_AT = Gauge("backup_kept_timestamp_seconds", "When log and files were last kept, Unix time")
TAKEN_AT = Gauge("backup_taken_timestamp_seconds", "When the last base backup ended, Unix time")
DRILLED_AT = Gauge("backup_drilled_timestamp_seconds", "When a restore was last drilled, Unix time")
DRILL_SECONDS = Gauge("backup_drill_seconds", "How long the last drill of a restore took, seconds")

log = structlog.get_logger()


class Keeper:
    """Does what is due; what fails is said, alarmed on by its age, and done again a minute later."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._barman = Barman(settings)
        self._files = Files(settings, self._barman)
        self._marks = settings.backup_folder / "marks"

    async def keep(self) -> None:
        """Keep backups until told to stop."""
        await self._barman.prepare()
        self._tell()
        start_http_server(self._settings.backup_metrics_port, self._settings.backup_metrics_host)
        while True:
            await self.once(datetime.now(UTC))
            await asyncio.sleep(EVERY_SECONDS)

    async def once(self, now: datetime) -> None:
        """Do what is due at this instant."""
        try:
            await self._barman.keep_up()
            await self._files.copy()
            KEPT_AT.set(now.timestamp())
            if self.night_has_come(now):
                await self.take(now)
            if self.drill_is_due(now):
                shown = await self.drill(now)
                DRILL_SECONDS.set(shown.seconds)
                log.info("restore drilled", seconds=round(shown.seconds), databases=shown.databases)
        except (CannotStart, OSError, TimeoutError) as error:
            log.error("backup not kept", error=str(error))
        self._tell()

    async def take(self, now: datetime) -> None:
        """Make a base backup; who serves knows of it, and makes none before the next night."""
        await self._barman.take()
        self.mark("taken", now)

    async def drill(self, now: datetime) -> Drilled:
        """Restore the newest for a trial; who serves knows of it, and waits a week. Raises `CannotStart`."""
        self.mark("tried", now)
        shown = await drill(self._settings)
        self.mark("drilled", now)
        return shown

    def night_has_come(self, now: datetime) -> bool:
        """Whether the hour has struck since the last base backup; at once when there is none."""
        local = now.astimezone(SHANGHAI)
        struck = local.replace(hour=self._settings.backup_hour, minute=0, second=0, microsecond=0)
        if struck > local:
            struck -= timedelta(days=1)
        return self._last("taken") < struck

    def drill_is_due(self, now: datetime) -> bool:
        """Whether the last drill is too old, and none has failed within the hour: each is a whole restore."""
        old = now - self._last("drilled") >= timedelta(days=self._settings.backup_drill_days)
        return old and now - self._last("tried") >= DRILL_AGAIN

    def _tell(self) -> None:
        for gauge, name in ((TAKEN_AT, "taken"), (DRILLED_AT, "drilled")):
            gauge.set(self._last(name).timestamp())

    def _last(self, name: str) -> datetime:
        try:
            return datetime.fromisoformat((self._marks / name).read_text("utf-8"))
        except (FileNotFoundError, ValueError):
            return datetime.fromtimestamp(0, UTC)

    def mark(self, name: str, now: datetime) -> None:
        """Remember when something was done, over a restart too."""
        self._marks.mkdir(mode=0o700, parents=True, exist_ok=True)
        (self._marks / name).write_text(now.isoformat(), encoding="utf-8")
