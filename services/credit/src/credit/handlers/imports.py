"""Files that are handed in: kept sealed, read, previewed, accepted by another person, taken bit by bit."""

import json
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import IO, Any
from uuid import UUID, uuid4

from credit import metrics
from credit.domain import (
    IMPORT_STATE_TEXTS,
    ImportKind,
    ImportState,
    RecordKind,
    RecordState,
    Row,
    SubjectKind,
)
from credit.errors import Reason, Refused
from credit.handlers.records import subjects_of, written
from credit.process import Step
from credit.rules.codes import register_of
from credit.rules.import_reading import Head, ReadRow, RowFlaw, Whole, cell_of, entry_of
from credit.sealed import IMPORT_PIECE, IMPORT_ROW
from credit.store import imports as store
from credit.store import policies, takings
from credit.store import records as record_store
from credit.store.imports import Claim, NewFile, Outcome, StagedRow
from credit.store.takings import Taking
from shared.base.claimed import Overtaken
from shared.base.identifiers import mask_id_number
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Context, Unit
from shared.proposals.operation import Decision
from shared.sealing.files import opened_pieces, sealed_pieces
from shared.sealing.personal_data import PersonalData

MAX_FLAWS_KEPT = 10_000
"""More than anybody mends by hand; how many there are is counted."""
FORGET_FILES = 20
"""At once."""
NEW, RENAMED, SAME = "new", "renamed", "same"
MERGED = "该主体已合并，请使用合并后的主体"
UNKNOWN = "主体不存在，或名称与代码不一致（1001），请先在主体库中核对"
KNOWN = "该机关已报送同一文书号的信息"
RULE_SUBJECT, RULE_KNOWN, RULE_MERGED = "R-CRD-10", "R-CRD-14", "R-CRD-6"


FlawAt = Callable[[ReadRow, str, str, str], RowFlaw]
"""What is wrong in a field of a row: row, field, reason, rule."""


async def receive(unit: Unit, new: NewFile, file: IO[bytes]) -> None:
    """Keep a file for reading, sealed in pieces."""
    await store.add_file(unit.connection, new, unit.clock.now())
    pieces = sealed_pieces(unit.personal_data, file, IMPORT_PIECE, new.file_id)
    async for position, sealed in pieces:
        await store.add_piece(unit.connection, new.file_id, position, sealed)


def pieces(context: Context[Any], file_id: UUID) -> AsyncIterator[bytes]:
    """Open a file again, piece by piece."""
    read = partial(store.piece, context.pool, file_id)
    return opened_pieces(context.personal_data, IMPORT_PIECE, file_id, read)


async def find(
    unit: Unit, what: ImportKind, rows: Sequence[ReadRow], head: Head | None
) -> tuple[list[StagedRow], list[RowFlaw]]:
    """Hold rows against the registers and against what is known; nothing is created (R-CRD-10).

    `head` says where a table has its columns.
    """

    def flaw(row: ReadRow, name: str, reason: str, rule: str) -> RowFlaw:
        cell, title = cell_of(what, head, name, row.row)
        value = mask_id_number(row.said[name]) if name == "id_number" else row.said[name]
        return RowFlaw(row.row, cell, title, value, reason, rule)

    if what is ImportKind.SUBJECTS:
        return await _find_subjects(unit, rows, flaw)
    return await _find_records(unit, what, rows, flaw)


async def _find_subjects(
    unit: Unit, rows: Sequence[ReadRow], flaw: FlawAt
) -> tuple[list[StagedRow], list[RowFlaw]]:
    told = [_named(unit.personal_data, one.said) for one in rows]
    columns = [[one[name] for one in told] for name in ("code", "code_hash", "name", "name_hash")]
    known = await store.known_subjects(unit.connection, columns)
    staged, flaws = [], []
    for at, (row, said) in enumerate(zip(rows, told, strict=True)):
        found = known.get(at)
        if found is not None and found["state"] == "merged":
            flaws.append(flaw(row, _identifying(row, "code"), MERGED, RULE_MERGED))
            continue
        standing = NEW if found is None else SAME if found["same"] else RENAMED
        subject_id = found["subject_id"] if found else None
        staged.append(StagedRow(row.row, standing, subject_id, said, None))
    return staged, flaws


