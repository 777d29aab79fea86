"""When two accounts are one person's and may be merged (合并), and what is against it (R-ACC-8); pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from accounts.domain import AccountState
from shared.base.cleaning import clean_name
from shared.base.id_documents import IdDocument, IdType
from shared.messages.accounts import RefusalReason

ANSWER_WITHIN = timedelta(hours=24)
"""So long the others may take to say whether anything is under way."""
SLIP_CHARACTERS = 2
"""So many characters of a number may differ by a slip: a digit, and the check character with it."""
OLD_FORM_DIGITS = 15


class MergeState(StrEnum):
    """How a merge stands."""

    ASKED = "asked"
    MERGED = "merged"
    BUSY = "busy"
    EXPIRED = "expired"
    CALLED_OFF = "called_off"

    @property
    def text(self) -> str:
        """For pages."""
        return _TEXTS[self]


_TEXTS = {
    MergeState.ASKED: "核查在办业务",
    MergeState.MERGED: "已合并",
    MergeState.BUSY: "有在办业务，未合并",
    MergeState.EXPIRED: "核查超时，未合并",
    MergeState.CALLED_OFF: "已撤销",
}


class Match(StrEnum):
    """Why two numbers are one person's."""

    SAME_NUMBER = "same_number"
    """Of 15 digits before 1999, and of 18 since."""
    SLIP = "slip"
    REGISTER = "register"
    """The register of identities has confirmed name and number of who stays."""

    @property
    def text(self) -> str:
        """For who decides."""
        return _MATCHES[self]


_MATCHES = {
    Match.SAME_NUMBER: "同一证件号码的15位和18位",
    Match.SLIP: "证件号码相差不超过两位",
    Match.REGISTER: "保留方姓名和证件号码经身份登记核实",
}


@dataclass(frozen=True, repr=False)
class Holder:
    """Whose account it is, and how that stands."""

    name: str
    document: IdDocument
    confirmed: bool
    """The gateway has said what name and number are, after the register's word or that of two people."""
    deceased: bool
    state: AccountState
    business: str = ""
    """What accounts itself has under way for it, in words."""


@dataclass(frozen=True)
class NewMerge:
    """A merge that two people agreed on."""

    id: UUID
    goes_account: str
    stays_account: str
    goes_person: UUID
    stays_person: UUID
    matched_by: Match
    maker_id: UUID
    checker_id: UUID
    reason: str
    evidence: tuple[str, ...]
    asked_at: datetime
    answer_by: datetime


def matched(goes: Holder, stays: Holder) -> Match | None:
    """Say why they are one person; None if that is not shown. The names are the same in any case."""
    if clean_name(goes.name) != clean_name(stays.name):
        return None
    ours, theirs = _resident(goes.document), _resident(stays.document)
    if theirs is not None and goes.document.value == _old_form(theirs):
        return Match.SAME_NUMBER
    if ours is not None and theirs is not None:
        differing = sum(one != other for one, other in zip(ours, theirs, strict=True))
        if differing <= SLIP_CHARACTERS:
            return Match.SLIP
        if _born(ours) != _born(theirs):
            return None
    return Match.REGISTER if stays.confirmed else None


def _resident(document: IdDocument) -> str | None:
    return document.value if document.kind is IdType.RESIDENT_ID else None


def _old_form(number: str) -> str:
    """The number of 15 digits that a resident ID had: no century, no check character."""
    old = number[:6] + number[8:17]
    assert len(old) == OLD_FORM_DIGITS, "a resident ID has 18 characters"
    return old


def _born(number: str) -> str:
    return number[6:14]


def flaw(goes: Holder, stays: Holder) -> str | None:
    """Say why they cannot be merged, in one Chinese clause; None if they can."""
    checks = (
        (matched(goes, stays) is None, "姓名不同，或证件号码未能证明为同一人"),
        (goes.deceased or stays.deceased, "已登记死亡"),
        (stays.state.closed, "保留的账户已销户"),
        (stays.state is AccountState.FROZEN, "保留的账户已冻结"),
        (bool(goes.business), goes.business),
        (bool(stays.business), f"保留的账户{stays.business}"),
    )
    return next((why for wrong, why in checks if wrong), None)


WHY_BUSY = {
    RefusalReason.NO_ACCOUNT: "并出的账户不存在",
    RefusalReason.ACCOUNT_CLOSED: "并出的账户已销户",
    RefusalReason.ACCOUNT_FROZEN: "并出的账户已冻结",
    RefusalReason.NOT_SEALED: "并出的账户未封存，应先由单位封存",
    RefusalReason.FUNDS_ALREADY_RESERVED: "并出的账户有资金正在支付",
    RefusalReason.CHANGE_REQUEST_OPEN: "并出的账户在已确认的汇缴清册中",
    RefusalReason.NOTHING_TO_WITHDRAW: "并出的账户多计利息未处理",
}
"""What refuses a closing withdrawal refuses a merge; but an empty account may go."""
