"""Cross-city transfers 异地转移接续 (R-TRF-4): what letters ask, money that comes, money that leaves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID, uuid4

from accounts import cross_city_announcements as announcements
from accounts.domain import (
    AccountFacts,
    AccountState,
    Month,
    Purpose,
    Refused,
    Reservation,
    ReservationState,
    Row,
)
from accounts.rules import reservation as rules
from accounts.rules.continuity import months_in_a_row
from accounts.rules.letters import Receipt, refusal
from accounts.sealed import PERSON_NAME
from accounts.store import letter_receipts, postings
from accounts.store import reservations as store
from accounts.store.letter_receipts import Arrival
from accounts.store.reservations import Decided
from accounts.views import accounts as views
from accounts.views import documents, letters
from shared.base.cleaning import clean_name
from shared.base.id_documents import IdDocument, IdType
from shared.messages.accounts import RefusalReason
from shared.messages.cross_city import (
    TransferInRefusal,
    TransferOutRefusal,
    TransferPaymentEvent,
    TransferPaymentFailed,
    TransferPaymentReturned,
    TransferPaymentSucceeded,
)
from shared.messages.transfers import (
    TransferInAsked,
    TransferInClaimed,
    TransferOutAsked,
    TransferOutFundsRequested,
)
from shared.messages.withdrawals import FundsConditions, WithdrawalFundsRequested
from shared.messaging.unit import Received, Unit, events_of

WHOLE = FundsConditions(closing=True, sealed_required=True)
"""What leaves leaves whole, and only what nobody contributes to any more."""
ROUND = 1
"""A transfer is priced once."""


async def tell_of_taking(unit: Unit, batch: Sequence[Received[TransferInAsked]]) -> None:
    """Say whether somebody's account here may take another one, of one instant."""
    events, today = events_of(batch), unit.clock.today()
    people = [event.person_id for event in events]
    found = await views.own_accounts(unit.connection, people, today)
    ledger_ids = [row["ledger_account_id"] for row in found.values()]
    months = await documents.contributed_months(unit.connection, ledger_ids)
    for event in events:
        row = found.get(event.person_id)
        usable = row if row is not None and not AccountState(row["state"]).closed else None
        count = len(months.get(usable["ledger_account_id"], ())) if usable is not None else 0
        told = announcements.in_account_told(
            event, usable, count, unit.clock.now(), data=unit.personal_data
        )
        unit.emit(told)


async def tell_of_leaving(unit: Unit, batch: Sequence[Received[TransferOutAsked]]) -> None:
    """Say whose account another centre's letter is about, and whether it could leave; nothing is frozen."""
    events, today = events_of(batch), unit.clock.today()
    data = unit.personal_data
    hashes = [
        data.lookup_hash(IdDocument.parse(IdType(event.id_type), event.id_number).lookup_key)
        for event in events
    ]
    people = await letters.people_of(unit.connection, hashes)
    wanted = [
        _request(event.letter_id, people[about]["id"], today)
        for event, about in zip(events, hashes, strict=True)
        if about in people
    ]
    facts = await store.facts_of(unit.connection, wanted, today) if wanted else {}
    ledger_ids = [found.ledger_account_id for found, _ in facts.values()]
    months = await documents.contributed_months(unit.connection, ledger_ids)
    for event, about in zip(events, hashes, strict=True):
        found, _ = facts.get(event.letter_id, (None, ""))
        refused = _why_not(unit, event, people.get(about), found)
        known = None if refused in NOBODY else found
        row = 0
        if known is not None and known.paid_up_to is not None:
            contributed = {Month.of(day) for day in months.get(known.ledger_account_id, ())}
            row = months_in_a_row(contributed, Month.of(known.paid_up_to))
        unit.emit(announcements.out_account_told(event, known, refused, row, unit.clock.now()))


NOBODY = (TransferOutRefusal.NO_ACCOUNT, TransferOutRefusal.OTHER_NAME)
"""Whom the letter does not fit, nothing is told of."""


def _why_not(
    unit: Unit, event: TransferOutAsked, person: Row | None, found: AccountFacts | None
) -> TransferOutRefusal | None:
    """Say what is against it; None where nothing is."""
    if person is None or found is None:
        return TransferOutRefusal.NO_ACCOUNT
    name = unit.personal_data.open(person["name_sealed"], PERSON_NAME, person["id"])
    if clean_name(event.name) != clean_name(name):
        return TransferOutRefusal.OTHER_NAME
    if event.account_number not in (None, found.account_number):
        return TransferOutRefusal.NO_ACCOUNT
    answer = rules.judge(found, WHOLE, unit.clock.today())
    if isinstance(answer, Refused):
        return announcements.REFUSALS[RefusalReason(answer.reason_code)]
    return None


def _request(letter_id: UUID, person_id: UUID, as_of: date) -> WithdrawalFundsRequested:
    """Ask the rules of a closing withdrawal; no application has the id of a letter."""
    return WithdrawalFundsRequested(
        application_id=letter_id,
        person_id=person_id,
        round=ROUND,
        conditions=WHOLE,
        business_date=as_of,
    )