def _named(data: PersonalData, said: Mapping[str, Any]) -> dict[str, Any]:
    """A row of a register as it is kept: of a natural person two keyed hashes, and nothing in clear."""
    name, number = said["name"], said["id_number"]
    kept: dict[str, Any] = {"source": said["source"] or "主管部门"}
    if number:
        hashes = {"code_hash": data.lookup_hash(number), "name_hash": data.lookup_hash(name)}
        return {**kept, "kind": SubjectKind.NATURAL_PERSON, "code": None, "name": None, **hashes}
    code = said["code"]
    return {
        **kept, "kind": register_of(code), "code": code, "name": name, "code_hash": None, "name_hash": None,
    }  # fmt: skip


async def _find_records(
    unit: Unit, what: ImportKind, rows: Sequence[ReadRow], flaw: FlawAt
) -> tuple[list[StagedRow], list[RowFlaw]]:
    entries = [entry_of(what, one.said) for one in rows]
    subjects = await subjects_of(unit, entries)
    keys = [(one.authority_code, one.document_no) for one in entries]
    known = await store.known_records(unit.connection, kind_of(what), keys)
    staged, flaws = [], []
    for at, row in enumerate(rows):
        if at not in subjects:
            flaws.append(flaw(row, _identifying(row, "subject_code"), UNKNOWN, RULE_SUBJECT))
        elif at in known:
            flaws.append(flaw(row, "document_no", KNOWN, RULE_KNOWN))
        else:
            staged.append(StagedRow(row.row, NEW, subjects[at], row.said, None))
    return staged, flaws


def _identifying(row: ReadRow, code: str) -> str:
    """The field by which a row says whom it is about."""
    return "id_number" if row.said["id_number"] else code


def kind_of(what: ImportKind) -> RecordKind:
    """Which records a file has."""
    return RecordKind.PERMIT if what is ImportKind.PERMITS else RecordKind.PENALTY


async def stage(
    unit: Unit,
    claim: Claim,
    rows: Sequence[StagedRow],
    flaws: Sequence[RowFlaw],
    lease_seconds: float,
) -> None:
    """Keep what was read next, and that it goes on; raises `Overtaken`."""
    held = await store.keep_reading(unit.connection, claim, len(rows), len(flaws), lease_seconds)
    if held is None:
        raise Overtaken
    rows_before, flaws_before = held[0] - len(rows), held[1] - len(flaws)
    kept = [
        _sealed(unit.personal_data, claim.file_id, rows_before + at, row)
        for at, row in enumerate(rows, start=1)
    ]
    await store.add_rows(unit.connection, claim.file_id, rows_before, kept)
    room = max(MAX_FLAWS_KEPT - flaws_before, 0)
    await store.add_flaws(unit.connection, claim.file_id, flaws[:room], flaws_before)


def _sealed(data: PersonalData, file_id: UUID, position: int, row: StagedRow) -> StagedRow:
    """Seal a row in which a natural person stands in clear."""
    if row.said is None or not row.said.get("id_number"):
        return row
    text = json.dumps(row.said, ensure_ascii=False)
    sealed = data.seal(text, IMPORT_ROW, file_id, position)
    return StagedRow(row.row, row.standing, row.subject_id, None, sealed)


def opened(data: PersonalData, file_id: UUID, row: Row) -> dict[str, Any]:
    """What a row says, opened where it is sealed."""
    if row["said_sealed"] is None:
        clear: dict[str, Any] = row["said"]
        return clear
    text = data.open(row["said_sealed"], IMPORT_ROW, file_id, row["position"])
    said: dict[str, Any] = json.loads(text)
    return said


async def conclude(unit: Unit, claim: Claim, whole: Whole) -> None:
    """The whole file was read: it is previewed where nothing is wrong, else it is told what is."""
    held = await store.keep_reading(unit.connection, claim, 0, 0, 0)
    if held is None:
        raise Overtaken
    if held[1]:
        outcome = Outcome(ImportState.FLAWED)
    else:
        standings = await store.standings(unit.connection, claim.file_id)
        preview = {
            **{name: standings.get(name, 0) for name in (NEW, RENAMED, SAME)},
            "natural": whole.natural,
            "fine_fen": whole.fine_fen,
            "first_day": whole.first_day,
            "last_day": whole.last_day,
        }
        outcome = Outcome(ImportState.READY, digest=whole.digest, preview=preview)
    await store.end_reading(unit.connection, claim, outcome, unit.clock.now())


