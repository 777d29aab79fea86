"""What is handed in by file, as one schema of which JSON, XML, CSV and Excel are faces (R-CRD-35)."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from credit.domain import ImportKind
from shared.base.cells import Cell, text_of
from shared.base.cleaning import clean_number


class Form(StrEnum):
    """How a cell is read."""

    TEXT = "text"
    NAME = "name"
    """Text without what cannot be seen."""
    NUMBER = "number"
    """A code or number that identifies: upper case, no blanks, every digit."""
    DAY = "day"
    """YYYY/MM/DD or YYYY-MM-DD."""
    WAN_YUAN = "wan_yuan"
    """万元 with six decimals at the most; the sixth is a fen."""
    LIST = "list"
    """Several words, by 、 ； or ，."""


@dataclass(frozen=True)
class Column:
    """A field of the schema, and what it is called in each face."""

    field: str
    """Its name here."""
    tag: str
    """In JSON and XML."""
    title: str
    """Heading in CSV and Excel."""
    form: Form = Form.TEXT
    also: tuple[str, ...] = ()
    """What else people head it with."""


def _head(prefix: str) -> tuple[Column, ...]:
    return (
        Column("subject_name", f"{prefix}XDR_MC", "行政相对人名称", Form.NAME),
        Column("subject_category", f"{prefix}XDR_LB", "行政相对人类别"),
        Column(
            "subject_code",
            f"{prefix}XDR_SHXYM",
            "统一社会信用代码",
            Form.NUMBER,
            ("行政相对人代码_1",),
        ),
        Column("organisation_code", f"{prefix}XDR_ZZJG", "组织机构代码", Form.NUMBER),
        Column(
            "legal_representative", f"{prefix}FRDB", "法定代表人", Form.NAME, ("法定代表人姓名",)
        ),
        Column(
            "id_number",
            f"{prefix}XDR_ZJHM",
            "证件号码",
            Form.NUMBER,
            ("自然人证件号码", "身份证号码"),
        ),
    )


LAYOUTS: Mapping[ImportKind, tuple[Column, ...]] = {
    ImportKind.SUBJECTS: (
        Column("name", "ZTMC", "主体名称", Form.NAME, ("名称", "姓名")),
        Column("code", "TYSHXYDM", "统一社会信用代码", Form.NUMBER),
        Column("id_number", "ZJHM", "证件号码", Form.NUMBER, ("身份证号码", "身份证件号码")),
        Column("source", "SJLY", "数据来源"),
    ),
    ImportKind.PERMITS: (
        *_head("XK_"),
        Column("document_title", "XK_XKWS", "行政许可决定文书名称", also=("决定文书名称",)),
        Column("document_no", "XK_WSH", "行政许可决定文书号", also=("决定文书号",)),
        Column("what", "XK_XKLB", "许可类别"),
        Column("certificate_name", "XK_XKZS", "许可证书名称"),
        Column("certificate_number", "XK_XKBH", "许可编号"),
        Column("content", "XK_NR", "许可内容"),
        Column("decided_on", "XK_JDRQ", "许可决定日期", Form.DAY, ("决定日期",)),
        Column("valid_from", "XK_YXQZ", "有效期自", Form.DAY),
        Column("valid_until", "XK_YXQZI", "有效期至", Form.DAY),
        Column("authority_name", "XK_XKJG", "许可机关"),
        Column("authority_code", "XK_XKJGDM", "许可机关统一社会信用代码", Form.NUMBER),
        Column("source_name", "XK_LYDW", "数据来源单位"),
        Column("source_code", "XK_LYDWDM", "数据来源单位统一社会信用代码", Form.NUMBER),
        Column("remark", "BZ", "备注"),
    ),
    ImportKind.PENALTIES: (
        *_head("CF_"),
        Column("document_no", "CF_WSH", "行政处罚决定书文号", also=("决定书文号",)),
        Column("what", "CF_WFXW", "违法行为类型"),
        Column("facts", "CF_SY", "违法事实"),
        Column("basis", "CF_YJ", "处罚依据"),
        Column("penalty_types", "CF_CFLB", "处罚类别", Form.LIST),
        Column("content", "CF_NR", "处罚内容"),
        Column("fine_fen", "CF_NR_FK", "罚款金额", Form.WAN_YUAN),
        Column("confiscated_fen", "CF_NR_WFFF", "没收金额", Form.WAN_YUAN),
        Column("licence", "CF_NR_ZKDX", "暂扣或吊销证照名称及编号"),
        Column("decided_on", "CF_CFJDRQ", "处罚决定日期", Form.DAY, ("决定日期",)),
        Column("valid_until", "CF_YXQ", "处罚有效期", Form.DAY),
        Column("authority_name", "CF_CFJG", "处罚机关"),
        Column("authority_code", "CF_CFJGDM", "处罚机关统一社会信用代码", Form.NUMBER),
        Column("source_name", "CF_SJLY", "数据来源单位"),
        Column("source_code", "CF_SJLYDM", "数据来源单位统一社会信用代码", Form.NUMBER),
        Column("remark", "BZ", "备注"),
    ),
}  # fmt: skip
NEEDED: Mapping[ImportKind, tuple[str, ...]] = {
    ImportKind.SUBJECTS: ("name",),
    ImportKind.PERMITS: ("subject_name", "document_no", "decided_on", "authority_code"),
    ImportKind.PENALTIES: ("subject_name", "document_no", "decided_on", "authority_code"),
}
"""Without these columns a table is none of ours."""
HEADER_WITHIN_ROWS = 20
_IN_BRACKETS = re.compile(r"[(\[【〔].*?[)\]】〕]")


def label(cell: Cell) -> str:
    """What a heading says, however it is spaced, bracketed and starred."""
    text = unicodedata.normalize("NFKC", text_of(cell))
    return clean_number(_IN_BRACKETS.sub("", text)).strip("*:")


def headings(what: ImportKind) -> dict[str, Column]:
    """Heading or tag → column."""
    return {
        name: column
        for column in LAYOUTS[what]
        for name in (column.title, *column.also, column.tag)
    }


@dataclass(frozen=True)
class Header:
    """Where the columns of a table are, counted from 0."""

    row: int
    columns: Mapping[int, Column]
    twice: Sequence[int]
    """Columns that say again what another one says."""
    ignored: Sequence[str]
    """Headings that mean nothing here."""


def header_in(what: ImportKind, row: int, cells: Sequence[Cell]) -> Header | None:
    """The header that a row is: it has what is needed; None if it is none."""
    known = headings(what)
    columns: dict[int, Column] = {}
    twice: list[int] = []
    ignored: list[str] = []
    for at, cell in enumerate(cells):
        name = label(cell)
        column = known.get(name)
        if column is None:
            ignored += [name[:50]] if name else []
        elif column in columns.values():
            twice.append(at)
        else:
            columns[at] = column
    fields = {column.field for column in columns.values()}
    return Header(row, columns, twice, ignored) if fields >= set(NEEDED[what]) else None


_PATTERNS = {
    Form.DAY: r"^[0-9]{4}[/-][0-9]{1,2}[/-][0-9]{1,2}$",
    Form.WAN_YUAN: r"^[0-9]+(\.[0-9]{1,6})?$",
}


def json_schema(what: ImportKind) -> dict[str, Any]:
    """The canonical schema (JSON Schema 2020-12) of a file of a kind."""
    fields = {column.tag: _described(column) for column in LAYOUTS[what]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": what.value,
        "type": "object",
        "required": ["total", "rows"],
        "additionalProperties": False,
        "properties": {
            "total": {"type": "integer", "minimum": 1, "description": "行数"},
            "sm3": {
                "type": "string",
                "pattern": "^[0-9a-f]{64}$",
                "description": "各行摘要（GB/T 32905），与预览中的摘要相同",
            },
            "rows": {
                "type": "array",
                "items": {"type": "object", "properties": fields, "additionalProperties": False},
            },
        },
    }


def _described(column: Column) -> dict[str, Any]:
    if column.form is Form.LIST:
        return {
            "type": ["array", "string"],
            "items": {"type": "string"},
            "description": f"{column.title}，多项以顿号分隔",
        }
    found: dict[str, Any] = {"type": "string", "description": column.title}
    if column.form in _PATTERNS:
        found["pattern"] = _PATTERNS[column.form]
    return found
