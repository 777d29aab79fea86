"""An older system moves in by files (期初): kept sealed, read, compared, signed by two, then booked."""

import json
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import IO, Any
from uuid import UUID, uuid4

from accounts import announcements
from accounts.errors import Reason, Refused
from accounts.handlers import erasures
from accounts.handlers.employers import new_person
from accounts.rules.list_reading import Flaw
from accounts.rules.moving_in_layout import Field, Kind
from accounts.rules.moving_in_reading import RULE, ControlRow, MovedRow
from accounts.sealed import MOVED_PERSON, MOVING_IN_DATA
from accounts.store import moving_in_booking as booking
from accounts.store import moving_in_files as store
from accounts.store.employers import NewPerson, add_persons
from accounts.store.moving_in_files import Claim, Finding, NewBatch, NewFile
from accounts.store.rows import BatchRow, MovedPersonRow
from accounts.views import moving_in_files as views
from shared.base.claimed import Overtaken
from shared.base.id_documents import IdDocument, IdType
from shared.base.identifiers import Phone
from shared.base.money import yuan
from shared.messages.accounts import SealReason
from shared.messaging.unit import Context, Unit
from shared.sealing.files import opened_pieces, sealed_pieces
from shared.sealing.personal_data import PersonalData

DIGEST_SHOWN = 12
"""Characters of a digest that people compare."""
MAX_FLAWS_KEPT = 20_000
"""Of one file; whoever mends so many exports the rest anew."""
FILES_MAX = 200
"""Of one batch: forty million rows."""
BATCH_STATES = {"open": "录入中", "signed": "入账中", "booked": "已入账", "dropped": "已放弃"}
NOT_KEPT = ("没有这个单位，或该单位的控制总数已有一行", "已登记的单位，每个单位一行")
CHANGED = "提交复核之后文件有变动，请核对后重新提交"
NOT_READ, FLAWED = "有文件尚未读完", "有文件存在错误，请改正后重新上传"


async def begin(unit: Unit, as_of: date, source: str, actor: str) -> UUID:
    """Begin a moving in; files follow."""
    if as_of > unit.clock.today():
        raise Refused(Reason.FUTURE_DATE)
    batch_id = uuid4()
    new = NewBatch(batch_id, as_of, source, actor)
    await store.add_batch(unit.connection, new, unit.clock.now())
    return batch_id


async def receive(unit: Unit, new: NewFile, file: IO[bytes]) -> None:
    """Keep a file for reading, sealed in pieces; it takes the place of the one of the same name."""
    await _demand(unit, new.batch_id, "open")
    if await views.file_count(unit.connection, new.batch_id) >= FILES_MAX:
        raise Refused(Reason.MOVING_IN_NOT_READY, why=f"一个批次最多{FILES_MAX}个文件")
    await store.add_file(unit.connection, new, unit.clock.now())
    async for position, sealed in sealed_pieces(
        unit.personal_data, file, MOVING_IN_DATA, new.file_id
    ):
        await store.add_piece(unit.connection, new.file_id, position, sealed)


async def drop(unit: Unit, batch_id: UUID) -> None:
    """Give up what nobody has signed; its files and rows are deleted."""
    await _demand(unit, batch_id, "open")
    await store.drop(unit.connection, batch_id, unit.clock.now())


async def _demand(unit: Unit, batch_id: UUID, *states: str) -> BatchRow:
    batch = await store.lock_batch(unit.connection, batch_id)
    if batch is None:
        raise Refused(Reason.NOT_FOUND)
    if batch["state"] not in states:
        raise Refused(Reason.MOVING_IN_STATE, state=BATCH_STATES[batch["state"]])
    return batch


def pieces(context: Context[Any], file_id: UUID) -> AsyncIterator[bytes]:
    """Open a file again, piece by piece."""
    read = partial(store.piece, context.pool, file_id)
    return opened_pieces(context.personal_data, MOVING_IN_DATA, file_id, read)


def sealed_rows(
    data: PersonalData, claim: Claim, rows: Sequence[MovedRow]
) -> list[tuple[object, ...]]:
    """Seal the people of rows, each to its own; as the store takes them."""
    return [_sealed_row(data, claim, row) for row in rows]