async def give_up(unit: Unit, claim: Claim, why: str) -> None:
    """Keep that a file cannot be read, and why."""
    outcome = Outcome(ImportState.UNREADABLE, why=why)
    await store.end_reading(unit.connection, claim, outcome, unit.clock.now())


async def previewed(unit: Unit, file_id: UUID, digest: str, by: Principal) -> Row:
    """Lock a file that can be accepted as it was previewed; raises `Refused`.

    Whoever handed it in does not decide it.
    """
    file = await takings.lock(unit.connection, file_id)
    if file is None:
        raise Refused(Reason.NOT_FOUND)
    if file["state"] != ImportState.READY:
        raise Refused(Reason.IMPORT_STATE, state=IMPORT_STATE_TEXTS[ImportState(file["state"])])
    if file["digest"] != digest:
        raise Refused(Reason.IMPORT_DIGEST)
    if by.role is Role.STAFF_CHECKER and file["uploaded_by"] == by.identity_id:
        raise Refused(Reason.OWN_IMPORT)
    return file


async def concerned(unit: Unit, file_id: UUID, by: Principal) -> frozenset[UUID]:
    """Whether the file is about whoever acts on it: nobody else of it does."""
    own = by.own_person_id
    if own is not None and await takings.concerns(unit.connection, file_id, own):
        return frozenset({own})
    return frozenset()


async def accept(unit: Unit, file_id: UUID, decision: Decision) -> None:
    """Have a file taken that two people agree on."""
    await takings.accept(unit.connection, file_id, unit.clock.now(), decision)


async def take_some(unit: Unit, limit: int) -> bool:
    """Take the next rows of an accepted file, in one transaction; True while any file is being taken.

    A taker that is killed leaves nothing behind of its portion; the next one goes on where it began.
    """
    taking = await takings.next_taking(unit.connection)
    if taking is None:
        return False
    rows = await takings.portion(unit.connection, taking, limit)
    if not rows:
        await takings.end_taking(unit.connection, taking.file_id, unit.clock.now())
        return True
    take = _take_subjects if taking.what is ImportKind.SUBJECTS else _take_records
    last = rows[-1]["position"]
    taken, left_out = await take(unit, taking, rows)
    await takings.note_taken(unit.connection, taking.file_id, last, taken, left_out)
    metrics.IMPORT_ROWS_TAKEN.labels(taking.what).inc(taken)
    return True


async def _take_subjects(unit: Unit, taking: Taking, rows: Sequence[Row]) -> tuple[int, int]:
    last, now = rows[-1]["position"], unit.clock.now()
    changed = await takings.take_subjects(unit.connection, taking, last, now)
    due = sum(row["standing"] != SAME for row in rows)
    return changed, due - changed


async def _take_records(unit: Unit, taking: Taking, rows: Sequence[Row]) -> tuple[int, int]:
    policy, data = await policies.policy(unit.connection), unit.personal_data
    today = unit.clock.today()
    new = [
        written(
            data,
            today,
            policy,
            entry_of(taking.what, opened(data, taking.file_id, row)),
            row["subject_id"],
            record_id=uuid4(),
            version=1,
        )
        for row in rows
    ]
    now = unit.clock.now()
    added = await record_store.add(unit.connection, new, taking.uploaded_by, now)
    kinds = await record_store.move(
        unit.connection,
        sorted(added),
        RecordState.PUBLISHED,
        now,
        step=Step.PUBLISH,
        reason=taking.reason,
        by=taking.accepted_by,
        proposal_id=taking.proposal_id,
    )
    metrics.RECORDS_PUBLISHED.labels(kind_of(taking.what)).inc(len(kinds))
    return len(added), len(new) - len(added)


async def forget_old(unit: Unit, keep_days: int) -> int:
    """Forget what files say that nobody accepted in their time; return how many."""
    before = unit.clock.now() - timedelta(days=keep_days)
    return await store.forget_old(unit.connection, before, FORGET_FILES)
