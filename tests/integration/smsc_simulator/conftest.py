"""A running SMSC on a free port, and a client of another make than the server."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
import smpp34
from tests.support import waiting

from simulators.smsc.centre import Centre
from simulators.smsc.settings import SmscSettings

PATIENCE_SECONDS = 30.0
until = partial(waiting.until, patience_seconds=PATIENCE_SECONDS)


@dataclass
class Running:
    """A centre, listening."""

    centre: Centre
    port: int

    async def bind(self, **wanted: object) -> smpp34.Smsc:
        """Bind with the smpp34 client."""
        login: dict[str, object] = {"system_id": "dz12329", "password": "secret", **wanted}
        return await smpp34.Client("127.0.0.1", self.port, **login).connect()  # type: ignore[arg-type]


def settings_at(folder: Path, **changes: object) -> SmscSettings:
    return SmscSettings(
        port=0, control_port=1, system_id="dz12329", password="secret",
        book_path=folder / "book.sqlite", handset_delay_seconds=0.0, **changes,  # type: ignore[arg-type]
    )  # fmt: skip


@asynccontextmanager
async def running(settings: SmscSettings) -> AsyncIterator[Running]:
    centre = Centre(settings)
    async with centre.running() as port:
        yield Running(centre, port)


@pytest.fixture
def settings(tmp_path: Path) -> SmscSettings:
    return settings_at(tmp_path)


@pytest.fixture
def start() -> Callable[[SmscSettings], object]:
    return running


@pytest.fixture
async def smsc(settings: SmscSettings) -> AsyncIterator[Running]:
    async with running(settings) as it:
        yield it


@pytest.fixture(name="until")
def until_fixture() -> Callable[[Callable[[], object]], object]:
    return until
