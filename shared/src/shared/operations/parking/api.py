"""HTTP for staff, in every service: what waits, what is parked; one person replays, two set aside."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Response
from fastapi.params import Depends as Depended
from pydantic import Field

from shared.audit import trail as audit
from shared.base.shape import Shape
from shared.http.callers import ContextDependency, require
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import Principal, Role
from shared.messaging.topology import QUEUES, Queue
from shared.messaging.unit import Unit
from shared.operations.parking import store, waiting
from shared.operations.parking.operation import (
    SET_ASIDE,
    MessagesMoved,
    MessagesToReplay,
    MessagesToSetAside,
    locked,
)
from shared.operations.parking.store import Parked, State, Wish
from shared.operations.parking.waiting import Waiting
from shared.operations.parking.words import why, words_of
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

LIST_MAX_ITEMS = 500

Staff = Annotated[
    Principal, Depends(require(Role.STAFF_MAKER, Role.STAFF_CHECKER, Role.STAFF_ADMIN))
]
Replaying = Annotated[
    tuple[Principal, IdempotentPost],
    Depends(idempotent(Role.STAFF_MAKER, Role.STAFF_CHECKER, Role.STAFF_ADMIN)),
]
SettingAside = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
QueueName = Annotated[str, Path(max_length=100, description="The queue, as the list names it")]


class ParkedLine(Shape):
    """A message that could not be handled (停放消息), or that was set aside."""

    queue: str = Field(examples=["settlement.pay-approved-withdrawals"])
    """Of which it is."""
    title: str
    """What that queue is for, in Chinese."""
    stands_still: str
    """What does not go on meanwhile, in Chinese."""
    message_id: UUID
    """By which the inbox knows it."""
    type: str = Field(examples=["withdrawal.approved.v1"])
    """Of the event."""
    subject: str
    """What the event is about: number of an application, a contract, an account."""
    occurred_at: datetime
    """When that happened, UTC."""
    attempts: int
    """How often it was tried."""
    why: str
    """Why it is parked, and what helps, in Chinese."""
    error: str
    """The same as the program said it."""
    seen_at: datetime
    """When it was first found parked, UTC."""
    state: State
    """`parked`, `replaying`, `setting_aside` or `set_aside`."""
    asked_by_name: str | None
    """Who wants it moved, masked."""
    asked_at: datetime | None
    """Since when, UTC."""
    ended_at: datetime | None
    """When it was set aside, UTC."""

    @classmethod
    def of(cls, found: Parked) -> "ParkedLine":
        """Show a row in words."""
        words = words_of(found.queue)
        return cls(
            queue=found.queue,
            title=words.title,
            stands_still=words.stands_still,
            message_id=found.message_id,
            type=found.type,
            subject=found.subject,
            occurred_at=found.occurred_at,
            attempts=found.attempts,
            why=why(found.error, found.attempts),
            error=found.error,
            seen_at=found.seen_at,
            state=found.state,
            asked_by_name=found.asked_by_name,
            asked_at=found.asked_at,
            ended_at=found.ended_at,
        )


class ParkedList(Shape):
    """What is parked in a service."""

    items: list[ParkedLine]
    """The oldest first; those that were set aside at the end."""
    more: bool
    """There are more than are listed."""


class QueueLine(Shape):
    """What waits in a queue (消息等待)."""

    queue: str = Field(examples=["settlement.pay-approved-withdrawals"])
    """Its name."""
    title: str
    """What it is for, in Chinese."""
    waiting: int
    """Messages that nobody has taken yet."""
    retrying: int
    """Messages that failed and rest until they are tried again."""
    oldest_seconds: int | None
    """For how long the oldest has waited, at the longest, in seconds; null: none waits."""
    looked_at: datetime | None
    """When that was counted, UTC; null: not yet."""

    @classmethod
    def of(cls, queue: Queue, found: Waiting | None, now: datetime) -> "QueueLine":
        """Show a row in words."""
        since = found.oldest_since if found else None
        return cls(
            queue=queue.name,
            title=words_of(queue.name).title,
            waiting=found.waiting if found else 0,
            retrying=found.retrying if found else 0,
            oldest_seconds=None if since is None else max(0, int((now - since).total_seconds())),
            looked_at=found.looked_at if found else None,
        )


class QueueList(Shape):
    """All queues of a service."""

    items: list[QueueLine]
    """Where the oldest waits longest first."""


def router_of(dependencies: Sequence[Depended] = ()) -> APIRouter:
    """Make the routes for a service; `dependencies` of all of them are asked first."""
    router = APIRouter(tags=["停放消息"], dependencies=dependencies)

    @router.get("/parked", summary="停放消息")
    async def parked(_staff: Staff, context: ContextDependency) -> ParkedList:
        """List what could not be handled here: what it is for, what stands still meanwhile, what helps."""
        found = await store.page(context.pool, LIST_MAX_ITEMS + 1)
        return ParkedList(
            items=[ParkedLine.of(one) for one in found[:LIST_MAX_ITEMS]],
            more=len(found) > LIST_MAX_ITEMS,
        )

    @router.get("/queues", summary="消息等待")
    async def queues(_staff: Staff, context: ContextDependency) -> QueueList:
        """List what waits in each queue of this service, and for how long the oldest has at the longest."""
        found, now = await waiting.read(context.pool), context.clock.now()
        own = [queue for queue in QUEUES if queue.consumer == context.service]
        lines = [QueueLine.of(queue, found.get(queue.name), now) for queue in own]
        return QueueList(
            items=sorted(lines, key=lambda one: (-(one.oldest_seconds or 0), one.queue))
        )

    @router.post(
        "/parked/{queue}/replays",
        status_code=202,
        response_model=MessagesMoved,
        summary="重放停放消息",
    )
    async def replay(queue: QueueName, body: MessagesToReplay, caller: Replaying) -> Response:
        """Have messages handled again within seconds; what was handled before is not handled twice."""
        by, post = caller
        audit.acts_on(queue, body.message_ids)

        async def handle(unit: Unit) -> MessagesMoved:
            found = await locked(unit, queue, body.message_ids, State.PARKED, State.SET_ASIDE)
            wish = Wish(State.REPLAYING, by.identity_id, by.name, unit.clock.now())
            await store.want(unit.connection, queue, body.message_ids, wish)
            return MessagesMoved(messages=len(found))

        return await post.once(body, 202, handle)

    @router.post(
        "/parked/{queue}/settings-aside",
        status_code=202,
        response_model=ProposalAnswer,
        summary="移出停放消息（须复核）",
    )
    async def set_aside(
        queue: QueueName, body: MessagesToSetAside, caller: SettingAside
    ) -> Response:
        """Propose to take messages out of the way: what they say will not be handled. They are kept whole."""
        audit.acts_on(queue, body.message_ids)
        return await answer_proposed(caller, SET_ASIDE, body, queue=queue)

    return router
