"""What a citizen's text to 12329 asks for, however it is written: pure.

A text is understood if every word in it is: a command, or what people write around one. A word that is not
known (不退订, 提取余额不对) leaves the meaning open, and the menu is a better answer than a guess. How a
business is done (怎么提取) is told whatever else stands there: it is true for whoever asks.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum


class Command(StrEnum):
    """The commands that 12329 understands."""

    BALANCE = "balance"
    STOP = "stop"
    START = "start"
    HELP = "help"
    GUIDE = "guide"
    UNKNOWN = "unknown"


class Business(StrEnum):
    """What the portal's guides are about, as they are headed there."""

    WITHDRAWALS = "提取"
    LOANS = "贷款"
    DEPOSITS = "缴存"


COMMANDS = {
    Command.BALANCE: "余额 余款 结余 结存 多少 多少钱 YE YUE CXYE YECX",
    Command.STOP: (
        "退订 取消订阅 取消短信 取消提醒 拒收 拒绝接收 不再接收 不要再发 别再发 别发了 T TD TDDX STOP"
    ),
    Command.START: "订阅 恢复 恢复订阅 重新订阅 取消退订 DY START",
    Command.HELP: "帮助 求助 菜单 指令 功能 说明 使用说明 人工 人工服务 客服 BZ H HELP MENU",
}
"""Command → its words."""
AROUND = (
    "我", "我的", "俺", "本人", "个人", "要", "想", "想要", "请", "请问", "问", "问下", "帮", "帮我",
    "帮忙", "麻烦", "能", "能不能", "可以", "查", "查询", "查看", "查下", "查一下", "看", "看看",
    "一下", "下", "现在", "目前", "当前", "里", "里面", "上", "的", "还", "还有", "还剩", "剩", "剩余",
    "有", "是", "元", "钱", "吗", "呢", "吧", "啊", "呀", "了", "谢", "谢谢", "您", "你", "您好",
    "你好", "好", "短信", "简讯", "消息", "提醒", "通知", "类", "此类", "这类", "这种", "发", "发送",
    "回", "回复", "给", "公积金", "住房公积金", "账户", "账号", "德州", "12329",
)  # fmt: skip
"""What people write around a command; without one it says nothing."""
HOW = frozenset((
    "怎么", "怎么办", "怎么办理", "如何", "怎样", "咋", "什么", "哪些", "哪里", "哪儿", "多久", "几天",
))  # fmt: skip
"""A question about a command (怎么退订) is answered by the menu, which says it."""
TO_DO = frozenset((
    "办理", "办", "申请", "需要", "条件", "材料", "资料", "手续", "流程", "步骤", "额度", "多少", "利率",
))  # fmt: skip
"""What people want to know of a business, beside how."""
BUSINESSES = {
    Business.WITHDRAWALS: "提取 支取 取公积金 取出 取钱 提钱 销户 退休提取 租房提取 购房提取 买房提取",
    Business.LOANS: "贷款 公积金贷款 房贷 还款 还贷 提前还款 提前还贷 冲还贷 冲贷 结清",
    Business.DEPOSITS: "缴存 缴纳 缴费 汇缴 补缴 基数 启封 封存 转移 转入 转出 异地转移",
}
"""Business → what people call it."""
ASKING = frozenset(("查", "查询", "查看", "查下", "查一下", "看", "看看"))
FUND = frozenset(("公积金", "住房公积金", "账户"))
"""Whoever asks for the fund without a word of what (查公积金) wants the balance."""
QUESTION_MARKS = frozenset("?❓❔")
TRADITIONAL = str.maketrans(
    "餘額訂閱詢幫請問嗎謝錢賬帳戶號個還裡裏現當麼樣單發復類結積說無煩簡訊剩種給與貸辦補繳轉條資續購買銷啟幾費",
    "余额订阅询帮请问吗谢钱账账户号个还里里现当么样单发复类结积说无烦简讯剩种给与贷办补缴转条资续购买销启几费",
)
"""Traditional characters of these words → simplified."""
MEANING = {word: command for command, words in COMMANDS.items() for word in words.split()}
BUSINESS_OF = {word: name for name, words in BUSINESSES.items() for word in words.split()}
KNOWN = frozenset(MEANING) | frozenset(AROUND) | HOW | TO_DO | frozenset(BUSINESS_OF)
LONGEST = max(map(len, KNOWN))
BY_URGENCY = (Command.STOP, Command.HELP, Command.START, Command.BALANCE)
"""Of several commands in one text the first of these counts: whoever wants no texts gets none."""
_RUNS = re.compile(r"[A-Z0-9]+|[^A-Z0-9]+")


def understand(text: str) -> Command:
    """Recognise a command: any case, width, traditional or not, with blanks and polite words around it."""
    normal, letters = _normal(text)
    if not letters:
        return Command.HELP if QUESTION_MARKS & set(normal) else Command.UNKNOWN
    words = list(_words(letters))
    meant = {MEANING[word] for word in words if word in MEANING}
    clear, asks = all(word in KNOWN for word in words), bool(HOW & set(words))
    if any(word in BUSINESS_OF for word in words):
        return _about_a_business(set(words), meant, clear=clear, asks=asks)
    if clear and asks:
        return Command.HELP
    if clear and not meant and ASKING & set(words) and FUND & set(words):
        return Command.BALANCE
    return next((command for command in BY_URGENCY if clear and command in meant), Command.UNKNOWN)


def understand_torn(text: str) -> Command:
    """Recognise what a long text asks for of which a part never came.

    The part may have said 不 or 取消, so that nothing is done by half a text but what harms nobody and is
    undone by one word: an opt-out counts. All else gets the menu, which says how to ask in one text.
    """
    return Command.STOP if understand(text) is Command.STOP else Command.UNKNOWN


def _about_a_business(words: set[str], meant: set[Command], *, clear: bool, asks: bool) -> Command:
    """What a text wants that names a business: no texts about it, or to be told how it is done."""
    if Command.STOP in meant and clear and not asks and not words & TO_DO:
        return Command.STOP
    return Command.GUIDE if clear or asks else Command.UNKNOWN


def business_of(text: str) -> Business | None:
    """Say which business a text names first."""
    return next(
        (BUSINESS_OF[word] for word in _words(_normal(text)[1]) if word in BUSINESS_OF), None
    )


def _normal(text: str) -> tuple[str, str]:
    """A text as it is compared, and its letters, digits and characters alone."""
    normal = unicodedata.normalize("NFKC", text).upper().translate(TRADITIONAL)
    return normal, "".join(character for character in normal if character.isalnum())


def _words(letters: str) -> Iterator[str]:
    """Cut into words, the longest known first; Latin letters and digits that stand together are one word."""
    for run in _RUNS.findall(letters):
        if run[0].isascii():
            yield run
            continue
        at = 0
        while at < len(run):
            sizes = range(min(LONGEST, len(run) - at), 0, -1)
            size = next((size for size in sizes if run[at : at + size] in KNOWN), 1)
            yield run[at : at + size]
            at += size
