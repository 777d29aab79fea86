"""What 12329 answers in WeChat, to the same words as by text; pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from notifications.rules.commands import Command

ACCOUNT, TEXTS, BIND, HELP = "account", "texts", "bind", "help"
"""Pages that go with an answer; where they are, wechat knows."""


@dataclass(frozen=True)
class Answer:
    """What is said, and which page goes with it."""

    text: str
    page: str


MENU = Answer(
    "回复“余额”或YE查询公积金余额；回复TD退订提醒类消息，回复DY恢复；回复业务名称（如“提取”）打开办理"
    "页面；回复“解绑”解除微信绑定。人工服务请拨打12329。",
    HELP,
)
ANSWERS: Mapping[Command, Answer] = {
    Command.STOP: Answer(
        "已为您退订提醒类消息。资金变动等重要消息仍会发送。回复DY恢复订阅。", TEXTS
    ),
    Command.START: Answer("已为您恢复提醒类消息。回复TD退订。", TEXTS),
    Command.HELP: MENU,
    Command.UNKNOWN: MENU,
    Command.GUIDE: Answer(
        "各项业务的条件、材料和办理时限见“办事指南”，随现行政策更新；其中没有的，请拨打12329转人工。",
        HELP,
    ),
}
"""余额 is answered when accounts has told the balance."""
FOR_ANYBODY = frozenset({Command.HELP, Command.UNKNOWN, Command.GUIDE})
NOT_BOUND = Answer("您的微信尚未绑定，请先登录网上大厅绑定微信。", BIND)


def answer_to(command: Command, *, bound: bool) -> Answer | None:
    """What is answered at once; None where somebody else has to be asked first."""
    if command not in FOR_ANYBODY and not bound:
        return NOT_BOUND
    return ANSWERS.get(command)
