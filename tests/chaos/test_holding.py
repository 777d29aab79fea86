"""What is held back comes late and early, and is never lost, whoever binds the queues again meanwhile."""

import asyncio
import random
from collections.abc import Sequence, Set

from tests.contract.events_told import EVENTS
from tests.support.telling import told
from tests.support.workbench import Workbench

from shared.messages.settlement import PaymentUnknown
from shared.messaging.broker import Broker, declare
from shared.messaging.definitions import OPERATOR
from shared.messaging.topology import FOLLOW_APPLICATIONS

from .disorder import Disorder
from .hand import all_in
from .holding import EXPECTED, HELD, Holds
from .messages import Mail

QUEUE, KIND = FOLLOW_APPLICATIONS.name, PaymentUnknown.type
WITHIN_SECONDS = 240.0


async def _nothing_handled(_queue: str, _message_ids: Sequence[str]) -> Set[str]:
    return set()


async def test_a_rare_kind_is_held_until_it_was_late_and_early(platform: Workbench) -> None:
    vhost = await platform.create_vhost(queues=True)
    url, chance, disorder = vhost.url(OPERATOR), random.Random(7), Disorder()
    holds = Holds(vhost, chance, disorder, _nothing_handled)
    mail = Mail(url, chance, 0.0, disorder, holds)
    await asyncio.gather(holds.take_place(), mail.take_place())
    fact = next(event for event in EVENTS if event.type == KIND)
    service, over = Broker(vhost.url("withdrawals"), "withdrawals"), asyncio.Event()
    async with asyncio.timeout(WITHIN_SECONDS), asyncio.TaskGroup() as group:
        group.create_task(mail.copy(over))
        holding = group.create_task(holds.hold_each(over))
        while not (disorder.late[QUEUE, KIND] and disorder.early[QUEUE, KIND]):
            await mail.tell(told(fact))
            await declare(service, "withdrawals")
        over.set()
        await holding
    await service.close()
    await mail.catch_up()
    async with holds.channel() as channel:
        arrived = {message.message_id for message in await all_in(channel, QUEUE)}
        assert arrived == set(mail.sent)
        for place in (HELD, EXPECTED):
            assert await all_in(channel, f"{place}{QUEUE}") == []
