"""Numbers that people type in: resident ID, bank card, social credit code, mobile phone (R-CHK).

Each is parsed once, where it comes in, into a type that cannot be wrong. `repr` and `str` are masked, so
that a log line cannot give one away; the clear text is `.value`.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from shared.base.cleaning import InvalidIdentifier, clean_number, shown_name
from shared.base.clock import SystemClock

__all__ = [
    "BankCard",
    "InvalidIdentifier",
    "Phone",
    "ResidentId",
    "SocialCreditCode",
    "luhn_sum",
    "mask_card",
    "mask_id_number",
    "mask_name",
    "mask_phone",
]

ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
ID_CHECK_CHARACTERS = "10X98765432"
CREDIT_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""GB 32100: digits and letters without I, O, S, V, Z."""

PROVINCES = frozenset(
    str(number)
    for first, last in (
        (11, 15),
        (21, 23),
        (31, 37),
        (41, 46),
        (50, 54),
        (61, 65),
        (71, 71),
        (81, 83),
    )
    for number in range(first, last + 1)
)
"""First two digits of region codes (GB/T 2260; 81 to 83 are residence permits)."""

_ID = re.compile(r"[0-9]{17}[0-9X]")
_OLD_ID = re.compile(r"[0-9]{15}")
_CARD = re.compile(r"[0-9]{16,19}")
_CREDIT_CODE = re.compile(rf"[{CREDIT_CODE_ALPHABET}]{{2}}[0-9]{{6}}[{CREDIT_CODE_ALPHABET}]{{10}}")
_PHONE = re.compile(r"(?:\+86|0086|86)?(1[3-9][0-9]{9})")
PERMANENT_RESIDENT = "9"
"""First digit of a foreigner's permanent residence number (GA 2102); the province follows it."""


@dataclass(frozen=True, repr=False)
class ResidentId:
    """Resident ID number (居民身份证号码), GB 11643."""

    value: str

    @classmethod
    def parse(cls, text: str, *, today: date | None = None) -> Self:
        """Check length, check character and date of birth; raises `InvalidIdentifier` (R-CHK-1)."""
        value = clean_number(text).upper()
        if _OLD_ID.fullmatch(value):
            raise _invalid_id("15位身份证号码已停用，请输入18位号码")
        if not _ID.fullmatch(value):
            raise _invalid_id("身份证号码应为18位，末位可以是X")
        total = sum(weight * int(digit) for weight, digit in zip(ID_WEIGHTS, value, strict=False))
        if value[-1] != ID_CHECK_CHARACTERS[total % 11]:
            raise _invalid_id("身份证号码校验位不正确，请核对后重新输入")
        try:
            born = _birth_date(value)
        except ValueError:
            raise _invalid_id("身份证号码中的出生日期不存在") from None
        if born > (today or SystemClock().today()):
            raise _invalid_id("身份证号码中的出生日期晚于今天")
        return cls(value)

    @property
    def birth_date(self) -> date:
        """Date of birth (出生日期)."""
        return _birth_date(self.value)

    @property
    def warning(self) -> str | None:
        """A remark for staff; an unknown region is no reason to refuse (R-CHK-1)."""
        first = 1 if self.value.startswith(PERMANENT_RESIDENT) else 0
        return (
            None
            if self.value[first : first + 2] in PROVINCES
            else "身份证号码的地区代码未知，请留意核对"
        )

    def __repr__(self) -> str:
        return f"ResidentId({mask_id_number(self.value)})"


@dataclass(frozen=True, repr=False)
class BankCard:
    """Bank card number (银行卡号)."""

    value: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Check length and the Luhn digit; raises `InvalidIdentifier` (R-CHK-2)."""
        value = clean_number(text, hyphens=True)
        if not _CARD.fullmatch(value):
            raise InvalidIdentifier("invalid_bank_card", "R-CHK-2", "银行卡号应为16至19位数字")
        if luhn_sum(value) % 10 != 0:
            raise InvalidIdentifier(
                "invalid_bank_card", "R-CHK-2", "银行卡号校验位不正确，请核对后重新输入"
            )
        return cls(value)

    @property
    def tail(self) -> str:
        """Last four digits (尾号)."""
        return self.value[-4:]

    def __repr__(self) -> str:
        return f"BankCard({mask_card(self.value)})"


@dataclass(frozen=True)
class SocialCreditCode:
    """Unified social credit code (统一社会信用代码), GB 32100; public, hence not masked."""

    value: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Check form and check character; raises `InvalidIdentifier` (R-CHK-3)."""
        value = clean_number(text).upper()
        if not _CREDIT_CODE.fullmatch(value):
            raise InvalidIdentifier(
                "invalid_social_credit_code",
                "R-CHK-3",
                "统一社会信用代码应为18位数字或大写字母（不含I、O、S、V、Z）",
            )
        if value[-1] != _credit_code_check(value[:-1]):
            raise InvalidIdentifier(
                "invalid_social_credit_code",
                "R-CHK-3",
                "统一社会信用代码校验位不正确，请核对后重新输入",
            )
        return cls(value)

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, repr=False)
class Phone:
    """Mainland mobile number (手机号码), 11 digits without the country code."""

    value: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Check the form; +86 is understood; raises `InvalidIdentifier`."""
        match = _PHONE.fullmatch(clean_number(text, hyphens=True))
        if match is None:
            raise InvalidIdentifier("invalid_phone", "R-CHK-4", "请输入11位大陆手机号码")
        return cls(match.group(1))

    @property
    def tail(self) -> str:
        """Last four digits (尾号)."""
        return self.value[-4:]

    def __repr__(self) -> str:
        return f"Phone({mask_phone(self.value)})"


def luhn_sum(digits: str) -> int:
    """Add the digits as Luhn does, every second one from the right doubled."""
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return sum(int(digit) for digit in digits[-1::-2]) + sum(doubled)


def mask_id_number(value: str) -> str:
    """Hide the birth date and more: first four and last four characters stay."""
    return f"{value[:4]}{'*' * max(len(value) - 8, 1)}{value[-4:]}"


def mask_card(value: str) -> str:
    """Leave only the last four digits."""
    return f"{'*' * max(len(value) - 4, 1)}{value[-4:]}"


def mask_phone(value: str) -> str:
    """Leave the first three and last four digits."""
    return f"{value[:3]}****{value[-4:]}"


def mask_name(value: str) -> str:
    """Leave only the first character of a name that can be seen."""
    seen = shown_name(value)
    return f"{seen[:1]}{'*' * max(len(seen) - 1, 1)}"


def _invalid_id(detail_zh: str) -> InvalidIdentifier:
    return InvalidIdentifier("invalid_id_number", "R-CHK-1", detail_zh)


def _birth_date(value: str) -> date:
    return date(int(value[6:10]), int(value[10:12]), int(value[12:14]))


def _credit_code_check(body: str) -> str:
    total = sum(
        CREDIT_CODE_ALPHABET.index(character) * pow(3, position, 31)
        for position, character in enumerate(body)
    )
    return CREDIT_CODE_ALPHABET[-total % 31]
