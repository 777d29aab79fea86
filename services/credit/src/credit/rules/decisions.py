"""Decisions of the fund as rows of 双公示: bans on people, fines on employers (R-CRD-4, R-WDR-14); pure."""

from datetime import date

from credit.domain import Entry, RecordKind, Row
from credit.rules.entries import LEGAL, NATURAL, SELF_EMPLOYED
from shared.base.money import yuan
from shared.messages.penalties import PenaltyCause
from shared.messages.withdrawals import BanCause

BASIS = "《住房公积金管理条例》第四十一条"
FINDINGS = {
    BanCause.FALSE_MATERIALS: (
        "使用虚假材料申请使用住房公积金",
        "提供虚假材料申请提取或者贷款，经查证属实",
    ),
    BanCause.LOAN_FRAUD: ("骗取住房公积金贷款", "以欺骗手段取得住房公积金贷款，经查证属实"),
}
"""Per cause the kind of breach and the facts."""


def entry_of(row: Row, centre_name: str, centre_code: str) -> Entry:
    """Write a ban down as a penalty; whom it is about the register knows by a hash alone."""
    what, facts = FINDINGS[BanCause(row["cause"])]
    days = f"自{row['found_on']:%Y-%m-%d}至{row['ends_on']:%Y-%m-%d}"
    return Entry(
        kind=RecordKind.PENALTY,
        subject_name="",
        subject_category=NATURAL,
        document_no=row["document_no"],
        what=what,
        facts=facts,
        basis=BASIS,
        penalty_types=("其他",),
        content=f"{days}不得提取住房公积金、不得申请住房公积金贷款",
        decided_on=row["found_on"],
        authority_name=centre_name,
        authority_code=centre_code,
        source_name=centre_name,
        source_code=centre_code,
    )


BREACHES = {
    PenaltyCause.NOT_REGISTERED: "未办理住房公积金缴存登记",
    PenaltyCause.ACCOUNTS_NOT_OPENED: "未为本单位职工办理住房公积金账户设立手续",
}
"""Per cause of a fine the kind of breach."""
SELF_EMPLOYED_HEAD = "92"
"""Codes of 个体工商户 begin so (R-CRD-10)."""


def entry_of_penalty(
    row: Row, legal_representative: str, centre_name: str, centre_code: str
) -> Entry:
    """Write a fine on an employer down as a penalty."""
    said, code = row["said"], row["social_credit_code"]
    return Entry(
        kind=RecordKind.PENALTY,
        subject_name=said["name"],
        subject_category=SELF_EMPLOYED if code.startswith(SELF_EMPLOYED_HEAD) else LEGAL,
        subject_code=code,
        legal_representative=legal_representative,
        document_no=row["document_no"],
        what=BREACHES[PenaltyCause(said["cause"])],
        facts=said["facts"],
        basis=said["basis"],
        penalty_types=("罚款",),
        content=f"罚款人民币{yuan(said['fine_fen'])}元",
        fine_fen=said["fine_fen"],
        decided_on=date.fromisoformat(said["decided_on"]),
        authority_name=centre_name,
        authority_code=centre_code,
        source_name=centre_name,
        source_code=centre_code,
    )
