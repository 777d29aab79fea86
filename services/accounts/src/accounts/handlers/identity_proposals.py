"""An employer proposes another name or ID number of somebody of its staff, and never effects it (R-INF-2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from accounts import change_announcements as announcements
from accounts.domain import AccountState
from accounts.errors import Reason, Refused
from accounts.handlers.changes import Actor
from accounts.handlers.ratios import locked_employer
from accounts.rules.identity_proposal import PROPOSALS_PER_DAY, NewProposal, ProposalState
from accounts.sealed import name_in
from accounts.store import changes
from accounts.store import identity_proposals as store
from accounts.store.identity_proposals import Standing
from shared.base.id_documents import IdDocument
from shared.messages.gateway import IdentityCorrectionTold
from shared.messaging.unit import Received, Unit, events_of

A_DAY = timedelta(days=1)


@dataclass(frozen=True, repr=False)
class Wanted:
    """The name and the document that shall be on file, and what shows it."""

    name: str
    document: IdDocument
    evidence: tuple[str, ...]


async def propose(
    unit: Unit, employer_number: str, account_number: str, wanted: Wanted, actor: Actor
) -> UUID:
    """Have the gateway asked to correct somebody of an employer's staff.

    The register of identities decides, or two people of the centre; the person is told either way. Whether
    somebody else has the number is not said here. Raises `Refused`: `NOT_FOUND`, `WRONG_STATE`,
    `NOTHING_TO_CORRECT`, `TOO_MANY_CORRECTIONS`, and where the employer has no agreement.
    """
    await locked_employer(unit, employer_number, actor)
    row = (await changes.lock_accounts(unit.connection, [account_number])).get(account_number)
    on_file = await store.on_file(unit.connection, account_number)
    if row is None or on_file is None or row["employer_number"] != employer_number:
        raise Refused(Reason.NOT_FOUND)
    state = AccountState(row["state"])
    if state.closed:
        raise Refused(Reason.WRONG_STATE, number=account_number, state=state.text)
    number_hash = unit.personal_data.lookup_hash(wanted.document.lookup_key)
    present = (name_in(on_file, unit.personal_data), on_file["id_number_hash"])
    if present == (wanted.name, number_hash):
        raise Refused(Reason.NOTHING_TO_CORRECT)
    now = unit.clock.now()
    if await store.asked_since(unit.connection, account_number, now - A_DAY) >= PROPOSALS_PER_DAY:
        raise Refused(Reason.TOO_MANY_CORRECTIONS, most=str(PROPOSALS_PER_DAY))
    new = NewProposal(
        uuid4(),
        account_number,
        on_file["person_id"],
        employer_number,
        wanted.evidence,
        actor.name,
        now,
    )
    await store.add(unit.connection, new)
    unit.emit(announcements.identity_proposed(new, wanted.name, wanted.document))
    return new.id


async def told(unit: Unit, batch: Sequence[Received[IdentityCorrectionTold]]) -> None:
    """The gateway says that a correction did not take effect, for now or for good."""
    standings = [
        Standing(
            event.correction_id, ProposalState(event.outcome), event.reason_text, event.told_at
        )
        for event in events_of(batch)
    ]
    await store.move(unit.connection, standings)
