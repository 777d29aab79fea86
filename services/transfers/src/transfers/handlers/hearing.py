"""What the platform asks of us: others' letters, and answers to ours. One transaction, one answer."""

from collections.abc import Mapping

from shared.messages.transfers import Direction
from shared.messaging.states import Reception
from shared.messaging.unit import Unit
from transfers.domain import Letter
from transfers.errors import Refused
from transfers.handlers import incoming, outgoing
from transfers.handlers.changes import Changes
from transfers.platform.port import Answer, Message, TxCode
from transfers.rules import fields
from transfers.rules.fields import BadFields
from transfers.store import letters as store

TAKEN = Answer(accepted=True)
UNKNOWN_LETTER = Answer(accepted=False, code="E001", text="没有该联系函")
WRONG_STATE = Answer(accepted=False, code="E003", text="联系函状态不符")
UNKNOWN_FUNCTION = Answer(accepted=False, code="E004", text="未知的交易或功能")


async def hear(unit: Unit, message: Message) -> Answer | None:
    """Do what is asked, as often as it comes; None: it is too early, and comes again."""
    try:
        if (message.code, message.fields.get("TxFunc")) == (TxCode.LETTER, "0"):
            await outgoing.arrived(unit, fields.read_letter(message.fields))
            return TAKEN
        return await _about_a_letter(unit, message)
    except BadFields as error:
        return Answer(accepted=False, code="E002", text=f"字段有误：{error}")
    except Refused as error:
        return Answer(accepted=False, code="E005", text=error.detail)


async def _about_a_letter(unit: Unit, message: Message) -> Answer | None:
    number = fields.read_number(message.fields)
    letter = (await store.lock_numbered(unit.connection, [number])).get(number)
    if letter is None:
        return UNKNOWN_LETTER
    changes = Changes(unit, {letter.letter_id: letter})
    if letter.direction is Direction.IN:
        how = await _to_ours(changes, letter, message)
    else:
        how = _to_theirs(changes, letter, message)
    await changes.keep()
    match how:
        case None:
            return UNKNOWN_FUNCTION
        case Reception.EARLY:
            return None
        case Reception.CONTRADICTION:
            return WRONG_STATE
    return TAKEN


async def _to_ours(changes: Changes, letter: Letter, message: Message) -> Reception | None:
    """The other centre answers a letter of ours (转入)."""
    told: Mapping[str, str] = message.fields
    bad = told.get("Feedback") == fields.FAILED
    match message.code, told.get("TxFunc"):
        case TxCode.LETTER, "1" if bad:
            return incoming.refused(changes, letter, fields.read_reason(told))
        case TxCode.LETTER, "1":
            return incoming.received(changes, letter)
        case TxCode.INFORMATION, "0" if bad:
            return incoming.failed(changes, letter, fields.read_reason(told))
        case TxCode.INFORMATION, "0":
            return await incoming.informed(changes, letter, fields.read_information(told))
    return None


def _to_theirs(changes: Changes, letter: Letter, message: Message) -> Reception | None:
    """The other centre goes on with its own letter (转出)."""
    match message.code, message.fields.get("TxFunc"):
        case TxCode.CANCEL, _:
            return outgoing.cancelled(changes, letter)
        case TxCode.INFORMATION, "1":
            reason = fields.read_reason(message.fields)
            return outgoing.correction_wanted(changes, letter, reason)
        case TxCode.INFORMATION, "2":
            return outgoing.finished(changes, letter)
    return None
