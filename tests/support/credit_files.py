"""The four faces of a file that is handed in to credit, as other platforms write them (R-CRD-35)."""

import json
from collections.abc import Callable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from tests.support.credit import CENTRE_CODE
from tests.support.sheets import csv, xlsx

TITLES = {
    "CF_XDR_MC": "行政相对人名称", "CF_XDR_LB": "行政相对人类别", "CF_XDR_SHXYM": "统一社会信用代码",
    "CF_FRDB": "法定代表人", "CF_XDR_ZJHM": "证件号码", "CF_WSH": "行政处罚决定书文号",
    "CF_WFXW": "违法行为类型", "CF_SY": "违法事实", "CF_YJ": "处罚依据", "CF_CFLB": "处罚类别",
    "CF_NR": "处罚内容", "CF_NR_FK": "罚款金额（万元）", "CF_CFJDRQ": "处罚决定日期", "CF_CFJG": "处罚机关",
    "CF_CFJGDM": "处罚机关统一社会信用代码", "CF_SJLY": "数据来源单位",
    "CF_SJLYDM": "数据来源单位统一社会信用代码",
    "ZTMC": "主体名称", "TYSHXYDM": "统一社会信用代码", "ZJHM": "证件号码",
}  # fmt: skip
Rows = Sequence[dict[str, str]]


def fined(name: str, code: str, number: str, **other: str) -> dict[str, str]:
    """A fine of 5,000.00 yuan, by the tags of the exchange."""
    return {
        "CF_XDR_MC": name, "CF_XDR_LB": "法人及非法人组织", "CF_XDR_SHXYM": code, "CF_FRDB": "李四",
        "CF_WSH": number, "CF_WFXW": "未办理缴存登记", "CF_SY": "逾期不办理缴存登记",
        "CF_YJ": "《住房公积金管理条例》第三十七条", "CF_CFLB": "罚款", "CF_NR": "罚款人民币5,000.00元",
        "CF_NR_FK": "0.5", "CF_CFJDRQ": "2026/09/01", "CF_CFJG": "德州市住房公积金管理中心",
        "CF_CFJGDM": CENTRE_CODE, "CF_SJLY": "德州市住房公积金管理中心", "CF_SJLYDM": CENTRE_CODE,
    } | other  # fmt: skip


def as_json(rows: Rows, **head: Any) -> bytes:
    """The canonical face."""
    return json.dumps({"total": len(rows), "rows": rows, **head}, ensure_ascii=False).encode()


def as_xml(rows: Rows, total: int | None = None, before: str = "") -> bytes:
    """An envelope of the exchange."""
    fields = "".join(
        "<fields>"
        + "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in row.items())
        + "</fields>"
        for row in rows
    )
    count = len(rows) if total is None else total
    head = f"<Header><sender>市住建局</sender><total>{count}</total></Header>"
    body = f"<ExchangeMessage>{head}<Body>{fields}</Body></ExchangeMessage>"
    return f'<?xml version="1.0" encoding="UTF-8"?>{before}{body}'.encode()


def _table(rows: Rows) -> list[list[str]]:
    tags = list(dict.fromkeys(tag for row in rows for tag in row))
    return [[TITLES[tag] for tag in tags], *([row.get(tag, "") for tag in tags] for row in rows)]


def as_csv(rows: Rows) -> bytes:
    """UTF-8 with a mark; cells that hold a comma are quoted (RFC 4180)."""
    quoted = [[f'"{cell}"' if "," in cell else cell for cell in line] for line in _table(rows)]
    return csv(*quoted, encoding="utf-8-sig")


def as_xlsx(rows: Rows) -> bytes:
    """A workbook of one sheet."""
    return xlsx(*_table(rows))


FACES: dict[str, Callable[[Rows], bytes]] = {
    "json": as_json, "xml": as_xml, "csv": as_csv, "xlsx": as_xlsx,
}  # fmt: skip
