"""The lookup keys are replaced while withdrawals run: every one ends paid, once (R-WDR-13)."""

import asyncio
import base64
import os
import sys
from collections.abc import Awaitable, Callable

from tests.support.workbench import Workbench

from local.system import System

from .evidence import Evidence
from .test_kill_each_service import Rush, paid_once_in_spite_of
from .town import Town

ON_THE_WAY = ("gateway", "withdrawals", "accounts", "settlement", "notifications")
"""Those on the way of a withdrawal that find somebody by a hash."""
AT_ONCE = 3


class Keys:
    """The lookup keys of the services, which are replaced."""

    def __init__(self, system: System) -> None:
        self._system = system
        self._former = {one: system.environments.service(one)["LOOKUP_KEY"] for one in ON_THE_WAY}
        self._next = {one: base64.b64encode(os.urandom(32)).decode() for one in ON_THE_WAY}

    def both(self, service: str) -> dict[str, str]:
        return {
            "LOOKUP_KEY": self._next[service],
            "LOOKUP_OTHER_KEY": self._former[service],
        }

    async def known_everywhere(self) -> None:
        await self._everywhere(
            lambda service: {
                "LOOKUP_KEY": self._former[service],
                "LOOKUP_OTHER_KEY": self._next[service],
            }
        )

    async def used_everywhere(self) -> None:
        await self._everywhere(self.both)

    async def moved(self) -> None:
        codes = await asyncio.gather(*map(self._rehash, ON_THE_WAY))
        assert codes == [0] * len(ON_THE_WAY)

    async def former_gone(self) -> None:
        await self._everywhere(
            lambda service: {"LOOKUP_KEY": self._next[service], "LOOKUP_OTHER_KEY": ""}
        )

    async def _everywhere(self, settings: Callable[[str], dict[str, str]]) -> None:
        await asyncio.gather(*(self._system.restart_with(one, settings(one)) for one in ON_THE_WAY))

    async def _rehash(self, service: str) -> int:
        environment = {
            **os.environ,
            **self._system.environments.service(service),
            **self.both(service),
        }
        environment["MIGRATION_DATABASE_URL"] = self._system.environments.databases[
            service
        ].owner_url
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", service, "rehash", "--batch-rows", "20", env=environment
        )
        return await process.wait()


async def test_lookup_keys_are_replaced_while_withdrawals_run_and_nothing_fails(
    system: System, platform: Workbench, town: Town, evidence: Evidence
) -> None:
    keys = Keys(system)
    stages: list[Callable[[], Awaitable[None]]] = [
        keys.known_everywhere, keys.used_everywhere, keys.moved, keys.former_gone,
    ]  # fmt: skip
    for stage in stages:
        rush = Rush(town.take("retired", AT_ONCE), evidence)
        await paid_once_in_spite_of(rush, rush.accepted(), stage, town, evidence)
    await keys.used_everywhere()  # the city's unused codes are found under the former key alone
