"""What needs a fresh code, and how its text says it: kind, amount, last digits of the card. Pure.

An operation is a service, a method and a path below the service's base, as it will be called.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from shared.base.money import yuan

CARD_TAIL = 4
PHONE_TAIL = 4
ID_TAIL = 4
WITHDRAWALS = {
    "retirement": "离退休提取",
    "sentenced": "判处刑罚提取",
    "settled_abroad": "非因公出境定居提取",
    "contract_ended": "解除劳动合同关系提取",
    "loan_repaid": "偿还公积金贷款提取",
    "rent": "租房提取",
    "purchase": "购房提取",
    "build": "建造、翻建、大修住房提取",
    "repay_running": "偿还住房贷款本息提取",
    "renovation": "装修提取",
    "property_fee": "物业费提取",
    "unable_to_work": "完全丧失劳动能力提取",
    "illness": "重大疾病提取",
    "hardship": "低保家庭提取",
    "other": "国务院规定的其他情形提取",
}
ANY_WITHDRAWAL = "住房公积金提取"
Body = Mapping[str, object]


@dataclass(frozen=True)
class Confirmable:
    """An operation that needs a fresh code."""

    pattern: re.Pattern[str]
    say: Callable[[Body], str]


def _money(body: Body) -> str:
    amount = body.get("amount_fen")
    return f"{yuan(amount)}元" if isinstance(amount, int) else ""


def _card(body: Body) -> str:
    if body.get("card_id"):
        return "，转入已保存的收款银行卡"
    digits = _digits(body)
    return f"，转入尾号{digits[-CARD_TAIL:]}的银行卡" if digits else ""


def _kept(body: Body) -> str:
    digits = _digits(body)
    return f"，尾号{digits[-CARD_TAIL:]}" if digits else ""


def _digits(body: Body) -> str:
    return re.sub(r"\D", "", str(body.get("card_number") or ""))


def _withdrawal(body: Body) -> str:
    return f"{WITHDRAWALS.get(str(body.get('kind')), ANY_WITHDRAWAL)}{_money(body)}{_card(body)}"


def _early(body: Body) -> str:
    return f"提前还款{_money(body)}" if body.get("kind") == "partial" else "提前结清贷款"


def _confirmable(operation: str, say: Callable[[Body], str]) -> Confirmable:
    return Confirmable(re.compile(operation), say)


def _agreed(body: Body) -> str:
    name = WITHDRAWALS.get(str(body.get("kind")), ANY_WITHDRAWAL)
    return f"签订约定提取：{name}{_card(body)}{_couple(body.get('couple'))}"


def _couple(terms: object) -> str:
    """Who takes first, or how much, by what spouses sign; nothing for whoever signs alone."""
    if not isinstance(terms, dict):
        return ""
    if terms.get("manner") == "order":
        return f"，夫妻约定{'本人' if terms.get('own_first') else '配偶'}先提取"
    share_bp = terms.get("own_share_bp")
    return f"，夫妻约定本人占{_percent(share_bp)}" if isinstance(share_bp, int) else ""


def _percent(basis_points: int) -> str:
    whole, rest = divmod(basis_points, 100)
    return f"{whole}.{rest:02d}%" if rest else f"{whole}%"


def _list(body: Body) -> str:
    total = body.get("total_fen")
    return f"确认清册，合计{yuan(total)}元" if isinstance(total, int) else "确认清册"


def _phone(body: Body) -> str:
    return f"预留手机号改为尾号{str(body.get('phone') or '').strip()[-PHONE_TAIL:]}的号码"


def _identity(body: Body) -> str:
    number = str(body.get("id_number") or "").strip()
    return f"本人姓名和证件更正为证件尾号{number[-ID_TAIL:]}的登记信息"


def _daily(body: Body) -> str:
    limit = body.get("daily_limit_fen")
    return f"每日提取限额改为{yuan(limit)}元" if isinstance(limit, int) else "取消每日提取限额"


def _new_card(body: Body) -> str:
    return f"还款银行卡改为尾号{str(body.get('number') or '')[-CARD_TAIL:]}的银行卡"


def _debit(body: Body) -> str:
    return f"从还款银行卡扣款{_money(body)}归还贷款"


EMPLOYER = r"accounts POST /employers/[^/]{1,20}"
AGREEMENT = r"withdrawals POST /agreements/[^/]{1,40}"
LOAN = r"loans POST /contracts/[^/]{1,30}"
CONFIRMABLES = (
    _confirmable(r"withdrawals POST /applications", _withdrawal),
    _confirmable(r"gateway POST /me/phone", _phone),
    _confirmable(r"gateway POST /me/identity", _identity),
    _confirmable(r"gateway POST /me/query-password", lambda _body: "设置12329查询密码"),
    _confirmable(r"wechat POST /authorisations", lambda _body: "绑定微信"),
    _confirmable(r"documents POST /codes", lambda _body: "生成向外地中心出示的亮码"),
    _confirmable(r"transfers POST /requests", lambda _body: "将外地公积金账户转入本市"),
    _confirmable(r"withdrawals POST /agreements", _agreed),
    _confirmable(AGREEMENT + "/end", lambda _body: "终止约定提取"),
    _confirmable(AGREEMENT + "/couple", lambda body: f"变更约定提取{_couple(body)}"),
    _confirmable(AGREEMENT + "/card", lambda body: f"更换约定提取的银行卡{_card(body)}"),
    _confirmable(r"withdrawals POST /cards", lambda body: f"保存收款银行卡{_kept(body)}"),
    _confirmable(r"withdrawals POST /cards/[^/]{1,40}/removal", lambda _body: "删除收款银行卡"),
    _confirmable(
        r"withdrawals POST /look-up-consent", lambda _body: "授权配偶申请提取时查询本人登记信息"
    ),
    _confirmable(r"withdrawals POST /brakes/unlock", lambda _body: "申请解除提取锁定"),
    _confirmable(r"withdrawals POST /brakes/daily-limit", _daily),
    _confirmable(LOAN + "/early-repayments", _early),
    _confirmable(LOAN + "/owed-payments", lambda _body: "归还到期及逾期贷款"),
    _confirmable(LOAN + "/my-agreement", lambda _body: "签订公积金冲还贷协议"),
    _confirmable(LOAN + "/my-agreement/end", lambda _body: "终止公积金冲还贷协议"),
    _confirmable(r"accounts POST /my/erasure", lambda _body: "删除预留手机号并注销登录"),
    _confirmable(r"accounts POST /lists/[^/]{1,40}/confirmation", _list),
    _confirmable(
        r"accounts POST /back-payments/[^/]{1,40}/confirmation", lambda _body: "确认补缴清单"
    ),
    _confirmable(r"accounts POST /lists/[^/]{1,40}/allotment", lambda _body: "以暂收款缴纳清册"),
    _confirmable(
        r"accounts POST /suspense/[^/]{1,40}/refund", lambda body: f"申请暂收款退款{_money(body)}"
    ),
    _confirmable(EMPLOYER + "/agreement", lambda _body: "签订网上业务协议"),
    _confirmable(EMPLOYER + "/agreement/revocation", lambda _body: "终止网上业务协议"),
)
AT_COUNTER = (
    _confirmable(r"withdrawals POST /counter-applications", _withdrawal),
    _confirmable(LOAN + "/counter/card-changes", _new_card),
    _confirmable(LOAN + "/counter/card-repayments", _debit),
    _confirmable(LOAN + "/counter/early-repayments", _early),
)
"""What staff enter for somebody, who confirms it with the own phone."""


def said_of(operation: str, body: object, *, at_counter: bool = False) -> str | None:
    """What the text says of an operation; None where it needs no confirmation."""
    members = body if isinstance(body, dict) else {}
    for one in AT_COUNTER if at_counter else CONFIRMABLES:
        if one.pattern.fullmatch(operation):
            return f"柜台办理{one.say(members)}" if at_counter else one.say(members)
    return None