def _sealed_row(data: PersonalData, claim: Claim, row: MovedRow) -> tuple[object, ...]:
    person = {
        "name": row.name, "id_type": row.id_type, "id_number": row.id_number, "phone": row.phone,
        "card": row.card,
    }  # fmt: skip
    document = IdDocument(IdType(row.id_type), row.id_number)
    return (
        claim.file_id, row.row, claim.batch_id, row.employer_number, row.former_number,
        data.seal(json.dumps(person, ensure_ascii=False), MOVED_PERSON, claim.file_id, row.row),
        data.lookup_hash(document.lookup_key), row.base_fen, date.fromisoformat(row.opened_on),
        date.fromisoformat(row.paid_up_to),
        date.fromisoformat(row.sealed_on) if row.sealed_on else None,
        row.seal_reason, row.carried_fen, row.year_fen, row.interest_fen, row.card is not None,
    )  # fmt: skip


async def stage_accounts(
    unit: Unit,
    claim: Claim,
    records: Sequence[tuple[object, ...]],
    flaws: Sequence[Flaw],
    lease_seconds: float,
) -> None:
    """Keep accounts that were read next, and that it goes on; raises `Overtaken`."""
    await _stage_flaws(unit, claim, len(records), flaws, lease_seconds)
    await store.add_rows(unit.connection, records)


async def stage_controls(
    unit: Unit,
    claim: Claim,
    rows: Sequence[ControlRow],
    flaws: Sequence[Flaw],
    *,
    columns: Mapping[str, int],
    lease_seconds: float,
) -> None:
    """Keep what the former books say of employers; raises `Overtaken`."""
    first = {row.employer_number: row for row in reversed(rows)}
    kept = await store.add_controls(unit.connection, claim, list(first.values()))
    column = columns.get(Field.EMPLOYER)
    wrong = [
        Flaw(row.row, column, Field.EMPLOYER, row.employer_number, *NOT_KEPT, RULE)
        for row in rows
        if row.employer_number not in kept or first[row.employer_number] is not row
    ]
    told = sorted([*flaws, *wrong], key=lambda flaw: flaw.row)
    await _stage_flaws(unit, claim, len(rows), told, lease_seconds)


async def _stage_flaws(
    unit: Unit, claim: Claim, rows: int, flaws: Sequence[Flaw], lease_seconds: float
) -> None:
    told = await store.keep_reading(unit.connection, claim, rows, len(flaws), lease_seconds)
    if told is None:
        raise Overtaken
    before = told - len(flaws)
    kept = flaws[: max(MAX_FLAWS_KEPT - before, 0)]
    await store.add_flaws(unit.connection, claim.file_id, kept, before)


async def give_up(unit: Unit, claim: Claim, why: str) -> None:
    """Keep that a file cannot be read, and why."""
    await store.end_reading(unit.connection, claim, "unreadable", unit.clock.now(), why=why)


async def conclude(
    unit: Unit, claim: Claim, columns: Mapping[str, int], ignored: Sequence[str]
) -> None:
    """Hold a whole file against what is known here; it is ready where nothing is wrong."""
    flaws = await store.flaw_count(unit.connection, claim)
    if flaws is None:
        return
    if claim.kind is Kind.ACCOUNTS:
        found = await store.findings(unit.connection, claim, MAX_FLAWS_KEPT)
        told = [flaw for finding in found for flaw in _finding_flaws(finding, columns)]
        await _stage_flaws(unit, claim, 0, told, 0)
        flaws += len(told)
    state = "flawed" if flaws else "ready"
    await store.end_reading(unit.connection, claim, state, unit.clock.now(), ignored=ignored)


def _finding_flaws(found: Finding, columns: Mapping[str, int]) -> Iterator[Flaw]:
    def flaw(name: Field, value: str, reason: str, allowed: str, rule: str) -> Flaw:
        return Flaw(found.row_number, columns.get(name), name, value, reason, allowed, rule)

    if found.no_employer:
        told = ("没有这个单位", "请先登记单位，填本系统的单位账号", "R-ACC-6")
        yield flaw(Field.EMPLOYER, found.employer_number, *told)
    if found.twice:
        told = ("同一证件号码在本批次中已有一行", "一名职工只移入一个账户", "R-ACC-8")
        yield flaw(Field.ID_NUMBER, "", *told)
    if found.has_account:
        told = ("该职工在本系统已有个人账户", "请删去该行，按业务办理转移或合并", "R-ACC-8")
        yield flaw(Field.ID_NUMBER, "", *told)


