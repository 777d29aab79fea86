"""Somebody holds one service's broker user, and none of its keys: nobody is told anything (ADR 56, 68)."""

import uuid
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from tests.contract.events_told import EVENTS
from tests.support.letters import LETTERS, PUBLIC, nothing_earlier

from shared.messages.base import Event, sealed_fields
from shared.messages.withdrawals import WithdrawalApproved
from shared.messaging import sealed
from shared.messaging.topology import PAY_APPROVED_WITHDRAWALS, QUEUES
from shared.sealing.letters import FORM, Letters

from .conftest import Hall
from .test_hostile_events import CONSUMERS, delivery_of, outcome

PAYING = CONSUMERS[PAY_APPROVED_WITHDRAWALS.name]
THIEFS_CARD = "6222021612003456788"
TOLD = [
    (name, event)
    for name, consumer in sorted(CONSUMERS.items())
    for event in EVENTS
    if type(event) in consumer.handlers
]
"""Every queue with each event that it hears, whatever is sealed in it."""


def thief_as(service: str) -> Letters:
    """Public keys are no secret; the private one is the thief's own."""
    own = X25519PrivateKey.generate()
    return Letters(service, [own], {**PUBLIC, service: own.public_key()}, nothing_earlier)


async def orders(hall: Hall) -> int:
    found: int = await hall.contexts["settlement"].pool.fetchval(
        "SELECT count(*) FROM payment_order"
    )
    return found


@pytest.fixture
def wanted() -> WithdrawalApproved:
    (sample,) = (event for event in EVENTS if isinstance(event, WithdrawalApproved))
    return sample.model_copy(update={"application_id": uuid.uuid4(), "card": THIEFS_CARD})


async def told(hall: Hall, body: str | bytes) -> str:
    raw = body.encode() if isinstance(body, str) else body
    delivery = delivery_of(WithdrawalApproved.type, raw)
    return await outcome(hall.contexts["settlement"], PAYING, delivery)


async def test_a_payment_that_nobody_approved_is_parked_and_makes_no_order(
    hall: Hall, wanted: WithdrawalApproved
) -> None:
    before = await orders(hall)
    forged = sealed.told(wanted, thief_as("withdrawals"))
    assert await told(hall, forged) == "parked"
    # Nor as an earlier release told it, which proved nothing.
    event = WithdrawalApproved.model_validate_json(forged)
    bare = {name: unproved(getattr(event, name)) for name in sealed_fields(WithdrawalApproved)}
    assert await told(hall, event.model_copy(update=bare).model_dump_json()) == "parked"
    # Nor by another service that was taken over, whose keys are genuine.
    other = sealed.told(wanted, LETTERS["loans"])
    assert await told(hall, other) == "parked"
    assert await orders(hall) == before
    assert await told(hall, sealed.told(wanted, LETTERS["withdrawals"])) == "handled"
    assert await orders(hall) == before + 1


def unproved(value: str) -> str:
    heads, _, text = value.removeprefix(FORM).partition(".")
    bare = ",".join(":".join(head.split(":")[:3]) for head in heads.split(","))
    return f"{FORM}{bare}.{text}"


@pytest.mark.parametrize(("name", "event"), TOLD, ids=lambda one: getattr(one, "type", one))
async def test_nothing_is_taken_from_who_cannot_prove_to_be_its_owner(
    hall: Hall, name: str, event: Event
) -> None:
    """Neither under a key of one's own, nor without a proof, nor with that of other words."""
    consumer: Any = CONSUMERS[name]
    context = hall.contexts[consumer.queue.consumer]
    genuine = sealed.told(event, LETTERS[event.owner])
    said, _, proofs = genuine.rpartition(sealed.PROOF)
    for forged in (
        sealed.told(event, thief_as(event.owner)),
        f"{said}}}",
        f'{said},"surprise":1{sealed.PROOF}{proofs}',
        f'{genuine[:-1]},"surprise":1}}',
    ):
        delivery = delivery_of(event.type, forged.encode())
        assert await outcome(context, consumer, delivery) == "parked", forged


def test_every_event_that_somebody_hears_is_among_them() -> None:
    heard = {kind.type for queue in QUEUES for kind in queue.understood}
    assert {event.type for _, event in TOLD} == heard
