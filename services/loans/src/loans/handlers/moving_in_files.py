"""Loans of an older system move in by files (期初): sealed, read, compared, signed by two, booked."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import IO, Any
from uuid import UUID

from pydantic import ValidationError

from loans.domain.contracts import OWING
from loans.errors import Reason, Refused
from loans.handlers import moving_in
from loans.rules import moving_in_lines as rules
from loans.rules.moving_in_lines import BadLine, Line
from loans.rules.terms import Rulebook
from loans.sealed import MOVED_LOAN, MOVING_IN_DATA, PERSON_NAME
from loans.settings import Settings
from loans.shapes.moving_in import MovingInBody
from loans.shapes.moving_in_files import BATCH_STATES
from loans.store import books, people
from loans.store import moving_in_files as store
from loans.store.moving_in_files import Batch, Claim, Flaw, NewBatch, NewFile, ReadLoan, Waiting
from loans.views import moving_in_files as views
from loans.views.moving_in_files import Totals
from shared.base.claimed import CannotRead, Overtaken
from shared.base.cleaning import InvalidIdentifier
from shared.base.money import yuan
from shared.messaging import readers
from shared.messaging.readers import Reader
from shared.messaging.unit import Context, Unit
from shared.sealing.files import opened_pieces, sealed_pieces
from shared.sealing.personal_data import PersonalData

DIGEST_SHOWN = 12
"""Characters of a digest that people compare."""
FILES_MAX = 100
LINES_AT_ONCE = 50
NOBODY = UUID(int=0)
BROKEN = "读取文件时超出了限制，请分成几个文件后再上传。"
NOT_TEXT = "文件不是UTF-8编码的文本，请导出为JSON Lines（每行一笔贷款）后再上传。"
TOO_LONG = "文件中有一行过长，请每行只写一笔贷款。"
TOO_MANY = f"每个文件不超过{rules.MAX_LOANS}笔贷款，请分成几个文件。"
EMPTY = "文件中没有贷款。"

Places = Mapping[int, Mapping[str, UUID]]
"""Line → place in it → who stands there."""


async def begin(unit: Unit, new: NewBatch) -> None:
    """Begin a moving in; files follow."""
    if new.as_of > unit.clock.today():
        raise Refused(Reason.DATE_IN_THE_FUTURE, what="余额日期")
    await store.add_batch(unit.connection, new, unit.clock.now())


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


async def _demand(unit: Unit, batch_id: UUID, *states: str) -> Batch:
    batch = await store.lock_batch(unit.connection, batch_id)
    if batch is None:
        raise Refused(Reason.NOT_FOUND)
    if batch.state not in states:
        raise Refused(Reason.MOVING_IN_STATE, state=BATCH_STATES[batch.state])
    return batch


async def _lines(context: Context[Any], file_id: UUID) -> AsyncIterator[str]:
    """The lines of a file, never more than a piece and a line in memory; raises `CannotRead`."""
    rest, first = b"", True
    read = partial(store.piece, context.pool, file_id)
    async for piece in opened_pieces(context.personal_data, MOVING_IN_DATA, file_id, read):
        *whole, rest = (rest + piece.removeprefix(b"\xef\xbb\xbf" if first else b"")).split(b"\n")
        first = False
        for line in whole:
            yield _text(line)
        if len(rest) > rules.MAX_LINE_BYTES:
            raise CannotRead(TOO_LONG)
    yield _text(rest)


def _text(line: bytes) -> str:
    if len(line) > rules.MAX_LINE_BYTES:
        raise CannotRead(TOO_LONG)
    try:
        return line.decode().strip()
    except UnicodeDecodeError:
        raise CannotRead(NOT_TEXT) from None


async def _read(context: Context[Settings], claim: Claim) -> None:
    """Read a file, some loans at a time, each lived through by the rules."""
    waiting: list[tuple[int, str]] = []
    number = found = 0
    async for text in _lines(context, claim.file_id):
        number += 1
        if text:
            found += 1
            waiting.append((number, text))
        if found > rules.MAX_LOANS:
            raise CannotRead(TOO_MANY)
        if len(waiting) >= LINES_AT_ONCE:
            await _stage(context, claim, waiting)
            waiting = []
    if not found:
        raise CannotRead(EMPTY)
    await _stage(context, claim, waiting)
    async with context.unit() as unit:
        await store.end_reading(unit.connection, claim, unit.clock.now())


async def _stage(
    context: Context[Settings], claim: Claim, texts: Sequence[tuple[int, str]]
) -> None:
    """Keep what some lines say, or what is wrong with them; raises `Overtaken`."""
    if not texts:
        return
    lines, flaws = await asyncio.to_thread(_parse, texts)
    judge, places = await _what_is_known(context, claim, lines)
    loans, wrong = await asyncio.to_thread(judge.all, lines, places)
    lease_seconds = context.settings.moving_in_lease_seconds
    async with context.unit() as unit:
        kept = await store.add_loans(unit.connection, claim, loans)
        told = [*flaws, *wrong, *(_twice(one) for one in loans if one.line not in kept)]
        if not await store.keep_reading(
            unit.connection, claim, len(texts), len(told), lease_seconds
        ):
            raise Overtaken
        await store.add_flaws(unit.connection, claim.file_id, told)


def _twice(loan: ReadLoan) -> Flaw:
    return Flaw(loan.line, loan.contract_number, "contract_number", "本批次中已有这份合同")


async def _what_is_known(
    context: Context[Settings], claim: Claim, lines: Sequence[Line]
) -> "tuple[_Judge, Places]":
    """Find the people whom lines name, and the contracts and rules that are here."""
    data = context.personal_data
    named = {line.number: rules.documents(line) for line in lines}
    hashes = {
        one.lookup_key: data.lookup_hash(one.lookup_key)
        for documents in named.values()
        for one in documents.values()
    }
    async with context.unit() as unit:
        known = await people.by_document(unit.connection, list(hashes.values()))
        names = await people.names(unit.connection, list(known.values()))
        taken = await store.taken(unit.connection, [line.contract for line in lines])
        rulebook = await books.rulebook(unit.connection)
    places = {
        number: {
            where: known[hashes[one.lookup_key]]
            for where, one in documents.items()
            if hashes[one.lookup_key] in known
        }
        for number, documents in named.items()
    }
    return _Judge(claim, data, rulebook, names, taken, context.clock.today()), places


def _parse(texts: Sequence[tuple[int, str]]) -> tuple[list[Line], list[Flaw]]:
    """Read lines; of those returned every document is well-formed."""
    lines: list[Line] = []
    flaws: list[Flaw] = []
    for number, text in texts:
        contract = ""
        try:
            line = rules.parsed(text, number)
            contract = line.contract
            rules.documents(line)
        except BadLine as bad:
            flaws.append(Flaw(number, contract, bad.field, bad.reason))
        else:
            lines.append(line)
    return lines, flaws


@dataclass(frozen=True)
class _Judge:
    """Holds loans of a file against what is known here and against the rules."""

    claim: Claim
    data: PersonalData
    rulebook: Rulebook
    names: Mapping[UUID, str]
    """Sealed names of the people whom the loans name."""
    taken: set[str]
    """Contract numbers that are here already."""
    today: date

    def all(self, lines: Sequence[Line], places: Places) -> tuple[list[ReadLoan], list[Flaw]]:
        """Judge lines, with the people whom they name by their places."""
        loans, flaws = [], []
        for line in lines:
            try:
                loans.append(self._one(line, places[line.number]))
            except BadLine as bad:
                flaws.append(Flaw(line.number, line.contract, bad.field, bad.reason))
        return loans, flaws

    def _one(self, line: Line, named: Mapping[str, UUID]) -> ReadLoan:
        told = rules.with_people(line, named)
        body = _body(told)
        if body.contract_number in self.taken:
            raise BadLine("contract_number", "本系统已有这份合同")
        if body.stated.as_of != self.claim.as_of:
            raise BadLine("stated.as_of", f"应为本批次的余额日期{self.claim.as_of}")
        self._check_card(body)
        try:
            past = moving_in.past_of(body, NOBODY)
            found = moving_in.lived(past, self.rulebook, self.today)
        except Refused as refused:
            raise BadLine("repayments", refused.detail.rstrip("。")) from None
        differences = "；".join(map(str, found.differences))
        if differences and not body.differences_accepted:
            raise BadLine("stated", f"与原系统不一致：{differences}")
        claim = self.claim
        sealed = self.data.seal(
            json.dumps(told, ensure_ascii=False), MOVED_LOAN, claim.file_id, line.number
        )
        return ReadLoan(
            line.number, body.contract_number, sealed, len(body.repayments),
            body.stated.balance_fen, found.account.balance_fen, differences,
        )  # fmt: skip

    def _check_card(self, body: MovingInBody) -> None:
        """The card is a borrower's (R-REP-2)."""
        if body.repayment_card is None:
            return
        parties = body.contract(NOBODY).parties
        owing = [party.person_id for party in parties if party.role in OWING]
        names = {self.data.open(self.names[one], PERSON_NAME, one) for one in owing}
        if body.repayment_card.holder_name not in names:
            raise BadLine("repayment_card.holder_name", "还款银行卡的户名须为借款人或共同借款人")


