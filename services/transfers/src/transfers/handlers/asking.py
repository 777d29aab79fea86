"""A citizen has the account elsewhere moved here (转入): asked for, and cancelled while that is possible."""

import json
from dataclasses import asdict
from uuid import UUID, uuid4

from shared.messages.transfers import Direction, TransferNews
from shared.messaging.unit import Unit
from shared.sealing.personal_data import PersonalData
from transfers import announcements
from transfers.domain import Letter, LetterState, Subject
from transfers.errors import Reason, Refused
from transfers.handlers.changes import Changes
from transfers.platform.port import TxCode
from transfers.process import IN, Step
from transfers.rules import fields
from transfers.sealed import SUBJECT
from transfers.settings import settings_of
from transfers.store import centres
from transfers.store import letters as store


async def ask(
    unit: Unit, person_id: UUID, centre_code: str, account_there: str | None, channel: str
) -> Letter:
    """Store what is wanted, and ask accounts whether the account here may take it. Raises `Refused`."""
    if centre_code == settings_of(unit.context).centre_code:
        raise Refused(Reason.OWN_CENTRE)
    centre = await centres.one(unit.connection, centre_code)
    if centre is None:
        raise Refused(Reason.UNKNOWN_CENTRE)
    await store.lock_person(unit.connection, person_id)
    if await store.has_open_in(unit.connection, person_id):
        raise Refused(Reason.LETTER_OPEN)
    letter_id, now = uuid4(), unit.clock.now()
    letter = Letter(
        letter_id=letter_id,
        direction=Direction.IN,
        state=IN.target_of(None, Step.ASK),
        centre_code=centre.code,
        centre_name=centre.name,
        channel=channel,
        asked_at=now,
        state_since=now,
        person_id=person_id,
        subject_sealed=sealed(unit, letter_id, Subject("", "", "", account_there)),
    )
    await store.add(unit.connection, letter)
    unit.emit(announcements.in_asked(letter_id, person_id))
    return letter


async def cancel(unit: Unit, person_id: UUID, letter_id: UUID) -> Letter:
    """Take it back: at once before a letter was written, by the platform's word after. Raises `Refused`.

    Only the platform knows whether the other centre was faster (R-TRF-4).
    """
    changes = Changes(unit, await store.lock(unit.connection, [letter_id]))
    letter = changes.letters.get(letter_id)
    if letter is None or letter.direction is not Direction.IN or letter.person_id != person_id:
        raise Refused(Reason.NOT_FOUND)
    number = letter.number
    if letter.state is LetterState.ASKED:
        letter = changes.move(letter, IN, Step.CANCEL)
        changes.tell(letter, TransferNews.CANCELLED)
    elif letter.state is not LetterState.REVIEWED or number is None:
        raise Refused(Reason.NOT_CANCELLABLE)
    elif not letter.cancel_wanted:
        letter = changes.change(letter, cancel_wanted=True)
        changes.say(letter, TxCode.CANCEL, "0", fields.numbered(number, "职工撤销申请"))
    await changes.keep()
    return letter


def sealed(unit: Unit, letter_id: UUID, subject: Subject) -> str:
    """Seal whom a letter is about to its row."""
    text = json.dumps(asdict(subject), ensure_ascii=False)
    return unit.personal_data.seal(text, SUBJECT, letter_id)


def subject_of(data: PersonalData, letter: Letter) -> Subject:
    """Open whom a letter is about."""
    assert letter.subject_sealed is not None, "a letter is about somebody"
    text = data.open(letter.subject_sealed, SUBJECT, letter.letter_id)
    return Subject(**json.loads(text))
