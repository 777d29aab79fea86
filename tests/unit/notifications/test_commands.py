"""What citizens write is understood however their keyboards, habits and manners have it."""

import pytest

from notifications.rules.commands import TRADITIONAL, Business, Command, business_of, understand
from notifications.rules.replies import GUIDES, reply_to

BALANCE = (
    "余额", "YE", "ye", "Ye", "ＹＥ", "ｙｅ", "y e", "yue", "“YE”", " 余 额 ", "余额。", "余额\n",
    "余额？", "余额余额", "【余额】", "查余额", "余额查询", "查询余额", "查一下余额", "余額", "餘額",
    "餘額查詢", "查詢住房公積金餘額", "我要查余额", "我想查询公积金余额", "请帮我查一下余额，谢谢",
    "您好，请问我的公积金余额是多少？", "我的余额是多少", "公积金还有多少钱", "我公积金有多少",
    "查公积金", "查询 公积金 账户", "公积金查询", "账户余额", "麻煩查下帳戶餘額，謝謝！", "12329余额",
    "CXYE", "余额多少", "看看余额", "查餘額", "查詢餘額", "我的公积金余额", "公积金余额查询", "余额 查询",
    "余，额", "(余额)", "帮我查一下住房公积金账户的余额吧", "剩余多少钱", "账户里还有多少钱？", "余额!!!",
    "余\u200b额", "余额👍", "﹝余额﹞",
)  # fmt: skip
STOP = (
    "TD", "td", "ＴＤ", "T", "t d", "退订", "退訂", "退订。", "我要退订", "请退订此类短信",
    "退订短信，谢谢", "TD退订", "回复TD", "取消订阅", "取消訂閱", "不要再发短信了", "别再发了",
    "不再接收提醒", "退订 余额", "拒绝接收", "退订提取短信", "不要再发贷款提醒了",
)  # fmt: skip
START = (
    "DY", "dy", "订阅", "訂閱", "恢复订阅", "恢復", "取消退订", "我要重新订阅",
)  # fmt: skip
HELP = (
    "?", "？", "？？？", "⁇", "❓", "帮助", "幫助", "請幫助", "BZ", "help", "H", "菜单", "菜單",
    "怎么查余额", "怎么退订？", "如何訂閱", "人工", "【帮助】", "ＨＥＬＰ", "使用说明", "人工服务",
    "什么是余额",
)  # fmt: skip
GUIDE = (
    "如何提取", "怎么办理贷款", "怎麼提取？", "提取", "貸款", "可以提取多少钱", "我想提取公积金",
    "提取需要什么材料",
    "公积金贷款条件", "办理提取手续", "怎么提前还款？", "异地转移怎么办", "请问离职后公积金怎么取出来",
    "贷款利率",
    "如何 補繳", "提取多久到账", "换了工作怎么转移公积金啊，谢谢", "Ｗ公司 怎样启封",
)  # fmt: skip
UNKNOWN = (
    "", "  ", "。", "👍", "你好", "您好，谢谢", "YES", "TDX", "TT", "不退订", "不要退订", "别退订",
    "余额不对", "提取余额不对", "我的提取到账了没", "我的手机号换了", "自动回复：我正在开车", "有钱吗",
    "123456",
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
        *((text, Command.GUIDE) for text in GUIDE),
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


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("如何提取", Business.WITHDRAWALS), ("提取还贷款", Business.WITHDRAWALS),
        ("怎麼辦理貸款", Business.LOANS), ("怎么提前还款", Business.LOANS),
        ("住房公积金贷款", Business.LOANS), ("怎么转移", Business.DEPOSITS),
        ("余额", None),
    ],
)  # fmt: skip
def test_who_asks_how_is_told_where_the_rules_of_that_business_are(
    text: str, about: Business | None
) -> None:
    assert business_of(text) is about
    if about is not None:
        wording = GUIDES[about].wording
        assert f"“办事指南”中的“{about}”" in wording
        assert reply_to(Command.GUIDE, known=False, about=about) is GUIDES[about]
