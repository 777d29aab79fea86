"""What a person may consent to and take back (个人信息保护法 art. 14, 15), each purpose in its version.

What the fund must do by law (住房公积金管理条例) needs no consent (art. 13) and is not here: taking it back
would change nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Purpose:
    """What is consented to."""

    code: str
    version: str
    """A new text has a new version, and is consented to anew."""
    text: str
    """What the person reads, in Chinese."""


PURPOSES: Mapping[str, Purpose] = {
    purpose.code: purpose
    for purpose in (
        Purpose(
            "privacy_policy",
            "2026-01",
            "我已阅读《个人信息保护政策》，知悉公积金中心收集哪些信息、为何使用、保存多久以及我的权利。",
        ),
        Purpose(
            "cross_city_sharing",
            "2026-01",
            "我同意公积金中心将我的缴存和贷款信息提供给我申请业务的异地公积金中心。",
        ),
        Purpose(
            "bank_sharing",
            "2026-01",
            "我同意公积金中心将我的缴存和贷款信息提供给我申请贷款的商业银行。",
        ),
    )
}
