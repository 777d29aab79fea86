"""What citizens type is understood however their keyboards write it."""

import pytest

from notifications.rules.commands import Command, understand


@pytest.mark.parametrize(
    "text",
    [
        "余额",
        "YE",
        "ye",
        "Ye",
        "ＹＥ",
        "ｙｅ",
        " 余 额 ",
        "y e",
        "余额。",
        "“YE”",
        "查余额",
        "余额\n",
    ],
)
def test_a_balance_question_is_understood_in_any_form(text: str) -> None:
    assert understand(text) is Command.BALANCE


@pytest.mark.parametrize(("text", "command"), [
    ("TD", Command.STOP), ("td", Command.STOP), ("退订", Command.STOP), ("T", Command.STOP),
    ("DY", Command.START), ("订阅", Command.START),
])  # fmt: skip
def test_switching_optional_texts_off_and_on(text: str, command: Command) -> None:
    assert understand(text) is command


@pytest.mark.parametrize("text", ["", "  ", "你好", "我的余额是多少", "YES", "👍", "余额余额"])
def test_anything_else_is_unknown(text: str) -> None:
    assert understand(text) is Command.UNKNOWN
