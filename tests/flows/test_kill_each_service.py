"""Every process is killed in the middle of ten withdrawals: each of them ends paid, once.

"The middle" is another one for each process: where it holds something that it alone knows.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest
from tests.support.workbench import Workbench

from city.clients import Bank
from local.system import SIMULATORS, System
from shared.messaging.topology import SERVICES

from .evidence import Evidence, until
from .plan import Resident, closing_fen
from .town import Town
from .withdrawing import FINAL, account_shows, apply, reached

ON_THE_WAY = (
    "gateway", "withdrawals", "loans", "accounts", "settlement", "notifications", "bank", "smsc", "registers",
)  # fmt: skip
"""Without any of these a withdrawal waits; each is killed alone."""
BYSTANDERS = tuple(name for name in (*SERVICES, *SIMULATORS) if name not in ON_THE_WAY)
"""What hears of withdrawals, or doesn't: killed together."""
AT_ONCE = 10
TEXTS_AT_MOST = 2
"""A text whose fate nobody knows is sent once more (`text_is_sent_at_most_twice`)."""
SLOW_ANSWER_SECONDS = 5.0
"""Longer than settlement waits (2 s): the doubt does not hang on how quick the accident is."""

Accident = Callable[[], Awaitable[None]]


class Rush:
    """Ten residents who apply at the same time."""

    def __init__(self, residents: list[Resident], evidence: Evidence) -> None:
        self.residents = residents
        self._evidence = evidence
        self._accepted = asyncio.Event()

    async def applied_by_all(self) -> list[dict[str, Any]]:
        """Apply, all at once; the edge says "try again" while nobody answers, and so they do."""
        return await asyncio.gather(*map(self._apply, self.residents))

    async def _apply(self, resident: Resident) -> dict[str, Any]:
        application = await apply(resident)
        self._accepted.set()
        return application

    async def accepted(self) -> None:
        """Wait until the first of them is accepted."""
        await asyncio.wait_for(self._accepted.wait(), 20)

    async def executed(self) -> None:
        """Wait until the bank has paid the first of them, and has not said so yet."""
        await until(self._payments, "the bank has executed a payment")

    async def _payments(self) -> int:
        found = await asyncio.gather(*map(self._evidence.payments_to, self.residents))
        return sum(map(len, found))

    async def texted(self) -> None:
        """Wait until the first phone has a text about its money."""
        await until(self._texts, "a phone has a text")

    async def _texts(self) -> int:
        found = await asyncio.gather(
            *(self._evidence.texts(one, "离退休提取申请") for one in self.residents)
        )
        return sum(map(len, found))


async def paid_once_in_spite_of(
    rush: Rush, middle: Awaitable[None], accident: Accident, town: Town, evidence: Evidence
) -> list[dict[str, Any]]:
    """Let an accident happen in the middle of a rush; all that should hold afterwards holds."""
    applying = asyncio.create_task(rush.applied_by_all())
    await middle
    await accident()
    applications = await applying

    assert len({application["id"] for application in applications}) == len(rush.residents)
    ended = await asyncio.gather(
        *(
            reached(resident, application["id"], FINAL)
            for resident, application in zip(rush.residents, applications, strict=True)
        )
    )
    for resident, application in zip(rush.residents, ended, strict=True):
        await evidence.paid_once(resident, application)
        assert application["amount_fen"] == sum(closing_fen(resident, town.today))
        await account_shows(resident, state="05", balance_fen=0, frozen_fen=0)
    await evidence.texted_of_payment(rush.residents, at_most=TEXTS_AT_MOST)
    await evidence.books_agree()
    assert await evidence.parked() == []
    return ended


@pytest.mark.parametrize("victims", [*((one,) for one in ON_THE_WAY), BYSTANDERS], ids=" ".join)
async def test_r_wdr_13_a_killed_process_costs_nobody_money_and_nobody_is_paid_twice(
    system: System, town: Town, evidence: Evidence, victims: tuple[str, ...]
) -> None:
    rush = Rush(town.take("retired", AT_ONCE), evidence)
    middles = {"notifications": rush.texted, "smsc": rush.texted}

    async def accident() -> None:
        await asyncio.gather(*map(system.kill, victims))
        await asyncio.gather(*map(system.bring_back, victims))

    middle = middles.get(victims[0], rush.accepted)()
    await paid_once_in_spite_of(rush, middle, accident, town, evidence)


@pytest.mark.parametrize("victim", ["settlement", "bank"])
async def test_r_wdr_13_a_process_killed_between_payment_and_answer_leaves_a_doubt_that_is_asked_about(
    system: System, town: Town, evidence: Evidence, bank: Bank, victim: str
) -> None:
    rush = Rush(town.take("retired", AT_ONCE), evidence)

    async def accident() -> None:
        await system.kill(victim)
        await system.bring_back(victim)

    await bank.faults(delay_seconds=SLOW_ANSWER_SECONDS)
    try:
        ended = await paid_once_in_spite_of(rush, rush.executed(), accident, town, evidence)
    finally:
        await bank.faults()
    steps = {line["step"] for application in ended for line in application["history"]}
    assert "payment_unknown" in steps


async def test_a_service_that_starts_while_the_gateway_is_away_says_try_again_and_not_log_in(
    system: System, town: Town, evidence: Evidence
) -> None:
    url = f"{evidence.city.service_urls['withdrawals']}/api/withdrawals/reviews"
    await system.kill("gateway")
    try:
        await system.restart("withdrawals")
        answer = await evidence.client.get(url, headers=town.maker.headers)
        assert answer.status_code == 503
        assert answer.headers["Retry-After"]
    finally:
        await system.bring_back("gateway")
    answer = await evidence.client.get(url, headers=town.maker.headers)
    assert answer.status_code == 200


async def test_r_wdr_13_cut_connections_to_the_broker_cost_nobody_money_and_no_process_its_life(
    platform: Workbench, system: System, town: Town, evidence: Evidence
) -> None:
    processes = system.pids()
    rush = Rush(town.take("retired", AT_ONCE), evidence)
    async with platform.platform.rabbitmq.management() as management:
        by_name = await until(
            lambda: connections(management, evidence.city.vhost),
            "the broker's statistics know a connection of every service",
            lambda found: len(set(found.values())) >= len(SERVICES),
        )

        async def accident() -> None:
            answers = [await management.delete(f"/api/connections/{name}") for name in by_name]
            assert sum(answer.is_success for answer in answers) >= len(SERVICES)

        await paid_once_in_spite_of(rush, rush.accepted(), accident, town, evidence)
    assert system.pids() == processes


async def connections(management: httpx.AsyncClient, vhost: str) -> dict[str, str]:
    """Every connection of the system by its name, with whose it is."""
    answer = await management.get(f"/api/vhosts/{vhost}/connections")
    return {found["name"]: found["user"] for found in answer.json()}
