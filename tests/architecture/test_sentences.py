"""No sentence shown to people holds a number that a policy owns, or names a door that does not exist."""

import ast
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HALL = ROOT / "services/hall"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
COUNTED = re.compile(
    r"(?:[0-9]+|[二两三四五六七八九十百千万]+)\s*个?(?:工作日|年|月|日|天|分钟|小时|秒|次|元|%|类|期|倍)"
    r"|(?<!下)一(?:年|个月|个工作日|小时|分钟)"
)
"""A number with its unit; 第一步 and 末位18 are none."""
SETTLED_BY_RULE = {
    "基数每年7月调整一次，其他月份调整请填写原因。": "R-CHG-3 says July, no policy does",
    "{fund_year}公积金年度尚未结束，6月30日结息。": "R-INT-2 says 30 June, no policy does",
    "存款从入账次日起计息，每年6月30日结息，利息并入本金。": "R-INT-2",
    "利率调整的，已放款的贷款从次年1月1日起按新利率计算，还款额随之调整。": "R-LOAN-1",
    "万分比：800 即 8%": "an example of how a ratio is written",
}
INVENTED = ("notifications/rules/examples.py",)
"""What only shows how a text reads: no policy owns it, and nobody is told it."""
DOORS = {
    r"(?:更换|变更|修改|登记)(?:预留)?手机号": "phone",
    r"办理(?:同城|异地)?转移": "transfer",
    r"撤销申请": "/cancel",
    r"签订冲抵协议": "/my-agreement",
    r"申请提取": "/applications",
}
"""What a sentence sends people to do, and what the address of the operation that does it contains."""


class Words(HTMLParser):
    """The text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def handle_data(self, data: str) -> None:
        self.told.append(data.strip())


def page_sentences() -> Iterator[str]:
    parts = [HALL / part for part in ("citizens", "kit", "lib")]
    for path in [
        found
        for part in parts
        for kind in ("vue", "ts", "html")
        for found in part.rglob(f"*.{kind}")
    ]:
        text = path.read_text("utf-8")
        script, _, page = text.partition("<template>")
        literals = re.findall(
            r"'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`", text if path.suffix == ".vue" else script
        )
        yield from (re.sub(r"\$\{[^}]*\}", "…", literal) for literal in literals)
        parser = Words()
        parser.feed(re.sub(r"\{\{.*?\}\}", "…", page or text if path.suffix != ".ts" else ""))
        yield from parser.told


def program_sentences() -> Iterator[str]:
    for path in [*ROOT.glob("services/*/src/**/*.py"), *ROOT.glob("shared/src/**/*.py")]:
        if path.as_posix().endswith(INVENTED):
            continue
        tree = ast.parse(path.read_text("utf-8"))
        descriptions = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and id(node) not in descriptions:
                yield text


def sentences() -> list[str]:
    found = {text for text in [*page_sentences(), *program_sentences()] if CHINESE.search(text)}
    assert len(found) > 500, "they are still found"
    return sorted(found)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("特殊情况不超过 3 个工作日", True),
        ("五类提取网上申请", True),
        ("停缴未满五个月", True),
        ("{years}年内不得提取和贷款", False),
        ("第一步　选择提取类型", False),
        ("请拨打 12329 热线", False),
    ],
)
def test_a_number_with_its_unit_is_recognised(text: str, counted: bool) -> None:
    assert bool(COUNTED.search(text)) is counted


def test_no_sentence_holds_a_number_that_is_not_made_of_data() -> None:
    fixed = {text for text in sentences() if COUNTED.search(text)}
    assert fixed == set(SETTLED_BY_RULE)


def test_a_sentence_sends_people_only_where_there_is_an_operation() -> None:
    addresses = [
        address
        for description in ROOT.glob("services/*/openapi.json")
        for address in json.loads(description.read_text("utf-8"))["paths"]
    ]
    missing = [
        text
        for words, part in DOORS.items()
        if not any(part in address for address in addresses)
        for text in sentences()
        if re.search(words, text)
    ]
    assert missing == []