async def examine(unit: Unit, batch_id: UUID, digest: str) -> str:
    """Demand that a batch can be signed: all read, nothing wrong, no difference; return what is signed.

    `digest`: of the files that are meant. Others of the same sums are not what the other person has read.
    """
    batch = await _demand(unit, batch_id, "open", "signed")
    if await views.digest(unit.connection, batch_id) != digest:
        raise Refused(Reason.MOVING_IN_NOT_READY, why=CHANGED)
    totals = await views.totals(unit.connection, batch_id)
    if batch["state"] == "signed":
        if not totals["held"]:
            raise Refused(Reason.MOVING_IN_STATE, state=BATCH_STATES["signed"])
        return f"重新录入期初批次中未能入账的{totals['held']}个单位（{batch['source']}）"
    why = NOT_READ if totals["unread"] else FLAWED if totals["flawed"] else None
    if why is None and not totals["people"]:
        why = "没有账户"
    if why is None and totals["differing"]:
        why = f"与原账控制总数有差异的单位{totals['differing']}个，请看差异报告"
    if why is not None:
        raise Refused(Reason.MOVING_IN_NOT_READY, why=why)
    return (
        f"录入期初（{batch['as_of']}，{batch['source']}）：{totals['employers']}个单位、"
        f"{totals['people']}户，本金{yuan(totals['principal_fen'])}元，"
        f"应付利息{yuan(totals['interest_fen'])}元，合计"
        f"{yuan(totals['principal_fen'] + totals['interest_fen'])}元，"
        f"收款银行卡{totals['cards']}张，文件指纹{digest[:DIGEST_SHOWN]}"
    )


async def sign(unit: Unit, batch_id: UUID, signed_by: tuple[UUID, UUID]) -> None:
    """Let what `examine` has found right be booked, in the same transaction."""
    await store.sign(unit.connection, batch_id, signed_by, unit.clock.now())


async def book_next(unit: Unit, people: int) -> bool:
    """Open and book the accounts of the next employers; True where there may be more.

    One transaction a portion: whoever is killed leaves it as if it had not begun, and what is booked is
    marked with it.
    """
    connection = unit.connection
    batch = await booking.next_batch(connection)
    if batch is None:
        return False
    taken = await booking.take(connection, batch["id"], people)
    if not taken:
        await booking.end(connection, batch["id"], unit.clock.now())
        return False
    busy = await booking.busy(connection, batch["id"], taken)
    await booking.hold(
        connection,
        batch["id"],
        {number: f"其中{count}人在复核之后已在本系统开户" for number, count in busy.items()},
    )
    employers = [number for number in taken if number not in busy]
    if employers:
        await _book(unit, batch, employers)
    return True


async def _book(unit: Unit, batch: BatchRow, employers: Sequence[str]) -> None:
    connection, today = unit.connection, unit.clock.today()
    actor = f"moving-in:{batch['id']}"
    rows = await booking.people(connection, batch["id"], employers)
    told = [(row, _told(unit.personal_data, row)) for row in rows]
    new = [_person(unit.personal_data, row, person) for row, person in told]
    cards = {row["id_number_hash"]: person.get("card") for row, person in told}
    if await add_persons(connection, new):
        # Somebody got an account in this very moment: the next round holds the employer.
        raise Overtaken
    await erasures.welcome_back(unit, new)
    opened = await booking.open_accounts(connection, batch, employers, today, actor)
    for account in opened:
        unit.emit(
            announcements.account_opened(account, account["employer_number"], unit.personal_data)
        )
        if card := cards[account["id_number_hash"]]:
            unit.emit(announcements.card_moved_in(account["person_id"], card, today))
    await booking.book(connection, batch["id"], employers, unit.clock.now(), today)
    for row in await booking.seal(connection, batch["id"], employers, actor):
        reason, month = SealReason(row["seal_reason"]), row["sealed_month"]
        unit.emit(announcements.account_sealed(row, reason, row["sealed_on"], month))


def _told(data: PersonalData, row: MovedPersonRow) -> dict[str, str]:
    sealed = data.open(row["person_sealed"], MOVED_PERSON, row["file_id"], row["row_number"])
    told: dict[str, str] = json.loads(sealed)
    return told


def _person(data: PersonalData, row: MovedPersonRow, told: Mapping[str, str]) -> NewPerson:
    return new_person(
        data,
        uuid4(),
        name=told["name"],
        document=IdDocument(IdType(told["id_type"]), told["id_number"]),
        phone=Phone(told["phone"]),
        base_fen=row["base_fen"],
        opened_on=row["opened_on"],
    )


async def forget_old(unit: Unit, keep_days: int) -> int:
    """Give up what nobody has signed in its time; return how many."""
    now = unit.clock.now()
    found = await store.old(unit.connection, now - timedelta(days=keep_days))
    for batch_id in found:
        await store.drop(unit.connection, batch_id, now)
    return len(found)
