"""A booked contribution put right (错缴更正): by reversal and a new entry, by two people (R-BK-2)."""

from uuid import UUID, uuid4

from accounts import deposit_announcements
from accounts.errors import Reason, Refused
from accounts.rules.correction import Wrong, flaw
from accounts.sealed import PAYER_ACCOUNT
from accounts.store import corrections as store
from accounts.store.corrections import Found, NewItem, Signed, Source
from shared.messaging.unit import Unit


async def check(unit: Unit, wrong: Wrong) -> tuple[Found, Source]:
    """Lock what a correction is about; raises `NOT_FOUND`, `CANNOT_CORRECT`."""
    found = await store.find(unit.connection, wrong, unit.clock.today())
    if found is None:
        raise Refused(Reason.NOT_FOUND)
    why = flaw(wrong, found.here, found.there)
    source = found.source
    if why is None and (source is None or source.employer_number is None):
        why = f"{wrong.month}没有可以更正的入账"
    if why is None and source is not None and source.left_fen < wrong.amount_fen:
        why = "该月分次入账，应按每次入账的金额分别更正"
    if why is not None:
        raise Refused(Reason.CANNOT_CORRECT, number=wrong.account_number, why=why)
    assert source is not None
    return found, source


async def correct(unit: Unit, wrong: Wrong, signed: Signed) -> UUID:
    """Book a correction and tell whom it is about; raises what `check` does."""
    found, source = await check(unit, wrong)
    correction_id = uuid4()
    item = await _item(unit, correction_id, source)
    await store.book(
        unit.connection,
        correction_id,
        wrong,
        source,
        signed=signed,
        item=item,
        now=unit.clock.now(),
        today=unit.clock.today(),
    )
    unit.emit(deposit_announcements.deposit_corrected(correction_id, wrong, found.person_id, -1))
    if found.to_person_id is not None and wrong.to_account_number is not None:
        event = deposit_announcements.deposit_corrected(correction_id, wrong, found.to_person_id, 1)
        unit.emit(event)
    return correction_id


async def _item(unit: Unit, correction_id: UUID, source: Source) -> NewItem:
    """As what the money would lie in suspense: of the account that had paid it."""
    serial, data = f"GZ{correction_id.hex}", unit.personal_data
    sealed = await store.payer_account(unit.connection, source)
    if sealed is None:
        return NewItem(serial, None)
    account = data.open(sealed, PAYER_ACCOUNT, source.bank_serial)
    return NewItem(serial, data.seal(account, PAYER_ACCOUNT, serial))
