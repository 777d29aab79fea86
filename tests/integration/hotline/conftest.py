"""The hotline's telephone on a real database, called by real telephones on the loopback address."""

import asyncio
import contextlib
import json
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.support.apps import app_of
from tests.support.callers import Caller
from tests.support.issuer import Issuer
from tests.support.softphone import Softphone, softphone
from tests.support.two_people import staff
from tests.support.workbench import Workbench

from hotline.main import service as make_service
from hotline.settings import Settings
from hotline.work.telephone import Line, Telephone
from local.environments import voice_folder
from shared.base.clock import SystemClock
from shared.base.db import open_pool
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Context
from shared.sealing.personal_data import PersonalData

ENDED = "SELECT * FROM call WHERE call_id = $1 AND state = 'ended'"
NOBODY = "http://127.0.0.1:9"
"""Where no service is: what callers hear then is part of what is tested."""


@dataclass
class Desk:
    """A telephone that is answered, and who calls it."""

    context: Context[Settings]
    telephone: Telephone
    folder: Path
    ports: Any
    client: httpx.AsyncClient
    keys: Issuer
    phones: int = 0

    @property
    def address(self) -> str:
        return f"sip:12329@127.0.0.1:{self.telephone.wires.port}"

    @property
    def extension(self) -> str:
        """What agents' telephones call."""
        return self.address.replace("12329@", "8012329@")

    @contextlib.asynccontextmanager
    async def caller(
        self, number: str = "13805340001", says: bytes | None = None
    ) -> AsyncIterator[Softphone]:
        """A softphone with this number, into which this is said all the time."""
        self.phones += 1
        folder = self.folder / f"phone{self.phones}"
        folder.mkdir()
        control, rtp = self.ports(f"baresip{self.phones}"), 33_000 + 20 * self.phones
        async with softphone(folder, control, f"{rtp}-{rtp + 19}", number, says) as phone:
            yield phone

    async def ended(self, call_id: uuid.UUID) -> Any:
        """The line of a call in the books, once it has ended."""
        return await self.context.pool.fetchrow(ENDED, call_id)

    async def ended_calls(self) -> list[Any]:
        """All calls that have ended, in order."""
        return list(
            await self.context.pool.fetch(
                "SELECT * FROM call WHERE state = 'ended' ORDER BY began_at"
            )
        )

    def staff(self, who: Principal | None = None) -> Caller:
        """Somebody at the staff's desk, a maker unless said otherwise."""
        token = self.keys.token(who or staff(Role.STAFF_MAKER))
        return _Caller(self.client, {"Authorization": f"Bearer {token}"})

    def said(self, line: Line) -> list[str]:
        """Every prompt that was said in a call."""
        return line.ears.spoken if line.ears is not None else []


class _Caller(Caller):
    base = "/api/hotline"


@pytest.fixture(scope="module")
async def desk(
    platform: Workbench, keys: Issuer, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Desk]:
    folder = tmp_path_factory.mktemp("hotline")
    (folder / "device.json").write_text(json.dumps({"client_id": "x", "client_secret": "y"}))
    settings = Settings(
        **platform.settings(
            await platform.create_database("hotline"),
            jwks_url=keys.jwks_url,
            sip_port=platform.folder.port("sip"),
            rtp_port_first=42_000,
            rtp_port_last=42_200,
            voice_folder=voice_folder(),
            device_file=folder / "device.json",
            gateway_url=NOBODY,
            accounts_url=NOBODY,
            withdrawals_url=NOBODY,
            loans_url=NOBODY,
            voice_silence_seconds=2.0,
            recording=True,
            agent_peers="127.0.0.1/32",
            agent_silence_seconds=1.0,
            agent_answer_seconds=6.0,
        )
    )
    pool = await open_pool(settings, "test hotline")
    context = Context(
        "hotline", settings, pool, SystemClock(), PersonalData.from_settings(settings)
    )
    telephone, stop = Telephone(context), asyncio.Event()
    running = asyncio.create_task(telephone.run(stop))
    transport = httpx.ASGITransport(app=app_of(make_service(settings), context))
    async with httpx.AsyncClient(transport=transport, base_url="http://hotline") as client:
        yield Desk(context, telephone, folder, platform.folder.port, client, keys)
    stop.set()
    await running
    await pool.close()
