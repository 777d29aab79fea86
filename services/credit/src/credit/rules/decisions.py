"""A decision of the fund about a person as a row of 双公示 (R-CRD-4, R-WDR-14); pure."""

from credit.domain import Entry, RecordKind, Row
from credit.rules.entries import NATURAL
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
