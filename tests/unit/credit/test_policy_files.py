"""Notices and policies by file (R-CRD-35): read by column, every flaw told with its row."""

from datetime import date

import pytest
from tests.support.credit import policies_csv

from credit.rules.policy_files import CellFlaw, read


def test_r_crd_35_a_file_of_policies_is_read_with_its_paragraphs() -> None:
    rows, flaws = read(
        "\ufeff" + policies_csv("德信〔2026〕1号", "德信〔2026〕2号", issued_on="2026/04/01")
    )
    assert flaws == []
    assert [one.document_no for one in rows] == ["德信〔2026〕1号", "德信〔2026〕2号"]
    assert (rows[0].issued_on, rows[0].body) == (date(2026, 4, 1), "第一段，\n第二段。")


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("", CellFlaw(1, "", "第一行应为：标题、发文机关、发文字号、成文日期、正文")),
        (policies_csv(), CellFlaw(1, "", "一个文件1至200件")),
        (policies_csv(*map(str, range(201))), CellFlaw(1, "", "一个文件1至200件")),
        (policies_csv("1", "1"), CellFlaw(3, "发文字号", "与第2行重复")),
        (policies_csv("1", issued_on="2026-02-30"), CellFlaw(2, "成文日期", "应为日期，如2026-04-01")),
        (policies_csv("1", issued_on="1949-09-30"), CellFlaw(2, "成文日期", "应为日期，如2026-04-01")),
        (policies_csv("") , CellFlaw(2, "发文字号", "应为1至128字")),
        (policies_csv("1") + '\r\n只有一列', CellFlaw(3, "", "应有5列")),
        (policies_csv("1") + '\r\n"没有结束', CellFlaw(1, "", "不是CSV文件，或单元格过长、引号不成对")),
    ],
)  # fmt: skip
def test_r_crd_35_each_flaw_of_a_file_of_policies_is_told(text: str, flaw: CellFlaw) -> None:
    assert read(text)[1] == [flaw]
