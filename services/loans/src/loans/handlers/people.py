"""A loan is with people whom the fund knows, and so are its card and its payee."""

from collections.abc import Sequence

from loans.domain.contracts import OWING, Contract, PayeeKind
from loans.errors import Reason, Refused
from loans.sealed import PERSON_NAME
from loans.store import cards
from loans.store import people as store
from shared.messages.accounts import IndividualAccountOpened
from shared.messages.gateway import PersonIdentityChanged
from shared.messaging.unit import Received, Unit, events_of


async def opened(unit: Unit, batch: Sequence[Received[IndividualAccountOpened]]) -> None:
    """Somebody has an account: the fund knows them."""
    await store.keep(unit.connection, unit.personal_data, events_of(batch))


async def changed(unit: Unit, batch: Sequence[Received[PersonIdentityChanged]]) -> None:
    """Somebody is called otherwise: cards and payees are held against the new name from now on."""
    await store.rename(unit.connection, unit.personal_data, events_of(batch))


async def all_known(unit: Unit, contract: Contract) -> None:
    """Refuse a contract with somebody whom the fund does not know."""
    people = [party.person_id for party in contract.parties]
    if len(await store.names(unit.connection, people)) < len(people):
        raise Refused(Reason.PERSON_UNKNOWN)


async def holds_card(unit: Unit, contract: Contract, holder_name: str) -> None:
    """Refuse a repayment card of somebody who does not owe the loan (R-REP-2)."""
    if holder_name not in await _owing(unit, contract):
        raise Refused(Reason.NOT_THE_HOLDER)


async def may_be_paid(
    unit: Unit, contract: Contract, holder_name: str, kind: PayeeKind | None
) -> None:
    """Refuse a payee who is neither a borrower nor the seller; None: whom the contract has named before."""
    allowed = await _owing(unit, contract) if kind is not PayeeKind.SELLER else {holder_name}
    if kind is None:
        named = await cards.latest_payee(
            unit.connection, unit.personal_data, contract.contract_number
        )
        allowed |= {named[1].holder_name} if named else set()
    if holder_name not in allowed:
        raise Refused(Reason.NOT_THE_PAYEE)


async def _owing(unit: Unit, contract: Contract) -> set[str]:
    people = [party.person_id for party in contract.parties if party.role in OWING]
    sealed = await store.names(unit.connection, people)
    opened = unit.personal_data.open
    return {opened(name, PERSON_NAME, person_id) for person_id, name in sealed.items()}
