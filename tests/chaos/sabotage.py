"""Faults planted on purpose in a system that is well, to see that the checker sees them."""

import uuid
from functools import partial

import aio_pika
import asyncpg

from local.clients import Phones
from shared.messages.withdrawals import WithdrawalApproved, WithdrawalPaid
from shared.topology import PAY_APPROVED_WITHDRAWALS, TEXT_CITIZENS

from .checker import OUTCOME_WORDS, TEXTS_MAX
from .evidence import Asked
from .running import Run
from .waiting import until

WITHIN_SECONDS = 30.0


async def forge_an_approval(run: Run, victim: Asked) -> str:
    """Whoever may write to settlement's queue approves a payment for which nobody has asked."""
    real = run.mail.message_about(WithdrawalApproved.type, victim.answers[0])
    forged_id = str(uuid.uuid4())
    forged = _changed(real, real.body.replace(victim.answers[0].encode(), forged_id.encode()))
    await run.mail.publish(PAY_APPROVED_WITHDRAWALS.name, forged)
    await until(partial(run.bank.payments, forged_id), "the bank has paid it", WITHIN_SECONDS)
    return forged_id


async def wipe_the_memory_of_texts(run: Run, victim: Asked) -> None:
    """Notifications forgets what it has sent, and hears of a payment again, until it is too often."""
    real = run.mail.message_about(WithdrawalPaid.type, victim.answers[0])
    phones = Phones(run.bank.client, run.stage.city)
    (word,) = OUTCOME_WORDS["paid"]

    async def told_more_than(times: int) -> bool:
        return sum(word in text["text"] for text in await phones.texts(victim.phone)) > times

    for times in range(1, TEXTS_MAX + 1):
        owner = await asyncpg.connect(run.stage.databases["notifications"].owner_url)
        await owner.execute("TRUNCATE inbox, text CASCADE")
        await owner.close()
        await run.mail.publish(TEXT_CITIZENS.name, real)
        await until(partial(told_more_than, times), f"told more than {times} times", WITHIN_SECONDS)


def _changed(message: aio_pika.Message, body: bytes) -> aio_pika.Message:
    """Another message that looks like this one."""
    message_id = str(uuid.uuid4())
    return aio_pika.Message(
        body,
        headers={**message.headers, "cloudEvents:id": message_id},
        content_type=message.content_type,
        message_id=message_id,
        type=message.type,
    )
