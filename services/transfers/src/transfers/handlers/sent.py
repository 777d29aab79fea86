"""What the platform said to what we sent: kept once; the letter goes on by it, or people look at it."""

from collections.abc import Sequence
from datetime import timedelta

from shared.base.telemetry import get_logger
from shared.messaging.unit import Unit
from transfers.domain import Centre
from transfers.handlers import incoming
from transfers.handlers.changes import Changes
from transfers.platform.port import Answer, TxCode
from transfers.store import centres, dispatches
from transfers.store import letters as store
from transfers.store.dispatches import Dispatch

TEXT_MAX_CHARACTERS = 255
log = get_logger()


async def answered(unit: Unit, sent: Dispatch, answer: Answer) -> None:
    """Keep an answer and let the letter go on."""
    kept = await dispatches.answered(
        unit.connection,
        sent.dispatch_id,
        taken=answer.accepted,
        now=unit.clock.now(),
        code=answer.code[:TEXT_MAX_CHARACTERS],
        text=answer.text[:TEXT_MAX_CHARACTERS],
    )
    if not kept:
        return
    if not answer.accepted:
        log.warning("platform refused a message", code=sent.code, reason=answer.code)
    changes = Changes(unit, await store.lock(unit.connection, [sent.letter_id]))
    letter = changes.letters[sent.letter_id]
    if sent.code is TxCode.CANCEL and answer.accepted:
        incoming.cancelled(changes, letter)
    elif sent.code is TxCode.CANCEL and letter.cancel_wanted:
        changes.change(letter, cancel_wanted=False)
    elif sent.code is TxCode.LETTER and sent.function == "0" and not answer.accepted:
        incoming.failed(changes, letter, answer.text)
    await changes.keep()


async def postponed(unit: Unit, sent: Dispatch, longest: timedelta) -> None:
    """No answer: it is said again later, each time after twice the pause."""
    pause = min(timedelta(seconds=2 ** min(sent.attempts - 1, 16)), longest)
    await dispatches.again_after(unit.connection, sent.dispatch_id, pause)


async def centres_told(unit: Unit, told: Sequence[Centre]) -> None:
    """The national list was fetched."""
    if told:
        await centres.keep(unit.connection, told, unit.clock.now())
