"""What is erased of whom, when, and what the law keeps until when (个人信息保护法 art. 47); pure."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from shared.privacy.kept import BOOKS_YEARS, LOGINS_YEARS, TEXTS_YEARS

MONEY_MAY_COME_BACK = timedelta(days=30)
"""A bank returns a payment within days; until then whoever it was paid to must be reached."""
ASK_AGAIN_AFTER = timedelta(days=365)
"""Whoever was still needed at the end of the time is looked at again a year later."""
LAST_OF_FEBRUARY = 28


class ErasureState(StrEnum):
    """How an erasure stands."""

    ASKED = "asked"
    DONE = "done"
    REFUSED = "refused"

    @property
    def text(self) -> str:
        """For pages."""
        return {"asked": "正在核查贷款", "done": "已删除", "refused": "暂不能删除"}[self.value]


@dataclass(frozen=True)
class Standing:
    """What accounts knows against an erasure."""

    open: bool
    """An account is not closed, or there never was one."""
    closed_on: date | None
    """When the last one was closed; None of whom one is open."""
    busy: str = ""
    """What is under way, in one Chinese clause."""
    phone_erased: bool = False
    anonymised: bool = False


@dataclass(frozen=True)
class Loans:
    """What loans has answered; nothing where it was not asked yet."""

    under_way: bool = False
    last_settled_on: date | None = None


def years_after(day: date, years: int) -> date:
    """The same day so many years later; of 29 February, the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=LAST_OF_FEBRUARY)


def books_kept_until(closed_on: date, loans: Loans) -> date:
    """Until when names and numbers stand beside the books: 30 years after the last of both ended."""
    return years_after(max(closed_on, loans.last_settled_on or closed_on), BOOKS_YEARS)


def against(standing: Standing, loans: Loans, today: date, *, whole: bool) -> str:
    """Say in one Chinese clause why nothing is erased; empty where nothing is against it."""
    if standing.anonymised or (standing.phone_erased and not whole):
        return "已经删除"
    if standing.open or standing.closed_on is None:
        return "个人账户尚未销户，办理业务仍需要这些信息"
    if standing.busy or loans.under_way:
        return standing.busy or "有贷款在办或者尚未结清"
    return _too_early(standing.closed_on, loans, today, whole=whole)


def _too_early(closed_on: date, loans: Loans, today: date, *, whole: bool) -> str:
    if whole and today < books_kept_until(closed_on, loans):
        return "会计档案的保存期限未满"
    if today < closed_on + MONEY_MAY_COME_BACK:
        return f"销户未满{MONEY_MAY_COME_BACK.days}日，其间银行可能退回款项，需要联系您"
    return ""


@dataclass(frozen=True)
class Kept:
    """What stays, by which law, and until when."""

    what: str
    law: str
    until: date | None
    """None: each row by its own date, as `term` says."""
    term: str


GOES = (
    "预留手机号",
    "网上登录、已登录的设备和12329查询密码",
    "短信接收设置和微信绑定",
)
"""What goes at once when somebody asks."""


def stays(closed_on: date | None) -> tuple[Kept, ...]:
    """What the law keeps; the day is known once the account is closed, and a loan may put it off."""
    until = years_after(closed_on, BOOKS_YEARS) if closed_on else None
    books = f"销户和贷款结清后{BOOKS_YEARS}年，之后去除姓名和证件号码"
    return (
        Kept("姓名、证件号码", "《会计档案管理办法》第十四条", until, books),
        Kept(
            "缴存、提取、贷款的账簿、凭证和业务材料",
            "《会计档案管理办法》第十四条",
            until,
            f"{BOOKS_YEARS}年，之后移交档案",
        ),
        Kept(
            "已发送的短信、微信消息和12329来电记录",
            "《民法典》第一百八十八条",
            None,
            f"各自发生后{TEXTS_YEARS}年",
        ),
        Kept("登录记录", "《网络安全法》第二十一条", None, f"各自发生后{LOGINS_YEARS}年"),
        Kept("操作审计记录", "《网络安全法》第二十一条", None, "长期，不含证件号码和手机号"),
    )
