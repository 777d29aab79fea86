"""Facts that nobody in a run causes, told in their owner's name: texts about loans that are being repaid.

Only facts that nothing but a text follows from; whatever moves money must be caused, not told.
"""

import asyncio
import random
from collections.abc import Sequence

from tests.contract import events_told
from tests.support.telling import message

from shared.messages import Event
from shared.messaging import sealed
from shared.messaging.topology import TEXT_CITIZENS
from shared.sealing.letters import Letters

from .checker import HEARERS
from .messages import Mail
from .people import Resident

TIMES_EACH_MIN = 3
EVERY_SECONDS = 5.0
RETOLD = tuple(
    event
    for event in events_told.EVENTS
    if event.owner == "loans" and HEARERS.get(event.type) == [TEXT_CITIZENS.name]
)


async def tell_the_rest(
    mail: Mail,
    letters: Letters,
    residents: Sequence[Resident],
    seconds: float,
    chance: random.Random,
) -> None:
    """Tell each such fact again and again, about somebody, at any time, with their owner's `letters`."""
    times = max(TIMES_EACH_MIN, int(seconds / EVERY_SECONDS))
    plan = [
        (chance.uniform(0.0, seconds), event, chance.choice(residents).person_id)
        for event in RETOLD
        for _ in range(times)
    ]
    async with asyncio.TaskGroup() as group:
        for at_seconds, event, person_id in plan:
            fact = event.model_copy(update={"person_id": person_id})
            group.create_task(_tell(mail, letters, at_seconds, fact))


async def _tell(mail: Mail, letters: Letters, at_seconds: float, event: Event) -> None:
    await asyncio.sleep(at_seconds)
    body = sealed.told(event, letters).encode()
    await mail.tell(message(event.owner, event.type, event.subject, body))
