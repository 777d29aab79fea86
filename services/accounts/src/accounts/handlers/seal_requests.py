"""A person's own request to be sealed, which the employer is told of and the centre can act on (R-SEAL-7)."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

from accounts import change_announcements as announcements
from accounts.domain import AccountState
from accounts.errors import Reason, Refused
from accounts.handlers.employers import not_future
from accounts.rules.sealing import EMPLOYER_SEALS_WITHIN_DAYS
from accounts.store import changes, employers
from accounts.store import seal_requests as store
from accounts.store.seal_requests import NewRequest
from shared.messages.accounts import SealReason
from shared.messages.employers import EmployerRequest
from shared.messaging.unit import Unit


@dataclass(frozen=True)
class Wish:
    """Why somebody's account is to be sealed."""

    reason: SealReason
    employment_ended_on: date
    evidence: tuple[str, ...]


async def ask(unit: Unit, person_id: UUID, wish: Wish) -> UUID:
    """Keep a person's request and have the employer's operator told (R-SEAL-7)."""
    number = await store.open_account(unit.connection, person_id)
    if number is None:
        raise Refused(Reason.NOT_FOUND)
    [boss] = await changes.employers_of(unit.connection, [number])
    employer = (await employers.lock_employers(unit.connection, [boss]))[boss]
    row = (await changes.lock_accounts(unit.connection, [number]))[number]
    state = AccountState(row["state"])
    if state is not AccountState.NORMAL:
        raise Refused(Reason.WRONG_STATE, number=number, state=state.text)
    ended = not_future(wish.employment_ended_on, unit.clock.today())
    new = NewRequest(
        uuid4(), number, person_id, boss, wish.reason, ended, wish.evidence, unit.clock.now()
    )
    if not await store.add(unit.connection, new):
        raise Refused(Reason.SEAL_ASKED)
    due_on = ended + timedelta(days=EMPLOYER_SEALS_WITHIN_DAYS)
    what = EmployerRequest.SEAL
    unit.emit(announcements.operator_asked(employer, what, due_on, unit.personal_data))
    return new.id


async def withdraw(unit: Unit, person_id: UUID, request_id: UUID) -> None:
    """Take one's own request back."""
    if not await store.withdraw(unit.connection, request_id, person_id, unit.clock.now()):
        raise Refused(Reason.NOT_FOUND)
