"""A small register of the city's credit platform: its employers, a firm that was fined, a list."""

from datetime import date, timedelta
from typing import Any

from city.clients import by_two
from city.seed.office import Office
from city.seed.people import Person, social_credit_code
from city.seed.plan import EMPLOYERS, Plan

CENTRE = "德州市住房公积金管理中心"
CENTRE_CODE = "12371400MB28491737"
TAX, TAX_CODE = "国家税务总局德州市税务局", social_credit_code(90)
APPROVAL, APPROVAL_CODE = "德州市行政审批服务局", social_credit_code(92)
MARKET, MARKET_CODE = "德州市市场监督管理局", social_credit_code(93)
CHECKED = "contract_ended-1"
"""Whose withdrawal shows a check that finds something, and is paid all the same."""
FINED = "德州市德城区宏远纺织有限公司"
FINED_CODE = social_credit_code(91)
DECIDED_DAYS_AGO = 20


async def register_credit(office: Office, plan: Plan, today: date) -> None:
    """Fill it, once, however often it is begun; before anybody's credit is asked about."""
    firms = [(one.name, one.social_credit_code) for one in EMPLOYERS] + [(FINED, FINED_CODE)]
    known: dict[str, str] = {}
    for name, code in firms:
        made = await _agreed(office, "subjects", {"name": name, "code": code}, code)
        known[code] = made["subject_id"]
    decided = today - timedelta(days=DECIDED_DAYS_AGO)
    me = await office.maker.get("gateway/me")
    await by_two(
        office.admin,
        office.other_admin,
        "credit/users/appointments",
        _reporter(me["identity_id"]),
        key="seed-credit-reporter",
    )
    rows = [_fine(decided), _permit(decided)]
    for resident in plan.residents:
        if resident.key == CHECKED:
            who = resident.person
            await _agreed(
                office, "subjects", {"name": who.name, "id_number": who.id_number}, CHECKED
            )
            rows.append(_fine_of_a_person(who, decided))
    record_ids = [
        (await office.maker.post("credit/records", row, key=f"seed-credit-row-{number}"))[
            "record_id"
        ]
        for number, row in enumerate(rows)
    ]
    await _agreed(office, "records/publications", {"record_ids": record_ids}, "publications")
    best = EMPLOYERS[0].social_credit_code
    await _agreed(office, "lists/entries", _listed(known[best], decided), "list")


def _reporter(identity_id: str) -> dict[str, Any]:
    return {
        "identity_id": identity_id,
        "unit_code": CENTRE_CODE,
        "unit_name": CENTRE,
        "county": "德州市",
        "role": "reporter",
    }


async def _agreed(office: Office, path: str, body: dict[str, Any], key: str) -> Any:
    key = f"seed-credit-{key}"
    return await by_two(office.maker, office.checker, f"credit/{path}", body, key=key)


def _fine(decided: date) -> dict[str, Any]:
    return {
        "kind": "penalty",
        "subject_name": FINED,
        "subject_category": "法人及非法人组织",
        "subject_code": FINED_CODE,
        "legal_representative": "李四",
        "document_no": f"德公积金罚字〔{decided.year}〕1号",
        "what": "未办理住房公积金缴存登记",
        "facts": "设立后未在规定期限内办理缴存登记，责令限期办理后仍不办理",
        "basis": "《住房公积金管理条例》第三十七条",
        "penalty_types": ["罚款"],
        "content": "罚款人民币10,000.00元",
        "fine_fen": 1_000_000,
        "decided_on": decided.isoformat(),
        "authority_name": CENTRE,
        "authority_code": CENTRE_CODE,
        "source_name": CENTRE,
        "source_code": CENTRE_CODE,
    }


def _fine_of_a_person(who: Person, decided: date) -> dict[str, Any]:
    """On no page of the public site; found by a check on handling, which refuses nothing (R-CRD-3, 18)."""
    return {
        "kind": "penalty",
        "subject_name": who.name,
        "subject_category": "自然人",
        "id_number": who.id_number,
        "document_no": f"德市监罚字〔{decided.year}〕1号",
        "what": "无照经营",
        "facts": "未办理营业执照从事经营活动",
        "basis": "《无证无照经营查处办法》第十三条",
        "penalty_types": ["罚款"],
        "content": "罚款人民币2,000.00元",
        "fine_fen": 200_000,
        "decided_on": decided.isoformat(),
        "authority_name": MARKET,
        "authority_code": MARKET_CODE,
        "source_name": MARKET,
        "source_code": MARKET_CODE,
    }


def _permit(decided: date) -> dict[str, Any]:
    employer = EMPLOYERS[1]
    return {
        "kind": "permit",
        "subject_name": employer.name,
        "subject_category": "法人及非法人组织",
        "subject_code": employer.social_credit_code,
        "legal_representative": "王五",
        "document_title": "排污许可决定书",
        "document_no": f"德审许字〔{decided.year}〕1号",
        "what": "普通",
        "content": "排污许可",
        "decided_on": decided.isoformat(),
        "valid_from": decided.isoformat(),
        "valid_until": decided.replace(year=decided.year + 5, day=1).isoformat(),
        "authority_name": APPROVAL,
        "authority_code": APPROVAL_CODE,
        "source_name": APPROVAL,
        "source_code": APPROVAL_CODE,
    }


def _listed(subject_id: str, since: date) -> dict[str, Any]:
    return {
        "subject_id": subject_id,
        "list_code": "tax_a",
        "document_no": f"德税信用〔{since.year}〕1号",
        "authority_name": TAX,
        "authority_code": TAX_CODE,
        "basis": "国家税务总局公告2014年第40号",
        "in_on": since.isoformat(),
    }
