"""Identity documents (证件): their types of appendix A.1, each with the forms of its number."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

from shared.base.cleaning import InvalidIdentifier, clean_number
from shared.base.identifiers import PERMANENT_RESIDENT, ResidentId, mask_id_number


class IdType(StrEnum):
    """ID type (证件类型), appendix A.1."""

    RESIDENT_ID = "01"
    """居民身份证; the residence permits of Hong Kong, Macao and Taiwan people have numbers of this form."""
    OFFICER_ID = "02"
    PASSPORT = "03"
    PERMANENT_RESIDENCE = "04"
    OTHER = "99"
    """Among others the travel permits of Hong Kong, Macao and Taiwan people (通行证)."""

    @property
    def text(self) -> str:
        """For pages."""
        return TYPE_TEXTS[self]


TYPE_TEXTS = {
    IdType.RESIDENT_ID: "居民身份证",
    IdType.OFFICER_ID: "军官证",
    IdType.PASSPORT: "护照",
    IdType.PERMANENT_RESIDENCE: "外国人永久居留身份证",
    IdType.OTHER: "其他证件",
}

_FORMS: dict[IdType, tuple[re.Pattern[str], str]] = {
    IdType.OFFICER_ID: (
        re.compile(r"[一-鿿]{1,4}字第?[0-9]{4,8}号?"),
        "军官证号码应为“某字第”加4至8位数字加“号”",
    ),
    IdType.PASSPORT: (
        re.compile(r"(?=.*[0-9])[A-Z0-9]{5,15}"),
        "护照号码应为5至15位大写字母或数字",
    ),
    IdType.PERMANENT_RESIDENCE: (
        re.compile(r"[A-Z]{3}[0-9]{12}"),
        "外国人永久居留身份证号码应为3位字母加12位数字，或以9开头的18位号码",
    ),
    IdType.OTHER: (
        re.compile(r"(?=.*[0-9])[A-Z0-9()]{6,20}"),
        "证件号码应为6至20位大写字母或数字",
    ),
}
_NEW_PERMIT = re.compile(r"9[0-9]{16}[0-9X]")


@dataclass(frozen=True, repr=False)
class IdDocument:
    """A document that says who somebody is."""

    kind: IdType
    value: str
    warning: str | None = None
    """A remark for whoever enters it (R-CHK-1)."""

    @classmethod
    def parse(cls, kind: IdType, text: str, *, today: date | None = None) -> Self:
        """Check the form of the type's numbers; raises `InvalidIdentifier` (R-CHK-1)."""
        value = clean_number(text).upper()
        if kind is IdType.RESIDENT_ID or (
            kind is IdType.PERMANENT_RESIDENCE and _NEW_PERMIT.fullmatch(value)
        ):
            number = ResidentId.parse(value, today=today)
            return cls(_kind_of(number), number.value, number.warning)
        form, sentence = _FORMS[kind]
        if not form.fullmatch(value):
            raise InvalidIdentifier("invalid_id_number", "R-CHK-1", sentence)
        return cls(kind, value)

    @property
    def lookup_key(self) -> str:
        """What the keyed hash is made of (R-CHK-4).

        18-digit numbers are unique among themselves, others only among those of their type.
        """
        if self.kind in (IdType.RESIDENT_ID, IdType.PERMANENT_RESIDENCE):
            return self.value
        return f"{self.kind.value}:{self.value}"

    def __repr__(self) -> str:
        return f"IdDocument({self.kind.value}, {mask_id_number(self.value)})"


def _kind_of(number: ResidentId) -> IdType:
    """A permanent residence number is one whatever type was chosen for it: nobody becomes two people."""
    permit = number.value.startswith(PERMANENT_RESIDENT)
    return IdType.PERMANENT_RESIDENCE if permit else IdType.RESIDENT_ID
