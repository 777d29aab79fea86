"""What staff do with letters: two people let money out or in, or give up; one has it said again."""

from uuid import UUID

from shared.messages.transfers import Direction, TransferNews
from shared.messaging.states import IllegalMove
from shared.messaging.unit import Unit
from transfers.domain import STATE_TEXTS, Letter, LetterState
from transfers.errors import Reason, Refused
from transfers.handlers import incoming, outgoing
from transfers.handlers.changes import Changes
from transfers.process import IN, OUT, Step
from transfers.rules import matching
from transfers.store import centres, dispatches, receipts
from transfers.store import letters as store


async def locked(unit: Unit, letter_id: UUID, direction: Direction) -> tuple[Changes, Letter]:
    """Lock a letter of a direction; raises `Refused`."""
    changes = Changes(unit, await store.lock(unit.connection, [letter_id]))
    letter = changes.letters.get(letter_id)
    if letter is None or letter.direction is not direction:
        raise Refused(Reason.NOT_FOUND)
    return changes, letter


def wrong_state(letter: Letter) -> Refused:
    """Say that it is not possible as the letter stands."""
    return Refused(Reason.WRONG_STATE, state=STATE_TEXTS[letter.state])


async def approvable(unit: Unit, letter_id: UUID) -> Letter:
    """Lock a letter whose money two people may let out; raises `Refused`."""
    _, letter = await locked(unit, letter_id, Direction.OUT)
    _demand(letter, Step.REQUEST)
    payee = await centres.one(unit.connection, letter.centre_code)
    if payee is None or not payee.account or not payee.account_name:
        raise Refused(Reason.CENTRE_WITHOUT_ACCOUNT)
    return letter


async def refusable(unit: Unit, letter_id: UUID) -> Letter:
    """Lock a letter that two people may refuse; raises `Refused`."""
    _, letter = await locked(unit, letter_id, Direction.OUT)
    if letter.state not in (LetterState.RECEIVED, LetterState.WAITING):
        raise wrong_state(letter)
    return letter


async def refuse(unit: Unit, letter_id: UUID, reason: str) -> None:
    """Two people do not move the account."""
    changes, letter = await locked(unit, letter_id, Direction.OUT)
    outgoing.refuse(changes, letter, reason)
    await changes.keep()


def _demand(letter: Letter, step: Step) -> None:
    try:
        (IN if letter.direction is Direction.IN else OUT).target_of(letter.state, step)
    except IllegalMove as error:
        raise wrong_state(letter) from error


async def bookable(unit: Unit, letter_id: UUID) -> Letter:
    """Lock a letter of ours whose money is there, agrees, and was not claimed; raises `Refused`."""
    _, letter = await locked(unit, letter_id, Direction.IN)
    if letter.state not in matching.AWAITS_MONEY:
        raise wrong_state(letter)
    seen = (await receipts.of_letters(unit.connection, [letter_id]))[letter_id]
    free = [one for one in seen if not one.used and one.amount_fen == letter.amount_fen]
    if letter.bank_serial is not None or not free:
        raise Refused(Reason.MONEY_MISSING)
    return letter


async def book(unit: Unit, letter_id: UUID, proposal_id: UUID) -> None:
    """Two people have looked: what came is booked."""
    await bookable(unit, letter_id)
    changes, letter = await locked(unit, letter_id, Direction.IN)
    await incoming.settle(changes, [changes.change(letter, proposal_id=proposal_id)])
    await changes.keep()


async def forsaken(unit: Unit, letter_id: UUID) -> Letter:
    """Lock a letter of ours that may be given up, as no money came; raises `Refused`."""
    _, letter = await locked(unit, letter_id, Direction.IN)
    _demand(letter, Step.FAIL)
    seen = (await receipts.of_letters(unit.connection, [letter_id]))[letter_id]
    if any(not one.used for one in seen):
        raise Refused(Reason.MONEY_THERE)
    return letter


async def give_up(unit: Unit, letter_id: UUID, proposal_id: UUID, reason: str) -> None:
    """Two people say that nothing will come of it: the person may ask again."""
    changes, letter = await locked(unit, letter_id, Direction.IN)
    moved = changes.move(letter, IN, Step.FAIL, proposal_id=proposal_id, reason_text=reason)
    changes.tell(moved, TransferNews.REFUSED, reason)
    await changes.keep()


async def tell_again(unit: Unit, letter_id: UUID, by: UUID) -> Letter:
    """Tell the other centre once more what was paid (协商中, or the message was refused)."""
    changes, letter = await locked(unit, letter_id, Direction.OUT)
    if letter.state not in (LetterState.PAID, LetterState.CONSULTING):
        raise wrong_state(letter)
    outgoing.inform(changes, letter)
    await dispatches.seen(unit.connection, letter_id, by)
    await changes.keep()
    return letter