def _body(told: Mapping[str, Any]) -> MovingInBody:
    try:
        return MovingInBody.model_validate_json(json.dumps(told))
    except ValidationError as error:
        item = error.errors()[0]
        ours = item.get("ctx", {}).get("error")
        reason = ours.detail_zh if isinstance(ours, InvalidIdentifier) else "缺少或不符合要求"
        field = ".".join(str(part) for part in item["loc"])
        raise BadLine(field, reason.rstrip("。")) from None


async def _give_up(unit: Unit, claim: Claim, why: str) -> None:
    await store.end_reading(unit.connection, claim, unit.clock.now(), why)


READER = Reader(store.claim, _read, _give_up, store.hand_back, BROKEN)


async def read_next(context: Context[Settings]) -> bool:
    """Read one file, if any waits; True where there may be more."""
    settings = context.settings
    return await readers.read_next(
        context, READER, settings.moving_in_lease_seconds, settings.moving_in_wall_seconds
    )


async def examine(unit: Unit, batch_id: UUID, digest: str) -> str:
    """Demand that a batch can be signed: all read, nothing wrong, as the former books say; tell it.

    `digest`: of the files that are meant. Others of the same sums are not what the other person has read.
    """
    batch = await _demand(unit, batch_id, "open", "signed")
    if await views.digest(unit.connection, batch_id) != digest:
        raise Refused(Reason.MOVING_IN_NOT_READY, why="提交复核之后文件有变动，请核对后重新提交")
    totals = await views.totals(unit.connection, batch_id)
    if batch.state == "signed":
        if not totals.held:
            raise Refused(Reason.MOVING_IN_STATE, state=BATCH_STATES["signed"])
        return f"重新移入期初批次中未能移入的{totals.held}笔贷款（{batch.source}）"
    why = _not_ready(batch, totals)
    if why is not None:
        raise Refused(Reason.MOVING_IN_NOT_READY, why=why)
    return (
        f"移入期初贷款（{batch.as_of}，{batch.source}）：{totals.loans}笔，"
        f"原系统余额{yuan(totals.stated_fen)}元，按还款记录计算{yuan(totals.balance_fen)}元，"
        f"与原系统不一致而经确认的{totals.differing}笔，文件指纹{digest[:DIGEST_SHOWN]}"
    )


