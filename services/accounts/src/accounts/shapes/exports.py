"""The tables that are exported: headings, and how a row of a query becomes a row of each."""

from collections.abc import Callable, Sequence
from datetime import date

from accounts.domain import BUSINESS_TEXTS, LIST_STATES, AccountState
from accounts.rules.sealing import SEAL_REASONS
from accounts.rules.suspense import why_it_lies
from accounts.sealed import id_number_in, name_in
from accounts.shapes.books import AddedValue, BalanceSheet, Position, TrialBalance
from accounts.shapes.citizens import REVERSAL
from accounts.shapes.fields import Row
from shared.base.clock import BUSINESS_ZONE
from shared.base.identifiers import mask_id_number
from shared.base.sheets import Cells, Column, Table
from shared.sealing.personal_data import PersonalData

Make = Callable[[Row], Sequence[object]]

ENTRIES = Table(
    "缴存明细",
    (
        Column("记账日期", Cells.DAY),
        Column("起息日期", Cells.DAY),
        Column("业务类型"),
        Column("所属年月", Cells.MONTH),
        Column("增加（元）", Cells.YUAN),
        Column("减少（元）", Cells.YUAN),
        Column("余额（元）", Cells.YUAN),
    ),
)


def entry(row: Row) -> Sequence[object]:
    """A booked row: what came in and what went out in columns of their own."""
    text, fen = BUSINESS_TEXTS[row["business_type"]], row["amount_fen"]
    return (
        row["booked_on"],
        row["value_date"],
        f"{text}（冲账）" if row["reversal_flag"] == REVERSAL else text,
        row["contribution_month"],
        fen if fen > 0 else None,
        -fen if fen < 0 else None,
        row["balance_after_fen"],
    )


TRIAL_BALANCE = Table(
    "试算平衡表",
    (
        Column("科目编号"),
        Column("科目名称", width=28),
        Column("期初借方余额（元）", Cells.YUAN, 20),
        Column("期初贷方余额（元）", Cells.YUAN, 20),
        Column("本期借方发生额（元）", Cells.YUAN, 20),
        Column("本期贷方发生额（元）", Cells.YUAN, 20),
        Column("期末借方余额（元）", Cells.YUAN, 20),
        Column("期末贷方余额（元）", Cells.YUAN, 20),
    ),
)


def trial_balance(shown: TrialBalance) -> list[Sequence[object]]:
    """Every subject by its code, then the sums of the columns."""
    return [tuple(dict(line).values()) for line in (*shown.items, shown.total)]


VOUCHERS = Table(
    "记账凭证",
    (
        Column("会计期间", Cells.MONTH, 10),
        Column("凭证号", Cells.COUNT, 8),
        Column("凭证日期", Cells.DAY, 12),
        Column("凭证类型", width=10),
        Column("分录号", Cells.COUNT, 8),
        Column("摘要", width=24),
        Column("科目编号", width=10),
        Column("科目名称", width=32),
        Column("借方金额（元）", Cells.YUAN, 18),
        Column("贷方金额（元）", Cells.YUAN, 18),
        Column("制单", width=12),
        Column("复核", width=12),
    ),
)
VOUCHER_KINDS = {"day": "业务凭证", "manual": "手工凭证", "closing": "结转凭证"}
BY_ITSELF = "系统"


def voucher_line(row: Row) -> Sequence[object]:
    """A line of a voucher (分录): one amount, on its side; people by their number in this system."""
    kind = row["business_type"]
    signed = [str(row[name]) if row[name] else BY_ITSELF for name in ("proposed_by", "decided_by")]
    return (
        row["month"],
        row["number"],
        row["booked_on"],
        VOUCHER_KINDS[row["kind"]],
        row["position"],
        BUSINESS_TEXTS[kind] if kind else row["summary"],
        row["subject"],
        row["name"],
        row["debit_fen"] or None,
        row["credit_fen"] or None,
        *signed,
    )


_REPORT = (
    Column("类别"),
    Column("科目编号"),
    Column("项目", width=28),
    Column("金额（元）", Cells.YUAN, 20),
)
BALANCE_SHEET = Table("资产负债表", _REPORT)
ADDED_VALUE = Table("增值收益表", _REPORT)


def balance_sheet(shown: BalanceSheet) -> list[Sequence[object]]:
    """Assets, liabilities and net assets, each with its sum."""
    return [
        *_part("资产", shown.assets, shown.assets_fen),
        *_part("负债", shown.liabilities, shown.liabilities_fen),
        *_part("净资产", shown.net_assets, shown.net_assets_fen),
        ("", "", "负债和净资产总计", shown.liabilities_fen + shown.net_assets_fen),
    ]


def added_value(shown: AddedValue) -> list[Sequence[object]]:
    """Income and expense, each with its sum, and what is left."""
    return [
        *_part("业务收入", shown.income, shown.income_fen),
        *_part("业务支出", shown.expense, shown.expense_fen),
        ("", "", "增值收益", shown.added_value_fen),
    ]


def _part(title: str, lines: Sequence[Position], total_fen: int) -> list[Sequence[object]]:
    shown: list[Sequence[object]] = [
        (title, line.code, line.name, line.amount_fen) for line in lines
    ]
    return [*shown, (title, "", f"{title}合计", total_fen)]


