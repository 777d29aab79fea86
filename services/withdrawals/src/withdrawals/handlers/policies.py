"""Policy with effective days: a draft held against what is in force, tried on real cases, put in force."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from shared.base.money import Fen, yuan
from shared.base.parameters import Difference
from shared.messaging.unit import Unit
from shared.operations.policy_desk.drafts import Drafted
from shared.operations.policy_desk.errors import Reason, Refused
from shared.operations.policy_desk.shapes import PolicyCase, PolicyDraft, PolicyPreview
from withdrawals.dossier import TOLD, Claims, Dossier
from withdrawals.handlers import gathering
from withdrawals.policies import POLICY
from withdrawals.rules import CASES, TYPES
from withdrawals.rules.book import ALL_KINDS, NotInForce, PolicyRow, Rulebook
from withdrawals.rules.parameters import TITLES, NoParameter, changed, differences, untried
from withdrawals.sealed import REGISTERS
from withdrawals.shapes.policies import POLICY_NAMES
from withdrawals.store import rulebooks
from withdrawals.store import trials as store
from withdrawals.store.inquiries import APPLICATION, Inquiry
from withdrawals.store.rows import case_of
from withdrawals.trials import Change, Tried, book_of, changes

TRIED_MOST = 200
"""Applications of one type; of what holds for all, so many of each type as make as many."""
SHOWN_MOST = 50
OF_THE_LAW = frozenset(kind.kind for kind in CASES)


@dataclass(frozen=True)
class Draft:
    """A draft that makes sense: the row that it changes, the row that it makes, what differs."""

    base: PolicyRow
    row: PolicyRow
    differences: list[Difference]


async def examined(unit: Unit, body: PolicyDraft) -> tuple[Draft, Rulebook]:
    """Hold a draft against what is in force on its day; raises `Refused`."""
    moment = await rulebooks.moment(unit)
    book = moment.book
    if body.effective_from <= moment.today:
        raise Refused(Reason.POLICY_TOO_EARLY)
    base = _base(book, body)
    if base.effective_from == body.effective_from:
        raise Refused(Reason.POLICY_STANDS)
    if base.effective_from != body.base_from:
        raise Refused(Reason.POLICY_MOVED)
    row = PolicyRow(
        body.kind, body.effective_from, body.document_number, _parameters(base.parameters, body)
    )
    _demand_sense(book, row)
    found = differences(base.parameters, row.parameters)
    if not found:
        raise Refused(Reason.POLICY_SAME)
    return Draft(base, row, found), book


async def drafted(unit: Unit, body: PolicyDraft) -> Drafted:
    """Make the row that a draft would write; raises `Refused`."""
    draft, _ = await examined(unit, body)
    return _written(draft)


def _written(draft: Draft) -> Drafted:
    row = {
        "kind": draft.row.kind,
        "effective_from": draft.row.effective_from.isoformat(),
        "document_number": draft.row.document_number,
        "parameters": draft.row.parameters,
    }
    return Drafted(POLICY_NAMES[draft.row.kind], POLICY, row, draft.differences)


def _base(book: Rulebook, body: PolicyDraft) -> PolicyRow:
    try:
        return book.row(body.kind, body.effective_from)
    except NotInForce as unknown:
        raise Refused(Reason.NOT_FOUND) from unknown


def _parameters(base: Mapping[str, object], body: PolicyDraft) -> dict[str, object]:
    try:
        return changed(base, {one.path: one.value for one in body.changes})
    except NoParameter as unknown:
        raise Refused(Reason.NO_PARAMETER, path=str(unknown)) from unknown


def _demand_sense(book: Rulebook, row: PolicyRow) -> None:
    try:
        book_of(book, row)
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        known = [path for path in TITLES if path in (where, f"ground.{where}")]
        title = TITLES[known[0]].text if known else where
        raise Refused(Reason.POLICY_UNCLEAR, title=title) from error


async def preview(unit: Unit, body: PolicyDraft) -> PolicyPreview:
    """Say what a draft would change, of the row and of the newest real applications."""
    draft, book = await examined(unit, body)
    possible = body.kind == ALL_KINDS or body.kind in {kind.kind for kind in TYPES}
    tried = await _tried(unit, body.kind) if possible else []
    before, after = book_of(book, draft.base), book_of(book, draft.row)
    found = changes(tried, before, after, body.kind)
    row = _written(draft)
    return PolicyPreview(
        kind=body.kind,
        name=row.name,
        effective_from=body.effective_from,
        document_number=body.document_number,
        differences=row.shown(),
        verdict=_verdict(len(tried), found, possible=possible),
        tried=len(tried),
        changed=len(found),
        before_fen=sum(one.before.fen or 0 for one in found),
        after_fen=sum(one.after.fen or 0 for one in found),
        cases=[_case(one) for one in found[:SHOWN_MOST]],
        untried=untried(draft.differences),
    )


def _verdict(tried: int, found: list[Change], *, possible: bool) -> str:
    if not possible:
        return "这类规定不单独决定某笔提取，没有可试办的申请。"
    if not tried:
        return "还没有这类已办结的提取，没有可试办的申请。"
    if not found:
        return f"用最近办理的{tried}笔真实提取试办，结果都不变。"
    before, after = (
        yuan(Fen(sum(outcome.fen or 0 for outcome in outcomes)))
        for outcomes in ([one.before for one in found], [one.after for one in found])
    )
    return (
        f"用最近办理的{tried}笔真实提取试办，{len(found)}笔结果不同；"
        f"这些提取合计由{before}元变为{after}元。"
    )


def _case(one: Change) -> PolicyCase:
    return PolicyCase(
        application_id=one.case.id,
        accepted_on=one.case.accepted_on,
        before=one.before.text,
        after=one.after.text,
        before_fen=one.before.fen,
        after_fen=one.after.fen,
    )


async def _tried(unit: Unit, kind: str) -> list[Tried]:
    kinds = [one.kind for one in TYPES] if kind == ALL_KINDS else [kind]
    rows = await store.recent(unit.connection, kinds, max(1, TRIED_MOST // len(kinds)))
    dossiers = {row["id"]: _dossier(unit, row) for row in rows if row["kind"] in OF_THE_LAW}
    known = {one: dossier for one, dossier in dossiers.items() if dossier is not None}
    claims = await store.taken_before(unit.connection, known) if known else {}
    return [
        _one(row, known.get(row["id"]), claims.get(row["id"], Claims()))
        for row in rows
        if row["kind"] not in OF_THE_LAW or row["id"] in known or kind == ALL_KINDS
    ]


def _dossier(unit: Unit, row: Any) -> Dossier | None:
    """What registers and services had told; None where it is not kept."""
    if row["registers_sealed"] is None or row["account"] is None:
        return None
    told = TOLD.validate_json(
        unit.personal_data.open(row["registers_sealed"], REGISTERS, row["id"])
    )
    return gathering.dossier_of(_inquiry(row), told)


def _inquiry(row: Any) -> Inquiry:
    return Inquiry(
        id=row["id"],
        person_id=row["person_id"],
        purpose=APPLICATION,
        kind=row["kind"],
        subject=row["subject"],
        wanted_fen=row["wanted_fen"],
        on_day=row["accepted_on"],
        account=row["account"],
        loans=row["loans"],
        identity_sealed=None,
        registers_sealed=row["registers_sealed"],
        tries=0,
        gathered_at=None,
    )


def _one(row: Any, dossier: Dossier | None, claims: Claims) -> Tried:
    loans = row["loans"] or {}
    return Tried(
        case_of(row),
        dossier,
        claims,
        gathering.debt_of(loans),
        gathering.payoff_of(loans),
        loans.get("payoff_denied"),
        row["subject"],
        row["wanted_fen"],
    )
