"""What the unified code says of its holder, and the organisation code (R-CRD-7)."""

import re

from credit.domain import SubjectKind
from shared.base.cleaning import InvalidIdentifier, clean_number

ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
"""GB 11714-1997, of the eight characters before the check character."""
_ORGANISATION = re.compile(r"[0-9A-Z]{8}[0-9X]")
COMMERCE = "9"
"""Registering department 工商: enterprises, individual businesses, farmers' cooperatives."""

HOLDERS = {
    "11": "机关",
    "12": "事业单位",
    "13": "群众团体",
    "51": "社会团体",
    "52": "民办非企业单位",
    "53": "基金会",
    "91": "企业",
    "92": "个体工商户",
    "93": "农民专业合作社",
}
"""First two characters of the unified code → who holds it (GB 32100-2015)."""
OTHER_HOLDER = "其他组织"


def register_of(social_credit_code: str) -> SubjectKind:
    """Say in which register the holder of a code stands (R-CRD-7)."""
    if social_credit_code.startswith(COMMERCE):
        return SubjectKind.LEGAL_PERSON
    return SubjectKind.ORGANISATION


def holder_of(social_credit_code: str) -> str:
    """Say what kind of body a code was given to."""
    return HOLDERS.get(social_credit_code[:2], OTHER_HOLDER)


def organisation_check(body: str) -> str:
    """Return the check character of eight characters of an organisation code (GB 11714)."""
    total = sum(
        int(character, 36) * weight
        for character, weight in zip(body, ORGANISATION_WEIGHTS, strict=True)
    )
    return "0123456789X0"[11 - total % 11]


def organisation_code(text: str) -> str:
    """Return an organisation code without its hyphen; raises `InvalidIdentifier`."""
    code = clean_number(text, hyphens=True).upper()
    if not _ORGANISATION.fullmatch(code):
        raise InvalidIdentifier(
            "invalid_organisation_code", "R-CRD-7", "组织机构代码应为九位数字或大写字母"
        )
    if code[-1] != organisation_check(code[:8]):
        raise InvalidIdentifier(
            "invalid_organisation_code", "R-CRD-7", "组织机构代码校验位不正确，请核对后重新输入"
        )
    return code
