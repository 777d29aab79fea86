"""Answers to texts that citizens send; 余额 from a phone on file is answered once accounts has told it.

What an answer advises is possible for whoever reads it: a phone that nobody has on file is not told to log
in, which needs a code on the phone on file, and its owner's wish to be left alone is kept like anybody's.
"""

from collections.abc import Mapping
from datetime import timedelta

from notifications.rules.commands import Business, Command
from notifications.rules.template import Priority, Template


def _reply(name: str, wording: str) -> Template:
    return Template(name, wording, priority=Priority.ANSWER, valid_for=timedelta(hours=1))


UNKNOWN_PHONE = _reply(
    "unknown_phone",
    "本手机号未在公积金中心预留，不能用短信查询余额。请用预留的手机号发送；不清楚预留了哪个号码或号码已更换的，请拨打12329"
    "转人工，或带身份证到服务网点。",
)
MENU = _reply(
    "help",
    "回复“余额”或YE查询公积金余额；回复TD退订提醒类短信，回复DY恢复；回复“帮助”或？再看本说明。人工服务请拨打12329。",
)
REPLIES: Mapping[Command, Template] = {
    Command.STOP: _reply(
        "unsubscribed",
        "已为您退订提醒类短信。验证码、资金变动等重要短信仍会发送。回复DY恢复订阅。",
    ),
    Command.START: _reply("subscribed", "已为您恢复提醒类短信。回复TD退订。"),
    Command.HELP: MENU,
    Command.UNKNOWN: MENU,
}


GUIDES: Mapping[Business, Template] = {
    business: _reply(
        f"guide_{business.name.lower()}",
        f"{business}怎么办、有什么条件，见中心门户网站“办事指南”中的“{business}”，随现行政策更新；"
        "网站上没有的，请拨打12329转人工。回复“余额”查询余额。",
    )
    for business in Business
}
"""Where the rules are written that decide (R-SMS-4: no link); the portal makes its guides of them."""


def reply_to(command: Command, *, known: bool, about: Business | None = None) -> Template | None:
    """What is answered at once; None where accounts is asked first. `known`: the phone is on file."""
    if command is Command.BALANCE:
        return None if known else UNKNOWN_PHONE
    if command is Command.GUIDE and about is not None:
        return GUIDES[about]
    return REPLIES.get(command, MENU)
