"""What is done with parked messages: anybody of the staff replays, two people set aside."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from shared.base.shape import Shape
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.operations.parking import store
from shared.operations.parking.errors import Reason, Refused
from shared.operations.parking.store import Parked, State, Wish
from shared.operations.parking.words import words_of
from shared.proposals.operation import Decision, Facts, Operation
from shared.proposals.shapes import Grounds

AT_ONCE_MAX = 200
NAMED_MAX = 3
"""Of messages in a summary, by what they are about; the others are counted."""
MessageIds = Annotated[list[UUID], Field(min_length=1, max_length=AT_ONCE_MAX)]


class MessagesToReplay(Shape):
    """Which messages are to be handled again (重放)."""

    message_ids: MessageIds
    """Of one queue."""


class MessagesMoved(Shape):
    """What will be done within seconds."""

    messages: int
    """How many."""


class MessagesToSetAside(Grounds):
    """Which messages are to be taken out of the way, and why (移出)."""

    message_ids: MessageIds
    """Of one queue."""


class MessagesSetAside(MessagesToSetAside):
    """The same with the queue."""

    queue: str
    """Of which they are."""


async def locked(unit: Unit, queue: str, ids: list[UUID], *states: State) -> list[Parked]:
    """Lock messages in one of these states; raises `Refused`."""
    found = await store.lock(unit.connection, queue, set(ids))
    if len(found) < len(set(ids)):
        raise Refused(Reason.UNKNOWN_MESSAGE)
    if any(one.state not in states for one in found):
        raise Refused(Reason.MESSAGE_MOVES)
    return found


async def _examine(unit: Unit, body: MessagesSetAside, _by: Principal) -> Facts:
    found = await locked(unit, body.queue, body.message_ids, State.PARKED)
    words = words_of(body.queue)
    named = "、".join(f"{one.type}（{one.subject}）" for one in found[:NAMED_MAX])
    others = f"等{len(found)}条" if len(found) > NAMED_MAX else ""
    summary = (
        f"把“{words.title}”的停放消息移出，不再办理：{named}{others}。目前：{words.stands_still}"
    )
    return Facts(f"{body.queue} {found[0].message_id}", summary)


async def _execute(unit: Unit, body: MessagesSetAside, decision: Decision) -> MessagesMoved:
    wish = Wish(
        State.SETTING_ASIDE,
        decision.maker_id,
        decision.maker_name,
        unit.clock.now(),
        decision.proposal_id,
    )
    await store.want(unit.connection, body.queue, body.message_ids, wish)
    return MessagesMoved(messages=len(set(body.message_ids)))


SET_ASIDE = Operation(
    "parked_message.set_aside", "移出停放消息", MessagesSetAside, _examine, _execute
)
"""What it says happens to nobody: one alone could make a payment, or a freeze, never come."""
