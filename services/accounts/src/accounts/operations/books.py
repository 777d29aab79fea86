"""Vouchers by hand, a month's and a year's closing: signed by two people."""

import hashlib

from accounts.domain import Month
from accounts.handlers import books
from accounts.shapes.books import Distributed, MonthClosing, VoucherBody, VoucherPosted, YearClosing
from accounts.store.books import NewVoucher
from shared.base.money import Fen, yuan
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


async def _examine_voucher(unit: Unit, body: VoucherBody, _by: Principal) -> Facts:
    month, lines, receipt = body.read()
    await books.check_voucher(unit, month, lines, receipt)
    total = Fen(sum(line.credit_fen for line in lines))
    summary = f"记账凭证（{month}）：{body.summary}，{len(lines)}行，贷方合计{yuan(total)}元"
    return Facts(f"{body.month}/{_digest(body)}", summary, amount_fen=total)


def _digest(body: VoucherBody) -> str:
    """So that the same voucher is not proposed twice at once, and two different ones of a month are."""
    moved = body.model_dump_json(include={"summary", "lines", "receipt"})
    return hashlib.sha256(moved.encode()).hexdigest()[:16]


async def _post(unit: Unit, body: VoucherBody, decision: Decision) -> VoucherPosted:
    month, lines, receipt = body.read()
    signed_by = (decision.maker_id, decision.checker_id)
    new = NewVoucher(month.first, "manual", body.summary, lines, signed_by, receipt)
    return VoucherPosted(month=body.month, number=await books.post_voucher(unit, new))


async def _examine_month(unit: Unit, body: MonthClosing, _by: Principal) -> Facts:
    await books.check_plain_month(unit, Month.parse(body.month))
    return Facts(body.month, f"{body.month}月结")


async def _close_month(unit: Unit, body: MonthClosing, decision: Decision) -> None:
    signed_by = (decision.maker_id, decision.checker_id)
    await books.close_month(unit, Month.parse(body.month), signed_by)


async def _examine_year(unit: Unit, body: YearClosing, _by: Principal) -> Facts:
    found = await books.check_year(unit, body.year, body.risk_reserve_fen, body.management_fee_fen)
    shown = Distributed.of(body.year, found)
    summary = (
        f"{body.year}年年结，增值收益{yuan(shown.added_value_fen)}元，"
        f"风险准备金{yuan(shown.risk_reserve_fen)}元，管理费用{yuan(shown.management_fee_fen)}元，"
        f"廉租住房补充资金{yuan(shown.housing_supplement_fen)}元"
    )
    return Facts(str(body.year), summary)


async def _close_year(unit: Unit, body: YearClosing, decision: Decision) -> Distributed:
    signed_by = (decision.maker_id, decision.checker_id)
    found = await books.close_year(
        unit, body.year, body.risk_reserve_fen, body.management_fee_fen, signed_by
    )
    return Distributed.of(body.year, found)


POST = Operation("voucher.post", "手工记账凭证", VoucherBody, _examine_voucher, _post)
CLOSE_MONTH = Operation("period.close", "月结", MonthClosing, _examine_month, _close_month)
CLOSE_YEAR = Operation("year.close", "年结", YearClosing, _examine_year, _close_year)
OPERATIONS = (POST, CLOSE_MONTH, CLOSE_YEAR)
