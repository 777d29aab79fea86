"""`gateway found <file>`: the first staff of a new system, from a file on the host."""

import asyncio
import json
import sys
from pathlib import Path

from pydantic import TypeAdapter

from gateway.handlers import founding
from gateway.operations import member_of
from gateway.settings import Settings
from gateway.shapes.administrators import NewStaff
from shared.base.clock import SystemClock
from shared.base.db import open_pool
from shared.base.errors import ServiceError
from shared.messaging.unit import Context
from shared.sealing.personal_data import PersonalData
from shared.sealing.seeking import connection_of

PEOPLE = TypeAdapter(list[NewStaff])


def run(file: Path) -> int:
    """Make the staff of a file; print activation codes as JSON, or why not."""
    try:
        codes = asyncio.run(_found(PEOPLE.validate_json(file.read_text("utf-8"))))
    except ServiceError as error:
        sys.stderr.write(f"{error.code}: {error.detail}\n")
        return 1
    sys.stdout.write(json.dumps(codes, ensure_ascii=False) + "\n")
    return 0


async def _found(people: list[NewStaff]) -> dict[str, str]:
    settings = Settings()
    pool = await open_pool(settings, "gateway found", connection_of("gateway", settings))
    data = PersonalData.from_settings(settings)
    context = Context("gateway", settings, pool, SystemClock(settings.business_clock_offset), data)
    try:
        async with context.unit() as unit:
            return await founding.found(unit, [member_of(one, data) for one in people])
    finally:
        await pool.close()
