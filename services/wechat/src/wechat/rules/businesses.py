"""The one list of what people do here, from which come the menu and the answers that lead to a page.

A business has its page in the hall and the words by which somebody asks for it. The account's menu has three
columns of five at the most (WeChat's bound).
"""

import unicodedata
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Business:
    """Something to do, and where."""

    title: str
    """As the menu has it, 7 characters at the most."""
    page: str
    """Path in the hall."""
    words: tuple[str, ...] = ()
    """What people type for it, beside its title."""


@dataclass(frozen=True)
class Column:
    """A column of the menu."""

    title: str
    businesses: tuple[Business, ...]


ACCOUNT = Business("我的账户", "/hall/account", ("账户", "账号", "缴存", "明细"))
TEXTS = Business("消息设置", "/hall/messages", ("消息", "通知", "短信"))
BIND = Business("微信绑定", "/hall/wechat", ("绑定",))
HELP = Business("办事指南", "/hall/apply", ("指南", "帮助", "材料"))
PROGRESS = Business("办理进度", "/hall/applications", ("进度", "到账"))

MENU = (
    Column(
        "我要办",
        (
            Business("离退休提取", "/hall/apply/retirement", ("退休", "退休提取", "离休")),
            Business("离职提取", "/hall/apply/contract_ended", ("离职", "解除劳动合同")),
            Business("还贷提取", "/hall/apply/loan_repaid", ("还贷", "偿还贷款提取")),
            Business("其他提取", "/hall/apply", ("提取", "租房提取", "购房提取", "出境定居")),
            Business("提前还款", "/hall/loan", ("还款", "提前还贷", "提前结清")),
        ),
    ),
    Column("我要查", (ACCOUNT, PROGRESS, Business("我的贷款", "/hall/loan", ("贷款",)))),
    Column("服务", (HELP, BIND, TEXTS)),
)
PAGES = {"account": ACCOUNT, "texts": TEXTS, "bind": BIND, "help": HELP}
"""What notifications calls a page → its business."""


def _normal(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text)
    return "".join(character for character in folded if character.isalnum())


WORDS = {
    _normal(word): business
    for column in MENU
    for business in column.businesses
    for word in (business.title, *business.words)
}


def asked_for(text: str) -> Business | None:
    """Find the business that somebody names; None where it is no business's name."""
    return WORDS.get(_normal(text))


def menu(hall_url: str) -> dict[str, Any]:
    """Write the menu as `POST /cgi-bin/menu/create` takes it."""
    return {
        "button": [
            {
                "name": column.title,
                "sub_button": [
                    {"type": "view", "name": one.title, "url": hall_url + one.page}
                    for one in column.businesses
                ],
            }
            for column in MENU
        ]
    }
