"""What takes two people here: whoever could let money out or in alone could move it anywhere (R-TRF-4)."""

from uuid import UUID

from shared.base.money import Fen
from shared.identity.principal import Principal
from shared.messages.transfers import Direction
from shared.messaging.unit import Unit
from shared.operations.parking.operation import SET_ASIDE
from shared.proposals.operation import Decision, Facts, Operation
from transfers.domain import Letter
from transfers.handlers import deciding, outgoing
from transfers.shapes.letters import LetterAnswer, OnLetter


def _facts(letter: Letter, deed: str, fen: int | None) -> Facts:
    people = frozenset({letter.person_id} if letter.person_id else ())
    summary = f"{deed}（{letter.centre_name}，联系函{letter.number}）"
    return Facts(str(letter.letter_id), summary, people, Fen(fen) if fen else None)


async def _shown(unit: Unit, letter_id: UUID, direction: Direction) -> LetterAnswer:
    _, letter = await deciding.locked(unit, letter_id, direction)
    return LetterAnswer.of(letter)


async def _examine_approval(unit: Unit, body: OnLetter, _by: Principal) -> Facts:
    letter = await deciding.approvable(unit, body.letter_id)
    account = letter.facts["account"]
    fen = account["balance_fen"] + account["interest_fen"]
    return _facts(letter, "同意账户转出并划转资金", fen)


async def _approve(unit: Unit, body: OnLetter, decision: Decision) -> LetterAnswer:
    await outgoing.approve(unit, body.letter_id, decision.proposal_id)
    return await _shown(unit, body.letter_id, Direction.OUT)


async def _examine_refusal(unit: Unit, body: OnLetter, _by: Principal) -> Facts:
    return _facts(await deciding.refusable(unit, body.letter_id), "不予转出", None)


async def _refuse(unit: Unit, body: OnLetter, decision: Decision) -> LetterAnswer:
    await deciding.refuse(unit, body.letter_id, decision.reason)
    return await _shown(unit, body.letter_id, Direction.OUT)


async def _examine_booking(unit: Unit, body: OnLetter, _by: Principal) -> Facts:
    letter = await deciding.bookable(unit, body.letter_id)
    return _facts(letter, "转入资金入账", letter.amount_fen)


async def _book(unit: Unit, body: OnLetter, decision: Decision) -> LetterAnswer:
    await deciding.book(unit, body.letter_id, decision.proposal_id)
    return await _shown(unit, body.letter_id, Direction.IN)


async def _examine_giving_up(unit: Unit, body: OnLetter, _by: Principal) -> Facts:
    return _facts(await deciding.forsaken(unit, body.letter_id), "终止异地转入", None)


async def _give_up(unit: Unit, body: OnLetter, decision: Decision) -> LetterAnswer:
    await deciding.give_up(unit, body.letter_id, decision.proposal_id, decision.reason)
    return await _shown(unit, body.letter_id, Direction.IN)


APPROVE = Operation("transfer_out.approve", "同意转出", OnLetter, _examine_approval, _approve)
REFUSE = Operation("transfer_out.refuse", "不予转出", OnLetter, _examine_refusal, _refuse)
BOOK = Operation("transfer_in.book", "转入资金入账", OnLetter, _examine_booking, _book)
GIVE_UP = Operation("transfer_in.give_up", "终止异地转入", OnLetter, _examine_giving_up, _give_up)
OPERATIONS = (APPROVE, REFUSE, BOOK, GIVE_UP, SET_ASIDE)
