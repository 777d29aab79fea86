"""Prints reports in processes of their own: bounded, without keys, only so many at the same time."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from typing import Any

from credit.settings import Settings
from shared.base.bounded import Bounds, process

MODULE = "credit.work.report_process"


class Printer:
    """What one process of the service prints with."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._turns = asyncio.Semaphore(settings.report_printers)

    async def printed(self, said: Mapping[str, Any]) -> bytes:
        """Print what a report says; raises `ProcessEnded`, and `TimeoutError` where it takes too long."""
        settings = self._settings
        bounds = Bounds(
            settings.report_memory_bytes, settings.report_cpu_seconds, settings.report_wall_seconds
        )
        link = f"{settings.report_check_url}/{said['number']}?code={said['code']}"
        content = {**said, "link": link, "platform": settings.platform_name}
        folder = str(settings.fonts_folder)
        async with (
            asyncio.timeout(bounds.wall_seconds),
            self._turns,
            process(MODULE, bounds, _line(content), folder) as printing,
        ):
            return b"".join([block async for block in printing.blocks()])


async def _line(content: Mapping[str, Any]) -> AsyncIterator[bytes]:
    yield json.dumps(content, ensure_ascii=False).encode()
