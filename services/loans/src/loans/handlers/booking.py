"""What every repayment leads to, whatever brought it: entries, states, and the facts told to others."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

from loans import announcements, process
from loans.domain.contracts import Contract, State
from loans.domain.orders import DebitState, DisbursementState
from loans.errors import Reason, Refused
from loans.process import Fact, Step
from loans.rules.booking import Change
from loans.store import bookings, debits
from loans.store import contracts as store
from shared.messages import Event
from shared.messaging.states import Reception
from shared.messaging.unit import Received, Unit


async def nothing_under_way(unit: Unit, contract_number: str) -> None:
    """Refuse what would change a loan whose debit or offset was priced and is not answered yet."""
    if await debits.under_way(unit.connection, [contract_number]):
        raise Refused(Reason.MONEY_UNDER_WAY)


async def book(
    unit: Unit,
    contracts: Mapping[str, Contract],
    changes: Sequence[Change],
    by: uuid.UUID,
    tails: Mapping[str, str] | None = None,
) -> None:
    """Store what happened to accounts whose contracts are locked, and tell it."""
    await bookings.save(unit.connection, changes, by=by, at=unit.clock.now())
    for change in changes:
        contract = contracts[change.number]
        for event in announcements.entries_booked(
            change, contract, (tails or {}).get(change.number)
        ):
            unit.emit(event)
    settled = [change for change in changes if change.account.settled_on is not None]
    for change in settled:
        contract = contracts[change.number]
        process.after(contract.state, Step.SETTLE)
        unit.emit(announcements.paid_off(change, contract))
    reopened = [
        change.number
        for change in changes
        if change.account.settled_on is None and contracts[change.number].state is State.PAID_OFF
    ]
    await store.set_state(unit.connection, [each.number for each in settled], State.PAID_OFF)
    await store.set_state(unit.connection, reopened, State.NORMAL)


class _Order(Protocol):
    """A debit or a disbursement."""

    @property
    def state(self) -> DebitState | DisbursementState:
        """Where it stands."""
        ...


E = TypeVar("E", bound=Event)
Order = TypeVar("Order", bound=_Order)


def receivable(
    unit: Unit,
    batch: Sequence[Received[E]],
    found: Mapping[uuid.UUID, Order],
    order_id: Callable[[E], uuid.UUID],
    fact: Fact,
) -> list[tuple[Received[E], Order]]:
    """Pick the facts to act on, once an order; the others are stale, early, or for the operators."""
    ready: dict[uuid.UUID, tuple[Received[E], Order]] = {}
    for received in batch:
        order = found.get(order_id(received.event))
        if order is None:
            unit.park(received, "loans never asked for it")
            continue
        match process.receive(order.state, fact):
            case Reception.ACT:
                ready.setdefault(order_id(received.event), (received, order))
            case Reception.EARLY:
                unit.retry_later(received, f"the order is {order.state}")
            case Reception.CONTRADICTION:
                told = received.event.type
                unit.park(received, f"{told} cannot be true: the order is {order.state}")
            case Reception.STALE:
                pass
    return list(ready.values())