async def book_in(unit: Unit, batch: Sequence[Received[TransferInClaimed]]) -> None:
    """Put the money of letters on their people's accounts; the same claim gets the same answer again."""
    events = events_of(batch)
    accounts = await letter_receipts.lock_open_accounts(
        unit.connection, [event.person_id for event in events]
    )
    rows = await letter_receipts.lock(unit.connection, [event.bank_serial for event in events])
    receipts = {serial: Receipt(**dict(row)) for serial, row in rows.items()}
    done = set(await letter_receipts.booked(unit.connection, [one.letter_id for one in events]))
    arrivals: list[Arrival] = []
    told: list[TransferInClaimed] = []
    for received in batch:
        event = received.event
        receipt, account = receipts.get(event.bank_serial), accounts.get(event.person_id)
        if event.letter_id in done:
            told.append(event)
        elif receipt is None:
            unit.retry_later(received, "the receipt is not in the ledger yet")
        elif why := refusal(receipt, event.principal_fen + event.interest_fen):
            unit.emit(announcements.in_withheld(event, why))
        elif account is None:
            unit.emit(announcements.in_withheld(event, TransferInRefusal.NO_OPEN_ACCOUNT))
        else:
            receipt.taken_fen = receipt.amount_fen
            done.add(event.letter_id)
            told.append(event)
            arrivals.append(
                Arrival(
                    event.letter_id, event.letter_number, event.person_id, account["number"],
                    account["ledger_account_id"], event.bank_serial, uuid4(), event.principal_fen,
                    event.interest_fen, receipt.value_date,
                )
            )  # fmt: skip
    if arrivals:
        await letter_receipts.book(unit.connection, arrivals, unit.clock.now(), unit.clock.today())
    booked = await letter_receipts.booked(unit.connection, [one.letter_id for one in told])
    for claim in told:
        unit.emit(announcements.in_booked(claim, booked[claim.letter_id]))


async def reserve(unit: Unit, batch: Sequence[Received[TransferOutFundsRequested]]) -> None:
    """Freeze all of an account that leaves, with interest to the day, or say why not, by the facts of now."""
    today = unit.clock.today()
    wanted = {
        one.letter_id: _request(one.letter_id, one.person_id, today) for one in events_of(batch)
    }
    requests = list(wanted.values())
    known = await store.lock(unit.connection, requests)
    new = [one for one in requests if one.application_id not in known]
    if not new:
        return
    facts = await store.facts_of(unit.connection, new, today)
    decided: list[Decided] = []
    ended: list[tuple[UUID, UUID]] = []
    taken: set[str] = set()
    for one in new:
        found, _ = facts.get(one.application_id, (None, ""))
        answer = rules.judge(found, WHOLE, today)
        if found is not None and found.account_number in taken:
            answer = Refused(RefusalReason.FUNDS_ALREADY_RESERVED, "R-WDR-10")
        if found is None or isinstance(answer, Refused):
            assert isinstance(answer, Refused)
            why = RefusalReason(answer.reason_code)
            ended.append((one.application_id, one.person_id))
            unit.emit(announcements.out_refused(one.application_id, one.person_id, why))
            continue
        taken.add(found.account_number)
        decided.append(Decided(one.application_id, ROUND, True, found, answer, uuid4()))
        unit.emit(announcements.out_reserved(one.application_id, found, answer, today))
    if ended:
        await store.remember_ended(unit.connection, ended, ReservationState.REFUSED)
    if decided:
        await store.reserve(unit.connection, decided, today, Purpose.TRANSFER_OUT)


@dataclass(frozen=True)
class _About:
    """Whose money a payment is about."""

    application_id: UUID
    person_id: UUID


E = TypeVar("E", bound=TransferPaymentEvent)
S = ReservationState


async def _ready(
    unit: Unit,
    batch: Sequence[Received[E]],
    needed: ReservationState,
    done: frozenset[ReservationState],
) -> list[tuple[E, Reservation]]:
    """Lock the reservations of letters; return those in the state that a fact needs, once each."""
    ids = [event.letter_id for event in events_of(batch)]
    people = await store.people_of(unit.connection, ids)
    known = await store.lock(unit.connection, [_About(key, who) for key, who in people.items()])
    ready: dict[UUID, tuple[E, Reservation]] = {}
    for received in batch:
        event, found = received.event, known.get(received.event.letter_id)
        told_fen = getattr(event, "amount_fen", None)
        if found is None or (needed is S.POSTED and found.state is S.RESERVED):
            unit.retry_later(received, "what comes before it is not booked yet")
        elif told_fen not in (None, found.frozen_fen):
            unit.park(received, f"{told_fen} fen, but {found.frozen_fen} fen were frozen")
        elif found.state is needed:
            ready.setdefault(event.letter_id, (event, found))
        elif found.state not in done:
            unit.park(received, f"{event.type} cannot be true: the reservation is {found.state}")
    return list(ready.values())


async def post(unit: Unit, batch: Sequence[Received[TransferPaymentSucceeded]]) -> None:
    """The bank paid the other centre: booked, and the account closes (外部转出销户)."""
    ready = await _ready(unit, batch, S.RESERVED, frozenset({S.POSTED, S.RESTORED}))
    if not ready:
        return
    today = unit.clock.today()
    paid = [reservation for _, reservation in ready]
    paid_on = [event.paid_on for event, _ in ready]
    open_still = await postings.post(unit.connection, paid, paid_on, today)
    for reservation in paid:
        closed = reservation.application_id not in open_still
        unit.emit(announcements.out_posted(reservation, today, account_closed=closed))


async def release(unit: Unit, batch: Sequence[Received[TransferPaymentFailed]]) -> None:
    """The bank refused: what was frozen is free again."""
    ready = await _ready(unit, batch, S.RESERVED, frozenset({S.RELEASED}))
    if ready:
        await store.release(unit.connection, [reservation for _, reservation in ready])


async def restore(unit: Unit, batch: Sequence[Received[TransferPaymentReturned]]) -> None:
    """The payment came back (退票): on the account again, which is sealed as before."""
    ready = await _ready(unit, batch, S.POSTED, frozenset({S.RESTORED}))
    if not ready:
        return
    today = unit.clock.today()
    returned = [reservation for _, reservation in ready]
    days = [event.returned_on for event, _ in ready]
    await postings.restore(unit.connection, returned, days, today)
    for reservation in returned:
        unit.emit(announcements.out_restored(reservation, today))
