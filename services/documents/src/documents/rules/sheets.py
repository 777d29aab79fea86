"""The information sheet (个人住房公积金缴存贷款信息表): what one centre tells another of somebody; pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

from pydantic import AwareDatetime, ConfigDict, Field

from documents.errors import Reason, Refused
from documents.rules.contents import (
    Column,
    Contents,
    Holder,
    Pair,
    Section,
    account_section,
    day_text,
    instant_text,
    sum_text,
)
from shared.base.money import yuan
from shared.base.shape import Shape
from shared.messages.accounts import ContributionFactsTold
from shared.messages.facts import ContributionAccount, LoanShown
from shared.messages.loans import LoanFactsTold

TITLE = "个人住房公积金缴存贷款信息表"
LOANS_MAX = 50
Text = Annotated[str, Field(min_length=1, max_length=200)]


class InformationSheet(Shape):
    """What is told of somebody, of one instant."""

    model_config = ConfigDict(frozen=True)

    centre_name: Text
    """Name of the centre that tells it."""
    name: Text
    """Name of the person."""
    id_type_text: Text
    """Type of the identity document in Chinese."""
    id_number: Text
    """Number of the identity document, whole: who shows a code shows that document, too."""
    facts_at: AwareDatetime
    """Instant that it is of."""
    account: ContributionAccount | None
    """The individual account; none without any."""
    loans: list[LoanShown] = Field(max_length=LOANS_MAX)
    """Fund loans of the person, those that are repaid too."""


def sheet_of(
    centre_name: str,
    holder: Holder | None,
    contributions: ContributionFactsTold,
    loans: LoanFactsTold,
) -> InformationSheet:
    """Say what is told; raises `Refused` where there is nothing to tell."""
    if holder is None or (contributions.account is None and not loans.loans):
        raise Refused(Reason.NO_ACCOUNT)
    return InformationSheet(
        centre_name=centre_name,
        name=holder.name,
        id_type_text=holder.id_type_text,
        id_number=holder.id_number,
        facts_at=min(contributions.told_at, loans.told_at),
        account=contributions.account,
        loans=loans.loans[:LOANS_MAX],
    )


LOAN_COLUMNS = (
    Column("借款合同编号", stretches=True),
    Column("身份"),
    Column("放款日期"),
    Column("贷款金额（元）", number=True),
    Column("贷款余额（元）", number=True),
    Column("结清日期"),
)


def contents_of(sheet: InformationSheet, read_at: datetime) -> Contents:
    """Say what is printed of a sheet that another centre told."""
    owed = [loan for loan in sheet.loans if loan.settled_on is None]
    return Contents(
        TITLE,
        f"经本人出示亮码，{sheet.centre_name}提供下列信息，代替纸质证明，供本中心办理业务使用：",
        [
            Section(
                "个人信息",
                [
                    Pair("姓名", sheet.name),
                    Pair("证件类型", sheet.id_type_text),
                    Pair("证件号码", sheet.id_number, True),
                    Pair("提供单位", sheet.centre_name, True),
                    Pair("数据时间", instant_text(sheet.facts_at)),
                    Pair("读取时间", instant_text(read_at)),
                ],
            ),
            _account(sheet.account),
            Section(
                "贷款情况",
                [
                    Pair("公积金贷款次数", f"{len(sheet.loans)}次"),
                    Pair("未结清贷款", f"{len(owed)}笔"),
                    Pair("贷款余额", sum_text(sum(loan.balance_fen for loan in owed)), True),
                ],
                LOAN_COLUMNS if sheet.loans else (),
                _loan_rows(sheet.loans),
            ),
        ],
        "",
        ["亮码当日有效，读取一次后失效；本表由读取系统打印入卷，不作他用。"],
    )


def _account(account: ContributionAccount | None) -> Section:
    if account is None:
        return Section("个人账户", [Pair("个人账户", "没有缴存账户", True)])
    return account_section(account)


def _loan_rows(loans: Sequence[LoanShown]) -> list[list[str]]:
    return [
        [
            loan.contract_number,
            loan.role_text,
            day_text(loan.disbursed_on),
            yuan(loan.amount_fen),
            yuan(loan.balance_fen),
            day_text(loan.settled_on) if loan.settled_on else "",
        ]
        for loan in loans
    ]
