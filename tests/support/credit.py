"""Believable subjects and rows of 双公示: every code has the right check characters."""

import itertools
from typing import Any

CENTRE_CODE = "12371400MB28491737"
"""R-CRD-8, worked by hand: sum 1791, mod 31 = 24."""
FIRM_CODE = "91371400MA3C0AB128"
"""R-CRD-8, the second worked example: sum 1728, mod 31 = 23."""
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_serials = itertools.count(1_001)
"""Of documents; those of a city that is seeded in the same system begin with 1."""


def code_of(serial: int, head: str = "91371402") -> str:
    """Make a unified code: head, organisation number, check character by the table of weights."""
    weights = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
    body = f"{head}MA{serial:07d}"
    total = sum(ALPHABET.index(sign) * weight for sign, weight in zip(body, weights, strict=True))
    return body + ALPHABET[(31 - total % 31) % 31]


def penalty(name: str, code: str, **other: Any) -> dict[str, Any]:
    """A fine of 5,000.00 yuan as an authority hands it in."""
    return {
        "kind": "penalty",
        "subject_name": name,
        "subject_category": "法人及非法人组织",
        "subject_code": code,
        "legal_representative": "李四",
        "document_no": f"德公积金罚字〔2026〕{next(_serials)}号",
        "what": "未办理住房公积金缴存登记",
        "facts": "设立后未在规定期限内办理缴存登记，责令限期办理后仍不办理",
        "basis": "《住房公积金管理条例》第三十七条",
        "penalty_types": ["罚款"],
        "content": "罚款人民币5,000.00元",
        "fine_fen": 500_000,
        "decided_on": "2026-09-01",
        "authority_name": "德州市住房公积金管理中心",
        "authority_code": CENTRE_CODE,
        "source_name": "德州市住房公积金管理中心",
        "source_code": CENTRE_CODE,
    } | other


def permit(name: str, code: str, **other: Any) -> dict[str, Any]:
    """A permit with a long term."""
    return {
        "kind": "permit",
        "subject_name": name,
        "subject_category": "法人及非法人组织",
        "subject_code": code,
        "legal_representative": "李四",
        "document_title": "食品经营许可决定书",
        "document_no": f"德审许字〔2026〕{next(_serials)}号",
        "what": "普通",
        "content": "食品经营：散装食品销售",
        "decided_on": "2026-09-01",
        "valid_from": "2026-09-01",
        "valid_until": "2031-08-31",
        "authority_name": "德州市行政审批服务局",
        "authority_code": CENTRE_CODE,
        "source_name": "德州市行政审批服务局",
        "source_code": CENTRE_CODE,
    } | other


def listed(subject_id: str, list_code: str = "tax_offender", **other: Any) -> dict[str, Any]:
    """A membership as its authority tells it."""
    return {
        "subject_id": subject_id,
        "list_code": list_code,
        "document_no": f"德税失信〔2026〕{next(_serials)}号",
        "authority_name": "国家税务总局德州市税务局",
        "authority_code": CENTRE_CODE,
        "basis": "国家税务总局令第54号第六条",
        "in_on": "2026-09-01",
    } | other


def user(identity_id: Any, **other: Any) -> dict[str, Any]:
    """Somebody who is to look up for the centre."""
    return {
        "identity_id": str(identity_id),
        "unit_code": CENTRE_CODE,
        "unit_name": "德州市住房公积金管理中心",
        "county": "德州市",
        "role": "asker",
    } | other


def many(count: int) -> list[dict[str, str]]:
    """Firms to ask about."""
    return [
        {"name": f"德州第{one}企业有限公司", "code": code_of(one)} for one in range(1, count + 1)
    ]


def policy(document_no: str, **other: Any) -> dict[str, Any]:
    """A document that the public site is to show."""
    return {
        "title": "关于做好信用修复工作的通知",
        "issuer": "德州市发展和改革委员会",
        "document_no": document_no,
        "issued_on": "2026-04-01",
        "body": "信用修复是当事人的权利。\n受理与否三个工作日内告知。",
    } | other


def fine(**other: Any) -> dict[str, Any]:
    """A fine of the fund on an employer that did not register, by the law of before September 2026."""
    return {
        "social_credit_code": FIRM_CODE,
        "name": "德州某某商贸有限公司",
        "legal_representative": "李四",
        "cause": "not_registered",
        "facts": "设立后未在规定期限内办理缴存登记，责令限期办理后仍不办理",
        "fine_fen": 2_000_000,
        "order_number": f"德公积金责字〔2026〕{next(_serials)}号",
        "ordered_until": "2025-09-30",
        "decided_on": "2025-10-15",
        "document_number": f"德公积金罚字〔2026〕{next(_serials)}号",
    } | other


def policies_csv(*numbers: str, issued_on: str = "2026-04-01") -> str:
    """A file of documents, a number each; a text of two paragraphs."""
    rows = [
        f'关于信用修复的通知,德州市发展和改革委员会,{one},{issued_on},"第一段，\n第二段。"'
        for one in numbers
    ]
    return "\r\n".join(["标题,发文机关,发文字号,成文日期,正文", *rows])
