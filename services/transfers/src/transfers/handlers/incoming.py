"""Letters of ours (转入) go on: what accounts, the other centre and the bank say, in whichever order."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from uuid import UUID

from shared.messages.cross_city import (
    TransferInAccountTold,
    TransferInBooked,
    TransferInRefusal,
    TransferInWithheld,
)
from shared.messages.settlement import ReceiptCredited
from shared.messages.transfers import TransferNews
from shared.messaging.states import Reception
from shared.messaging.unit import Received, Unit, events_of
from transfers import announcements
from transfers.domain import Information, Letter, LetterState, Seen, Subject
from transfers.errors import Reason, Refused
from transfers.handlers import asking
from transfers.handlers.changes import Changes, acting, locked
from transfers.platform.port import TxCode
from transfers.process import IN, Fact, Step
from transfers.rules import fields, matching
from transfers.rules.numbers import SERIAL_MAX, number_of, numbers_in
from transfers.settings import settings_of
from transfers.store import letters as store
from transfers.store import receipts

WITHHELD_TEXTS: Mapping[TransferInRefusal, str] = {
    TransferInRefusal.NO_OPEN_ACCOUNT: "职工在本中心已没有可接收资金的账户",
    TransferInRefusal.RECEIPT_USED: "该笔来款已作他用",
    TransferInRefusal.OTHER_AMOUNT: "该笔来款金额与账户信息不符",
}


async def account_told(unit: Unit, batch: Sequence[Received[TransferInAccountTold]]) -> None:
    """Accounts has answered: the letter is written, or there is none."""
    changes = await locked(unit, batch)
    policy = await store.policy_of(unit.connection, unit.clock.today())
    for event, letter in acting(changes, batch, IN, Fact.ACCOUNT_TOLD):
        refusal = _refusal(event, policy.months_deposited)
        if refusal is not None:
            moved = changes.move(letter, IN, Step.NOT_SEND, reason_text=refusal.detail)
            changes.tell(moved, TransferNews.REFUSED, refusal.detail)
            continue
        serial = await store.next_serial(unit.connection, unit.clock.today(), SERIAL_MAX)
        if serial is None:
            refusal = Refused(Reason.NUMBERS_USED_UP)
            moved = changes.move(letter, IN, Step.NOT_SEND, reason_text=refusal.detail)
            changes.tell(moved, TransferNews.REFUSED, refusal.detail)
            continue
        _write(changes, letter, event, serial)
    await changes.keep()


def _refusal(event: TransferInAccountTold, months: int) -> Refused | None:
    if event.account_number is None or event.name is None or event.id_number is None:
        return Refused(Reason.NO_ACCOUNT)
    if event.months_deposited < months:
        return Refused(Reason.TOO_FEW_MONTHS, months=months, deposited=event.months_deposited)
    return None


def _write(changes: Changes, letter: Letter, event: TransferInAccountTold, serial: int) -> None:
    """Number the letter and have it sent (联系函)."""
    unit, settings = changes.unit, settings_of(changes.unit.context)
    assert event.name is not None, "refused before"
    assert event.id_number is not None, "refused before"
    assert event.account_number is not None, "refused before"
    known = asking.subject_of(unit.personal_data, letter)
    subject = Subject(event.name, event.id_type or "01", event.id_number, known.account_there)
    number = number_of(settings.centre_code, unit.clock.today(), serial)
    moved = changes.move(
        letter,
        IN,
        Step.REVIEW,
        number=number,
        account_number=event.account_number,
        subject_sealed=asking.sealed(unit, letter.letter_id, subject),
    )
    own = fields.OwnCentre(settings.centre_code, settings.centre_name, settings.contact)
    told = fields.letter(number, subject, letter.centre_code, own, event.account_number)
    changes.say(moved, TxCode.LETTER, "0", told)
    changes.tell(moved, TransferNews.SENT)


def received(changes: Changes, letter: Letter) -> Reception:
    """The other centre has the letter: it cannot be cancelled any more."""
    how = IN.receive(letter.state, Fact.RECEIVED)
    if how is Reception.ACT:
        moved = changes.move(letter, IN, Step.RECEIVE, cancel_wanted=False)
        changes.tell(moved, TransferNews.RECEIVED)
    return how


def refused(changes: Changes, letter: Letter, reason: str) -> Reception:
    """The other centre does not move the account."""
    how = IN.receive(letter.state, Fact.REFUSED)
    if how is Reception.ACT:
        moved = changes.move(letter, IN, Step.REFUSE, reason_text=reason)
        changes.tell(moved, TransferNews.REFUSED, reason)
    return how


def failed(changes: Changes, letter: Letter, reason: str) -> Reception:
    """The other centre, or the platform, gives it up; money that is claimed is beyond that."""
    how = IN.receive(letter.state, Fact.FAILED)
    if how is Reception.ACT and letter.bank_serial is not None:
        return Reception.CONTRADICTION
    if how is Reception.ACT:
        moved = changes.move(letter, IN, Step.FAIL, reason_text=reason)
        changes.tell(moved, TransferNews.REFUSED, reason)
    return how


def cancelled(changes: Changes, letter: Letter) -> None:
    """The platform has cancelled it before the other centre had it."""
    if letter.state is LetterState.REVIEWED:
        changes.tell(changes.move(letter, IN, Step.CANCEL), TransferNews.CANCELLED)


async def informed(changes: Changes, letter: Letter, told: Information) -> Reception:
    """The other centre says what the account was and what it paid; a claim that runs is not touched."""
    how = IN.receive(letter.state, Fact.INFORMED)
    if how is not Reception.ACT or letter.bank_serial is not None:
        return Reception.STALE if how is Reception.ACT else how
    first = letter.state not in matching.AWAITS_MONEY
    step = Step.CORRECT if letter.state is LetterState.CONSULTING else Step.INFORM
    moved = changes.move(
        letter,
        IN,
        step,
        cancel_wanted=False,
        principal_fen=told.principal_fen,
        interest_fen=told.interest_fen,
        facts={**letter.facts, "information": _plain(told)},
    )
    if first:
        changes.tell(moved, TransferNews.ON_THE_WAY)
    await settle(changes, [moved])
    return how


def _plain(told: Information) -> dict[str, object]:
    plain = asdict(told)
    return plain | {"opened_on": str(told.opened_on) if told.opened_on else None}


async def receipts_credited(unit: Unit, batch: Sequence[Received[ReceiptCredited]]) -> None:
    """The bank booked receipts: those that name a letter of ours are held against it."""
    own = settings_of(unit.context).centre_code
    named = {
        event.bank_serial: (event, numbers)
        for event in events_of(batch)
        if event.amount_fen > 0 and (numbers := numbers_in(event.remittance_information, own))
    }
    if not named:
        return
    numbers = sorted({number for _, some in named.values() for number in some})
    known = await store.lock_numbered(unit.connection, numbers)
    came = []
    for event, some in named.values():
        found = [known[number] for number in some if number in known]
        if len(found) == 1:
            came.append(_seen(event, found[0].letter_id))
    if not came:
        return
    await receipts.add(unit.connection, came, unit.clock.now())
    changes = Changes(unit, {letter.letter_id: letter for letter in known.values()})
    await settle(changes, list(changes.letters.values()))
    await changes.keep()


def _seen(event: ReceiptCredited, letter_id: UUID) -> Seen:
    return Seen(event.bank_serial, letter_id, event.amount_fen, event.value_date, used=False)


async def settle(changes: Changes, some: Sequence[Letter]) -> None:
    """Hold what came against what was told: claim it, ask for a correction, or wait."""
    unit = changes.unit
    seen = await receipts.of_letters(unit.connection, [letter.letter_id for letter in some])
    policy = await store.policy_of(unit.connection, unit.clock.today())
    for letter in some:
        match matching.judge(letter, seen[letter.letter_id], policy):
            case matching.Claim(bank_serial):
                claimed = changes.change(letter, bank_serial=bank_serial, reason_text="")
                unit.emit(announcements.in_claimed(claimed, bank_serial))
            case matching.Differs(words) if words != letter.reason_text:
                _ask_for_correction(changes, letter, words)


def _ask_for_correction(changes: Changes, letter: Letter, words: str) -> None:
    """BDC905, 1: what was told and what came are not the same."""
    assert letter.number is not None, "money was told for it"
    moved = changes.move(letter, IN, Step.CONSULT, reason_text=words)
    changes.say(moved, TxCode.INFORMATION, "1", fields.numbered(letter.number, words))


async def booked(unit: Unit, batch: Sequence[Received[TransferInBooked]]) -> None:
    """The money is on the account: the other centre is told that it is done."""
    changes = await locked(unit, batch)
    used = []
    for event, letter in acting(changes, batch, IN, Fact.BOOKED):
        assert letter.number is not None, "money was told for it"
        consulted = letter.state is LetterState.CONSULTING
        step = Step.FINISH_AFTER if consulted else Step.FINISH
        moved = changes.move(letter, IN, step, bank_serial=event.bank_serial, reason_text="")
        changes.say(moved, TxCode.INFORMATION, "2", fields.numbered(letter.number))
        changes.tell(moved, TransferNews.BOOKED)
        used.append(event.bank_serial)
    await changes.keep()
    await receipts.use(unit.connection, used)


async def withheld(unit: Unit, batch: Sequence[Received[TransferInWithheld]]) -> None:
    """The money could not be booked: it lies in suspense, and people look at it."""
    changes = await locked(unit, batch)
    used = []
    for event, letter in acting(changes, batch, IN, Fact.WITHHELD):
        if event.bank_serial != letter.bank_serial:
            continue
        words = WITHHELD_TEXTS[event.reason_code]
        changes.move(
            letter, IN, Step.CONSULT, bank_serial=None, proposal_id=None, reason_text=words
        )
        if event.reason_code is not TransferInRefusal.NO_OPEN_ACCOUNT:
            used.append(event.bank_serial)
    await changes.keep()
    await receipts.use(unit.connection, used)


async def progressed(unit: Unit, number: str, told: Mapping[str, str]) -> None:
    """The platform says how far a letter is (BDC904): what it pushed may have been lost."""
    known = await store.lock_numbered(unit.connection, [number])
    letter = known.get(number)
    if letter is None:
        return
    changes = Changes(unit, {letter.letter_id: letter})
    match told.get("TranState"):
        case "02":
            received(changes, letter)
        case "05" if letter.cancel_wanted:
            cancelled(changes, letter)
        case "08" if letter.state is not LetterState.INFORMED:
            await informed(changes, letter, fields.read_information(told))
        case "13":
            refused(changes, letter, fields.read_reason(told))
        case "40":
            failed(changes, letter, fields.read_reason(told))
    await changes.keep()