def _not_ready(batch: Batch, totals: Totals) -> str | None:
    if totals.unread:
        return "有文件尚未读完"
    if totals.flawed:
        return "有文件存在错误，请改正后重新上传"
    if totals.loans != batch.loans:
        return f"原账{batch.loans}笔，文件{totals.loans}笔"
    if totals.stated_fen != batch.balance_fen:
        told, found = yuan(batch.balance_fen), yuan(totals.stated_fen)
        return f"原账余额合计{told}元，文件余额合计{found}元"
    return None


async def sign(unit: Unit, batch_id: UUID, signed_by: tuple[UUID, UUID]) -> None:
    """Let what `examine` has found right be booked, in the same transaction."""
    await store.sign(unit.connection, batch_id, signed_by, unit.clock.now())


async def book_next(context: Context[Settings]) -> bool:
    """Book the next loans of a signed batch; True where there may be more."""
    async with context.unit() as unit:
        return await book_some(unit, context.settings.moving_in_portion_loans)


async def book_some(unit: Unit, limit: int) -> bool:
    """Book some loans, one transaction a portion: what is booked is marked with it, or nothing is.

    A loan that cannot be any more is held with the reason, and the others go on.
    """
    batch = await store.next_batch(unit.connection)
    if batch is None:
        return False
    loans = await store.next_loans(unit.connection, batch.id, limit)
    for loan in loans:
        await _book(unit, batch, loan)
    if not loans:
        await store.end(unit.connection, batch.id, unit.clock.now())
    return bool(loans)


async def _book(unit: Unit, batch: Batch, loan: Waiting) -> None:
    assert batch.maker_id is not None
    assert batch.checker_id is not None
    sealed = unit.personal_data.open(loan.loan_sealed, MOVED_LOAN, loan.file_id, loan.line)
    body = MovingInBody.model_validate_json(sealed)
    try:
        async with unit.connection.transaction():
            await moving_in.move_in(
                unit,
                moving_in.past_of(body, batch.maker_id),
                moving_in.card_of(body),
                maker=batch.maker_id,
                checker=batch.checker_id,
            )
    except Refused as refused:
        await store.held(unit.connection, loan, refused.detail)
        return
    await store.booked(unit.connection, loan, unit.clock.now())


async def forget_old(context: Context[Settings]) -> int:
    """Give up what nobody has signed in its time; return how many."""
    async with context.unit() as unit:
        now = unit.clock.now()
        before = now - timedelta(days=context.settings.moving_in_keep_days)
        found = await store.old(unit.connection, before)
        for batch_id in found:
            await store.drop(unit.connection, batch_id, now)
    return len(found)
