"""Faults planted on purpose in a system that is well: the checker must see them and say what is wrong."""

import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

import aio_pika
import asyncpg
from tests.support.letters import letters_of

from city.clients import Phones
from local.databases import administrator
from shared.messages.accounts import BalanceTold
from shared.messages.withdrawals import WithdrawalApproved, WithdrawalPaid
from shared.messaging import sealed
from shared.messaging.topology import PAY_APPROVED_WITHDRAWALS, TEXT_CITIZENS, exchange_of
from shared.sealing.letters import Letters

from .checker import HEARERS, OUTCOME_WORDS, TEXTS_MAX
from .evidence import Asked
from .inboxes import look_into
from .running import Run
from .waiting import until

WITHIN_SECONDS = 60.0
FORGETFUL = """
CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM inbox WHERE (queue, message_id) = (NEW.queue, NEW.message_id);
    RETURN NULL;
END $$;
CREATE TRIGGER forget AFTER INSERT ON inbox FOR EACH ROW EXECUTE FUNCTION forget();
"""
"""An inbox that is switched off: it takes every message for new, and remembers none."""


async def switch_off_inboxes(run: Run) -> None:
    """Every service takes every message for new from now on."""
    for database in run.stage.databases.values():
        connection = await asyncpg.connect(database.owner_url)
        await connection.execute(FORGETFUL)
        await connection.close()


async def handle_twice(run: Run, victim: Asked) -> str:
    """With the inboxes off, settlement hears of an approval that it has known for long."""
    await switch_off_inboxes(run)
    known = run.mail.message_about(WithdrawalApproved.type, victim.answers[0])
    settlement = await asyncpg.connect(run.stage.databases["settlement"].owner_url)
    await settlement.execute("DELETE FROM inbox WHERE message_id = $1", known.message_id)
    await settlement.close()
    before = (await look_into(run.stage)).handled.get(PAY_APPROVED_WITHDRAWALS.name, 0)
    for _ in range(2):
        await run.mail.publish(PAY_APPROVED_WITHDRAWALS.name, known)

    async def handled() -> bool:
        now = (await look_into(run.stage)).handled
        return now.get(PAY_APPROVED_WITHDRAWALS.name, 0) >= before + 2

    await until(handled, "settlement has handled it again", WITHIN_SECONDS)
    return PAY_APPROVED_WITHDRAWALS.name


async def forge_an_approval(run: Run, victim: Asked) -> str:
    """Whoever has taken withdrawals over approves a payment for which nobody has asked."""
    real = run.mail.message_about(WithdrawalApproved.type, victim.answers[0])
    forged_id = uuid.uuid4()
    changes = {"application_id": forged_id, "card": victim.card, "holder_name": victim.name}
    event = WithdrawalApproved.model_validate_json(real.body).model_copy(update=changes)
    forged = _changed(real, sealed.told(event, _stolen_letters(run)).encode())
    await run.mail.publish(PAY_APPROVED_WITHDRAWALS.name, forged)
    await until(partial(run.bank.payments, str(forged_id)), "the bank has paid it", WITHIN_SECONDS)
    return forged_id.hex


def _stolen_letters(run: Run) -> Letters:
    """To tell as withdrawals takes its private message key: to write to a queue is not enough."""
    return letters_of(run.stage.system.environments.service("withdrawals"), "withdrawals")


async def wipe_the_memory_of_texts(run: Run, victim: Asked) -> str:
    """Notifications forgets what it has sent, and hears of a payment again, until it is too often."""
    real = run.mail.message_about(WithdrawalPaid.type, victim.answers[0])
    phones = Phones(run.bank.client, run.stage.city)
    (word,) = OUTCOME_WORDS["paid"]

    async def told_more_than(times: int) -> bool:
        return sum(word in text["text"] for text in await phones.texts(victim.phone)) > times

    async def forgotten() -> bool:
        owner = await asyncpg.connect(run.stage.databases["notifications"].owner_url)
        try:
            await owner.execute("DELETE FROM inbox WHERE message_id = $1", real.message_id)
            await owner.execute("TRUNCATE text CASCADE")
        except asyncpg.DeadlockDetectedError:  # The service holds what this waits for.
            return False
        finally:
            await owner.close()
        return True

    for times in range(1, TEXTS_MAX + 1):
        await until(forgotten, "it has forgotten", WITHIN_SECONDS)
        await run.mail.publish(TEXT_CITIZENS.name, real)
        await until(partial(told_more_than, times), f"told more than {times} times", WITHIN_SECONDS)
    return f"citizen {victim.citizen} "


async def lose_a_message(run: Run, victim: Asked) -> str:
    """A queue is unbound for a moment: what was sent in it reaches nobody."""
    event = BalanceTold
    (queue,) = HEARERS[event.type]
    before = run.mail.seen[event.type]

    async def answered() -> bool:
        await run.mail.catch_up()
        return run.mail.seen[event.type] > before

    async with run.mail.unbound(queue, exchange_of(event.owner), event.type):
        await Phones(run.bank.client, run.stage.city).send(victim.phone, "余额")
        await until(answered, "the balance has been told", WITHIN_SECONDS)
    return queue


async def take_a_fen(run: Run, _victim: Asked) -> str:
    """Whoever rules the database takes one fen out of one entry of the ledger."""
    name = run.stage.databases["accounts"].name
    async with administrator(run.stage.servers.platform.postgres, name) as connection:
        await connection.execute("SET session_replication_role = replica")
        await connection.execute(TAKE_A_FEN)
    return "verifier"


TAKE_A_FEN = """
UPDATE entry SET amount_fen = amount_fen - 1
WHERE id = (SELECT max(id) FROM entry WHERE amount_fen > 1)
"""


@dataclass(frozen=True)
class Plant:
    """A fault, and how the checker must name it."""

    law: str
    plant: Callable[[Run, Asked], Awaitable[str]]
    """Gives what the difference must be about."""


PLANTS = {
    "a payment for which nobody asked": Plant("nothing invented", forge_an_approval),
    "a message that reached nobody": Plant("everything is heard", lose_a_message),
    "a text that comes three times": Plant("everybody knows", wipe_the_memory_of_texts),
    "a fen taken from the ledger": Plant("the ledger agrees", take_a_fen),
    "inboxes switched off": Plant("handled once", handle_twice),
}
"""In the order in which they can be planted one after the other."""


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
