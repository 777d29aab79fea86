"""Letters of other centres (转出) go on: checked, decided by two, frozen, paid, and told what was paid."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from shared.messages.cross_city import (
    TransferOutAccountTold,
    TransferOutLoansTold,
    TransferOutRefusal,
    TransferOutRefused,
    TransferOutReserved,
    TransferPaymentFailed,
    TransferPaymentReturned,
    TransferPaymentSucceeded,
)
from shared.messages.transfers import Direction, TransferNews
from shared.messaging.states import Reception
from shared.messaging.unit import Received, Unit
from transfers import announcements
from transfers.domain import Information, Letter
from transfers.errors import Reason, Refused
from transfers.handlers import asking
from transfers.handlers.changes import Changes, acting, locked
from transfers.platform.port import TxCode
from transfers.process import OUT, Fact, Step
from transfers.rules import fields
from transfers.rules.fields import NewLetter
from transfers.settings import settings_of
from transfers.store import centres
from transfers.store import letters as store

PLATFORM = "platform"
"""The channel of what other centres ask."""
SIX_MONTHS = 6
REFUSALS: Mapping[TransferOutRefusal, Reason] = {
    TransferOutRefusal.NO_ACCOUNT: Reason.PERSON_UNKNOWN,
    TransferOutRefusal.OTHER_NAME: Reason.OTHER_NAME,
    TransferOutRefusal.ACCOUNT_CLOSED: Reason.ACCOUNT_CLOSED,
    TransferOutRefusal.ACCOUNT_FROZEN: Reason.ACCOUNT_FROZEN,
    TransferOutRefusal.NOT_SEALED: Reason.NOT_SEALED,
    TransferOutRefusal.FUNDS_RESERVED: Reason.FUNDS_RESERVED,
    TransferOutRefusal.LIST_OPEN: Reason.LIST_OPEN,
    TransferOutRefusal.NOTHING_THERE: Reason.NOTHING_THERE,
}


async def arrived(unit: Unit, came: NewLetter) -> None:
    """Store another centre's letter once, and ask whose account it is; raises `Refused` (unknown centre).

    It comes again until we have answered: then there is nothing to do. A second letter about somebody
    whose first one is open is refused.
    """
    centre = await centres.one(unit.connection, came.centre_code)
    if centre is None:
        raise Refused(Reason.UNKNOWN_CENTRE)
    data = unit.personal_data
    about = data.lookup_hash(came.lookup_key)
    busy = await store.has_open_out(unit.connection, about)
    if await store.lock_numbered(unit.connection, [came.number]):
        return
    letter_id, now = uuid4(), unit.clock.now()
    letter = Letter(
        letter_id=letter_id,
        direction=Direction.OUT,
        state=OUT.target_of(None, Step.REFUSE if busy else Step.RECEIVE),
        centre_code=centre.code,
        centre_name=centre.name,
        channel=PLATFORM,
        asked_at=now,
        state_since=now,
        number=came.number,
        id_number_hash=about,
        subject_sealed=asking.sealed(unit, letter_id, came.subject),
        reason_text=Refused(Reason.OTHER_LETTER_OPEN).detail if busy else "",
        ended_at=now if busy else None,
    )
    await store.add(unit.connection, letter)
    changes = Changes(unit, {letter_id: letter})
    told = fields.received(came.number, letter.reason_text)
    changes.say(letter, TxCode.LETTER, "1", told)
    if not busy:
        unit.emit(announcements.out_asked(letter_id, came.subject))
    await changes.keep()


def cancelled(changes: Changes, letter: Letter) -> Reception:
    """The other centre takes it back; not any more when two people have agreed."""
    how = OUT.receive(letter.state, Fact.CANCELLED)
    if how is Reception.ACT:
        changes.tell(changes.move(letter, OUT, Step.CANCEL), TransferNews.CANCELLED)
    return how


async def account_told(unit: Unit, batch: Sequence[Received[TransferOutAccountTold]]) -> None:
    """Accounts says whose it is and how it stands; the person hears that somebody asks for it."""
    changes = await locked(unit, batch)
    for event, letter in acting(changes, batch, OUT, Fact.ACCOUNT_TOLD):
        known = changes.change(
            letter,
            person_id=event.person_id,
            account_number=event.account_number,
            facts={**letter.facts, "account": _facts(event)},
        )
        if event.refusal is not None or event.person_id is None:
            refusal = event.refusal or TransferOutRefusal.NO_ACCOUNT
            refuse(changes, known, Refused(REFUSALS[refusal]).detail)
            continue
        if letter.person_id is None:
            changes.tell(known, TransferNews.ASKED_FOR)
        unit.emit(announcements.loans_asked(letter.letter_id, event.person_id))
    await changes.keep()


def _facts(event: TransferOutAccountTold) -> dict[str, Any]:
    return event.model_dump(mode="json", exclude={"letter_id", "person_id", "account_number"})


async def loans_told(unit: Unit, batch: Sequence[Received[TransferOutLoansTold]]) -> None:
    """Loans says what the person owes: nothing, then two people decide."""
    changes = await locked(unit, batch)
    for event, letter in acting(changes, batch, OUT, Fact.LOANS_TOLD):
        told = {"loans": event.loans, "unpaid": event.unpaid, "fraud": event.fraud}
        known = changes.change(letter, facts={**letter.facts, "loans": told})
        if event.unpaid:
            refuse(changes, known, Refused(Reason.LOAN_UNPAID).detail)
        else:
            changes.move(known, OUT, Step.HOLD)
    await changes.keep()


def refuse(changes: Changes, letter: Letter, reason: str) -> None:
    """Do not move the account; the other centre and the person hear why."""
    assert letter.number is not None, "another centre's letter has its number"
    moved = changes.move(letter, OUT, Step.REFUSE, reason_text=reason)
    changes.say(moved, TxCode.LETTER, "1", fields.received(letter.number, reason))
    changes.tell(moved, TransferNews.REFUSED, reason)


async def approve(unit: Unit, letter_id: UUID, proposal_id: UUID) -> None:
    """Two people agree: accounts is to freeze the money."""
    changes = Changes(unit, await store.lock(unit.connection, [letter_id]))
    letter = changes.letters[letter_id]
    moved = changes.move(letter, OUT, Step.REQUEST, proposal_id=proposal_id)
    unit.emit(announcements.funds_requested(moved))
    await changes.keep()


async def reserved(unit: Unit, batch: Sequence[Received[TransferOutReserved]]) -> None:
    """The money is frozen: settlement pays it to the account of the national list, whatever a letter says."""
    changes = await locked(unit, batch)
    codes = [letter.centre_code for letter in changes.letters.values()]
    payees = await centres.some(unit.connection, codes)
    for event, letter in acting(changes, batch, OUT, Fact.RESERVED):
        priced = changes.change(
            letter, principal_fen=event.principal_fen, interest_fen=event.interest_fen
        )
        moved = changes.move(priced, OUT, Step.PAY)
        payee = payees[letter.centre_code]
        unit.emit(announcements.approved(moved, payee, unit.clock.today()))
    await changes.keep()


async def funds_refused(unit: Unit, batch: Sequence[Received[TransferOutRefused]]) -> None:
    """The account does not allow it any more: frozen, or withdrawn from, since it was checked."""
    changes = await locked(unit, batch)
    for event, letter in acting(changes, batch, OUT, Fact.FUNDS_REFUSED):
        refuse(changes, letter, Refused(REFUSALS[event.reason_code]).detail)
    await changes.keep()


async def paid(unit: Unit, batch: Sequence[Received[TransferPaymentSucceeded]]) -> None:
    """The bank has paid: the other centre is told what the account was, and the person too."""
    changes = await locked(unit, batch)
    for event, letter in acting(changes, batch, OUT, Fact.PAID):
        moved = changes.move(letter, OUT, Step.CONFIRM, bank_serial=event.bank_serial)
        inform(changes, moved)
        changes.tell(moved, TransferNews.PAID_OUT)
    await changes.keep()


def inform(changes: Changes, letter: Letter) -> None:
    """BDC905, 0: what the account was, and what was paid."""
    assert letter.number is not None, "another centre's letter has its number"
    told = information_of(letter, settings_of(changes.unit.context).contact)
    changes.say(letter, TxCode.INFORMATION, "0", fields.information(letter.number, told))


def information_of(letter: Letter, contact: str) -> Information:
    """What is told of a letter whose money was frozen."""
    assert letter.principal_fen is not None, "accounts told it"
    assert letter.interest_fen is not None, "accounts told it"
    account, loans = letter.facts["account"], letter.facts["loans"]
    opened_on = account["opened_on"]
    return Information(
        amount_fen=letter.principal_fen + letter.interest_fen,
        principal_fen=letter.principal_fen,
        interest_fen=letter.interest_fen,
        opened_on=date.fromisoformat(opened_on) if opened_on else None,
        paid_up_to=account["paid_up_to"],
        six_months_in_a_row=account["months_in_a_row"] >= SIX_MONTHS,
        loans=loans["loans"],
        loans_ended=loans["unpaid"] == 0,
        fraud=loans["fraud"],
        contact=contact,
    )


async def payment_failed(unit: Unit, batch: Sequence[Received[TransferPaymentFailed]]) -> None:
    """The bank refused: accounts lets the money go by itself, and the letter has failed."""
    changes = await locked(unit, batch)
    for event, letter in acting(changes, batch, OUT, Fact.PAYMENT_FAILED):
        _fail(changes, letter, event.reason_text)
    await changes.keep()


async def payment_returned(unit: Unit, batch: Sequence[Received[TransferPaymentReturned]]) -> None:
    """The payment came back (退票): accounts restores the account, and the letter has failed."""
    changes = await locked(unit, batch)
    for event, letter in acting(changes, batch, OUT, Fact.PAYMENT_RETURNED):
        _fail(changes, letter, event.reason_text)
    await changes.keep()


def _fail(changes: Changes, letter: Letter, reason: str) -> None:
    assert letter.number is not None, "another centre's letter has its number"
    moved = changes.move(letter, OUT, Step.FAIL, reason_text=reason)
    changes.say(moved, TxCode.INFORMATION, "0", fields.failed(letter.number, reason))
    changes.tell(moved, TransferNews.CAME_BACK, reason)


def correction_wanted(changes: Changes, letter: Letter, reason: str) -> Reception:
    """The other centre got another sum than we told (请更正): people look at it."""
    how = OUT.receive(letter.state, Fact.CORRECTION_WANTED)
    if how is Reception.ACT:
        changes.move(letter, OUT, Step.CONSULT, reason_text=reason)
    return how


def finished(changes: Changes, letter: Letter) -> Reception:
    """The other centre has booked the money."""
    how = OUT.receive(letter.state, Fact.FINISHED)
    if how is Reception.ACT:
        steps = OUT.steps_from(letter.state)
        step = Step.FINISH if Step.FINISH in steps else Step.FINISH_AFTER
        changes.move(letter, OUT, step, reason_text="")
    return how