STAFF = Table(
    "职工名册",
    (
        Column("个人账号"),
        Column("姓名"),
        Column("证件号码", width=22),
        Column("账户状态"),
        Column("缴存基数（元）", Cells.YUAN),
        Column("开户日期", Cells.DAY),
        Column("缴至年月", Cells.MONTH),
        Column("封存日期", Cells.DAY),
        Column("封存年月", Cells.MONTH),
        Column("封存原因"),
    ),
)


def staff(data: PersonalData) -> Make:
    """One of an employer's people, without the balance; the ID number is masked (R-QRY-5)."""

    def make(row: Row) -> Sequence[object]:
        reason = row["seal_reason"]
        return (
            row["number"],
            name_in(row, data),
            mask_id_number(id_number_in(row, data)),
            AccountState(row["state"]).text,
            row["base_fen"],
            row["opened_on"],
            row["paid_up_to"],
            row["sealed_on"],
            row["sealed_month"],
            SEAL_REASONS.get(reason, reason),
        )

    return make


LINES = Table(
    "汇缴清册",
    (
        Column("个人账号"),
        Column("姓名"),
        Column("证件号码", width=22),
        Column("缴存基数（元）", Cells.YUAN),
        Column("单位月缴存额（元）", Cells.YUAN),
        Column("个人月缴存额（元）", Cells.YUAN),
        Column("月缴存额（元）", Cells.YUAN),
    ),
)


def line(data: PersonalData) -> Make:
    """One person on a list."""

    def make(row: Row) -> Sequence[object]:
        parts = row["employer_fen"], row["employee_fen"]
        number = mask_id_number(id_number_in(row, data))
        return (
            row["account_number"],
            name_in(row, data),
            number,
            row["base_fen"],
            *parts,
            sum(parts),
        )

    return make


LISTS = Table(
    "汇缴记录",
    (
        Column("汇缴年月", Cells.MONTH),
        Column("状态"),
        Column("人数", Cells.COUNT),
        Column("单位部分（元）", Cells.YUAN),
        Column("个人部分（元）", Cells.YUAN),
        Column("合计（元）", Cells.YUAN),
        Column("缴款码", width=24),
        Column("银行流水号", width=24),
        Column("入账日期", Cells.DAY),
    ),
)


def remittance_list(row: Row) -> Sequence[object]:
    """A month's list."""
    booked_at = row["booked_at"]
    return (
        row["month"],
        LIST_STATES[row["state"]],
        row["head_count"],
        row["employer_fen"],
        row["employee_fen"],
        row["employer_fen"] + row["employee_fen"],
        row["payment_reference"],
        row["bank_serial"],
        booked_at.astimezone(BUSINESS_ZONE).date() if booked_at else None,
    )


STAFF_CHANGES = Table(
    "职工变更记录",
    (
        Column("办理日期", Cells.DAY),
        Column("变更类型"),
        Column("个人账号"),
        Column("姓名"),
        Column("内容或原因", width=32),
        Column("依据材料", width=32),
    ),
)


def staff_change(data: PersonalData) -> Make:
    """Something that was changed of somebody's account."""

    def make(row: Row) -> Sequence[object]:
        return (
            row["on_date"],
            BUSINESS_TEXTS[row["business_type"]],
            row["account_number"],
            name_in(row, data),
            SEAL_REASONS.get(row["reason"], row["reason"]),
            row["evidence"],
        )

    return make


SUSPENSE = Table(
    "暂收款",
    (
        Column("到账日期", Cells.DAY),
        Column("到账金额（元）", Cells.YUAN),
        Column("在账金额（元）", Cells.YUAN),
        Column("其中退款中（元）", Cells.YUAN),
        Column("在账天数", Cells.COUNT, width=10),
        Column("付款人", width=24),
        Column("附言", width=20),
        Column("未入账原因", width=32),
        Column("银行流水号", width=24),
    ),
)


def suspense(today: date) -> Make:
    """A receipt that pays no list, and why (R-DEP-7)."""

    def make(row: Row) -> Sequence[object]:
        tail = row["payer_account_tail"]
        return (
            row["value_date"],
            row["amount_fen"],
            row["left_fen"],
            row["refunding_fen"],
            max(0, (today - row["value_date"]).days),
            f"{row['payer_name']}（尾号{tail}）" if tail else row["payer_name"],
            row["remittance_information"],
            why_it_lies(row),
            row["bank_serial"],
        )

    return make


HISTORY = Table(
    "单位业务历史",
    (
        Column("日期", Cells.DAY),
        Column("事项", width=20),
        Column("起始年月", Cells.MONTH),
        Column("截止年月", Cells.MONTH),
        Column("金额（元）", Cells.YUAN),
        Column("单位比例", Cells.PERCENT),
        Column("个人比例", Cells.PERCENT),
        Column("编号或原因", width=32),
    ),
)
HAPPENED = {
    "registered": "缴存登记",
    "signed": "签订网上业务协议",
    "revoked": "终止网上业务协议",
    "ratio": "缴存比例调整",
    "deferral": "缓缴",
    "remitted": "汇缴入账",
    "paid_back": "补缴入账",
    "refunded": "暂收款退款",
    "refund_returned": "退款被银行退回",
}


def happened(row: Row) -> Sequence[object]:
    """Something that happened to the employer."""
    return (
        row["on_date"],
        HAPPENED[row["what"]],
        row["month"],
        row["until_month"],
        row["amount_fen"],
        row["employer_bp"],
        row["employee_bp"],
        row["text"],
    )
