"""Amounts are read as people write them, and never cut."""

import pytest

from portal.figures import bars
from portal.forms import FORMS, Field, entered, read

YUAN, PERCENT, NUMBER = (
    Field("a", "金额"),
    Field("b", "比例", "percent"),
    Field("c", "期数", "number"),
)


@pytest.mark.parametrize(
    ("text", "fen"),
    [("3000", 300_000), ("3,000.5", 300_050), ("３０００", 300_000), (" 0.01 ", 1), ("", None),
     ("3000.001", None), ("-1", None), ("三千", None), ("1e5", None), ("123456789012", None)],
)  # fmt: skip
def test_yuan_are_read_to_the_fen_or_refused(text: str, fen: int | None) -> None:
    assert read(YUAN, text) == fen


def test_percent_are_read_as_basis_points_and_numbers_whole() -> None:
    assert [read(PERCENT, text) for text in ("8", "8.5", "8.05", "100")] == [800, 850, 805, None]
    assert [read(NUMBER, text) for text in ("240", "2.5", "１２")] == [240, None, 12]


def test_what_is_wrong_is_named_by_its_field() -> None:
    found = entered(FORMS["loan"], {"amount_fen": "x", "periods": "240", "method": "03"})
    assert found.wrong == {
        "amount_fen": "请填写贷款金额（元），例如 3000 或 3000.50",
        "method": "请选择还款方式",
        "home": "请选择套数",
    }
    assert found.asked == {"periods": 240}


def test_bars_are_as_high_as_their_value_and_stand_beside_each_other() -> None:
    first, second, third = bars(("2026-01", "2026-02", "2026-03"), (50, 100, None))
    assert (first.height, second.height, third.height) == (88, 176, 0)
    assert first.x + first.width < second.x
    assert first.label == "1月"
