"""What citizens write is understood however their keyboards, habits and manners have it."""

import pytest

from notifications.rules.commands import TRADITIONAL, Command, understand

BALANCE = (
    "余额", "YE", "ye", "Ye", "ＹＥ", "ｙｅ", "y e", "yue", "“YE”", " 余 额 ", "余额。", "余额\n",
    "余额？", "余额余额", "【余额】", "查余额", "余额查询", "查询余额", "查一下余额", "余額", "餘額",
    "餘額查詢", "查詢住房公積金餘額", "我要查余额", "我想查询公积金余额", "请帮我查一下余额，谢谢",
    "您好，请问我的公积金余额是多少？", "我的余额是多少", "公积金还有多少钱", "我公积金有多少",
    "查公积金", "查询 公积金 账户", "公积金查询", "账户余额", "麻煩查下帳戶餘額，謝謝！", "12329余额",
    "CXYE", "余\u200b额", "余额👍", "﹝余额﹞",
)  # fmt: skip
STOP = (
    "TD", "td", "ＴＤ", "T", "t d", "退订", "退訂", "退订。", "我要退订", "请退订此类短信",
    "退订短信，谢谢", "TD退订", "回复TD", "取消订阅", "取消訂閱", "不要再发短信了", "别再发了",
    "不再接收提醒", "退订 余额",
)  # fmt: skip
START = (
    "DY", "dy", "订阅", "訂閱", "恢复订阅", "恢復", "取消退订", "我要重新订阅",
)  # fmt: skip
HELP = (
    "?", "？", "？？？", "⁇", "❓", "帮助", "幫助", "請幫助", "BZ", "help", "H", "菜单", "菜單",
    "怎么查余额", "怎么退订？", "如何訂閱", "人工",
)  # fmt: skip
UNKNOWN = (
    "", "  ", "。", "👍", "你好", "您好，谢谢", "YES", "TDX", "TT", "不退订", "不要退订", "别退订",
    "余额不对", "提取", "可以提取多少钱", "我的手机号换了", "自动回复：我正在开车", "有钱吗", "123456",
    "公积金",
)  # fmt: skip
OURS = "【德州公积金12329】您的公积金账户（尾号3456）已启封，自2019年8月起继续缴存。回复TD退订此类短信。"


def test_there_are_more_than_thirty_ways_to_ask_for_a_balance() -> None:
    assert len(set(BALANCE)) > 30


@pytest.mark.parametrize(
    ("text", "command"),
    [
        *((text, Command.BALANCE) for text in BALANCE), *((text, Command.STOP) for text in STOP),
        *((text, Command.START) for text in START), *((text, Command.HELP) for text in HELP),
        *((text, Command.UNKNOWN) for text in (*UNKNOWN, OURS)),
    ],
)  # fmt: skip
def test_r_sms_1_a_text_says_what_its_words_say(text: str, command: Command) -> None:
    assert understand(text) is command


def test_a_text_of_ours_that_was_sent_back_is_not_taken_for_its_last_word() -> None:
    assert understand(OURS) is Command.UNKNOWN


def test_the_table_of_traditional_characters_leads_to_simplified_ones_only() -> None:
    assert not set(TRADITIONAL) & set(TRADITIONAL.values()) - {
        key for key, value in TRADITIONAL.items() if key == value
    }
