"""The broker has lost everything: queues, messages, users. The runbook's steps bring all of it back."""

import asyncio
from datetime import UTC, datetime

import pytest

from local.broker import VirtualHost

from .people import Town
from .runbook import BROKER, Operator, steps

AWAY = ("settlement", "notifications")


@pytest.mark.timeout(300)
async def test_what_lay_in_the_queues_of_a_wiped_broker_is_told_again(
    town: Town, operator: Operator, host: VirtualHost
) -> None:
    since = datetime.now(UTC)
    for service in AWAY:
        await town.system.kill(service)
    waiting = [await town.apply() for _ in range(3)]
    await town.reached(waiting, ["card_check"])
    await town.outbox_is_empty("withdrawals")

    await host.remove()
    await host.load()
    await asyncio.gather(*map(town.system.bring_back, AWAY))
    (resend,) = steps(BROKER)
    await operator.do(resend, SINCE=since.isoformat())

    await town.reached(waiting)
    await operator.books_agree(since)
    await town.paid_once(waiting)
    assert await town.texts_at_last(waiting, "已到账") == [1, 1, 1]
