"""What a credit report says, section by section, as the national reports print it (R-CRD-34); pure."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from credit.domain import GRAVITY_TEXTS, SUBJECT_KIND_TEXTS, Gravity, RecordKind, Row, SubjectKind
from credit.shapes.cells import cells
from shared.http.pages import chinese_day, chinese_instant

NOTHING = "查询期内无相关信息"
NOT_COLLECTED = "本平台未归集此类信息"
RECORDS_MAX = 200
"""Of one subject in one report; how many more there are is said."""
LOOK_UPS_MAX = 50
GROUND_TEXTS = {"self": "本人（单位）自查", "authority": "书面授权委托查询"}

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Section:
    """A part of a report: blocks of labels and what stands beside them, and a sentence below."""

    title: str
    blocks: Sequence[Pairs]
    note: str = ""


@dataclass(frozen=True)
class Whom:
    """The subject as its report names it."""

    name: str
    """Of a natural person who asked online: masked, for nobody keeps it here."""
    code: str
    """Code of a firm; of a natural person the number, masked, or that they logged in."""
    kind: SubjectKind


@dataclass(frozen=True)
class Told:
    """What is told of a subject at an instant."""

    records: Sequence[tuple[Row, dict[str, Any]]]
    """Each record's row and what it says, opened."""
    more: int
    """Records beyond `RECORDS_MAX`."""
    lists: Sequence[Row]
    look_ups: Sequence[Row] | None
    """Who looked, for whoever asks about themselves."""


def sections(whom: Whom, told: Told) -> list[Section]:
    """All sections, in their order; what is empty says so."""
    by_kind = {
        kind: [_record(row, said) for row, said in told.records if row["kind"] == kind]
        for kind in RecordKind
    }
    more = f"另有{told.more}条未列入，请分期查询。" if told.more else ""
    found = [
        Section("基础信息", [_basics(whom)]),
        _section("一、行政管理信息：行政许可", by_kind[RecordKind.PERMIT], more),
        _section("一、行政管理信息：行政处罚", by_kind[RecordKind.PENALTY], more),
        _section("二、诚实守信信息", _lists(told, "red")),
        _section("三、严重失信主体名单信息", _lists(told, "serious")),
        Section("四、经营异常信息", [], NOT_COLLECTED),
        _section("五、信用承诺信息", _each(told, _commitment)),
        Section("六、信用评价信息", [], NOT_COLLECTED),
        Section("七、司法判决信息", [], NOT_COLLECTED),
        _section("八、其他信息：异议", _each(told, _objection)),
        _section("九、信用状况提升建议", _each(told, _advice)),
    ]
    looked = [_look_up(row) for row in told.look_ups or ()]
    last = "十、地方补充内容：查询记录"
    return [*found, _section(last, looked)] if told.look_ups is not None else found


def plain(found: Sequence[Section]) -> list[dict[str, Any]]:
    """As the form reads them."""
    return [asdict(one) for one in found]


def _section(title: str, blocks: Sequence[Pairs], note: str = "") -> Section:
    return Section(title, blocks, note if blocks else NOTHING)


def _basics(whom: Whom) -> Pairs:
    number = "证件号码" if whom.kind is SubjectKind.NATURAL_PERSON else "统一社会信用代码"
    return [("名称", whom.name), (number, whom.code), ("主体类别", SUBJECT_KIND_TEXTS[whom.kind])]


def _record(row: Row, said: dict[str, Any]) -> Pairs:
    pairs = [
        ("决定文书号", row["document_no"]),
        ("决定机关", row["authority_name"]),
        ("决定日期", chinese_day(row["decided_on"])),
        *cells(said),
    ]
    if row["gravity"]:
        pairs.append(("失信程度", GRAVITY_TEXTS[Gravity(row["gravity"])]))
    if row["public_until"]:
        pairs.append(("公示截止日期", chinese_day(row["public_until"])))
    if row["in_objection"]:
        pairs.append(("状态", "异议中"))
    elif row["commitment"]:
        pairs.append(("状态", "修复中"))
    return pairs


def _lists(told: Told, colour: str) -> list[Pairs]:
    return [_listed(row) for row in told.lists if row["colour"] == colour]


def _listed(row: Row) -> Pairs:
    until = [("移出日期", chinese_day(row["out_on"]))] if row["out_on"] else []
    return [
        ("名单", row["list_name"]),
        ("认定机关", row["authority_name"]),
        ("认定文书号", row["document_no"]),
        ("认定依据", row["basis"]),
        ("列入日期", chinese_day(row["in_on"])),
        *until,
    ]


def _each(told: Told, say: Callable[[Row], Pairs | None]) -> list[Pairs]:
    return [said for row, _ in told.records if (said := say(row)) is not None]


def _commitment(row: Row) -> Pairs | None:
    if not row["commitment"]:
        return None
    return [("所涉文书号", row["document_no"]), ("承诺内容", row["commitment"])]


def _objection(row: Row) -> Pairs | None:
    return (
        [("所涉文书号", row["document_no"]), ("状态", "异议核查中")]
        if row["in_objection"]
        else None
    )


def _advice(row: Row) -> Pairs | None:
    if not row["repair_from"] or row["commitment"]:
        return None
    words = "履行处罚义务、纠正违法行为并作出信用承诺后，可以申请信用修复"
    return [
        ("所涉文书号", row["document_no"]),
        ("建议", f"{chinese_day(row['repair_from'])}起，{words}"),
    ]


def _look_up(row: Row) -> Pairs:
    return [
        ("查询时间", chinese_instant(row["looked_at"])),
        ("查询单位", row["unit_name"] or "本人"),
        ("查询用途", row["purpose"]),
    ]


def said_of(
    whom: Whom, told: Told, *, ground: str, purpose: str, authority_no: str | None, now: datetime
) -> dict[str, Any]:
    """What is printed, without number, check code and platform."""
    basis = [("查询依据", GROUND_TEXTS[ground]), ("查询用途", purpose)]
    if authority_no:
        basis.append(("授权书编号", authority_no))
    return {
        "name": whom.name,
        "basis": basis,
        "as_of": chinese_instant(now),
        "sections": plain(sections(whom, told)),
    }
