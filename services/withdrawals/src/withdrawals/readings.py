"""What was read from papers, in words: whoever decides compares every fact with them (R-WDR-21); pure."""

from collections.abc import Mapping
from typing import Any

from shared.base.money import percent_of, yuan
from withdrawals.dossier import OF_REGISTER, Outcome, Register, Told
from withdrawals.texts import REGISTER_NAMES

GROUPS: Mapping[str, str] = {
    "household": "婚姻",
    "homes": "住房",
    "contracts": "购房",
    "permits": "建房许可或鉴定",
    "leases": "租赁",
    "invoices": "发票",
    "loans": "住房贷款",
    "payments": "还款",
    "bills": "医疗费",
    "disability_grade": "伤残等级",
    "hardship": "最低生活保障",
}
FACTS: Mapping[str, str] = {
    "key": "结婚证字号",
    "married": "已婚",
    "spouse_base_fen": "配偶缴存基数",
    "marriages": "近年婚姻登记次数",
    "number": "编号",
    "unit": "不动产单元号",
    "in_city": "在本市",
    "ordinal": "家庭第几套",
    "new": "新建住房",
    "price_fen": "合同价",
    "value_fen": "发票或评估价",
    "counted_from": "发票或契证日期",
    "loans_fen": "贷款合计",
    "down_payment_fen": "首付款",
    "paid_fen": "已付自有资金",
    "share_bp": "家庭份额",
    "relatives": "买受人均为近亲属",
    "resold": "短期内多次转手",
    "elsewhere": "不在缴存地和户籍地",
    "granted_on": "批准日期",
    "area_hundredths": "面积",
    "public": "公共租赁住房",
    "rent_fen": "月租金",
    "begins_on": "起租日",
    "ends_on": "到期日",
    "use": "用途",
    "fen": "金额",
    "dated_on": "开票日期",
    "paid_on": "付款日期",
    "fund": "公积金贷款",
    "instalment_fen": "月还款额",
    "balance_fen": "贷款余额",
    "arrears": "有逾期",
    "offset": "签有冲抵协议",
    "paid_off_on": "结清日期",
    "own_fen": "其中自有资金",
    "person": "医疗费属于",
    "settled_on": "结算日期",
}
"""Every fact that papers may show, by its name in a dossier."""
WORDS: Mapping[str, str] = {
    "renovation": "装修",
    "property_fee": "物业费",
    "build": "建造、翻建、大修",
    "self": "本人",
    "spouse": "配偶",
    "child": "子女",
}
HUNDREDTHS = 100


def in_words(told: Mapping[Register, Told]) -> str:
    """Say what was read, register by register."""
    return "；".join(f"{REGISTER_NAMES[one]}：{_answer(one, said)}" for one, said in told.items())


def _answer(register: Register, said: Told) -> str:
    if said.outcome is not Outcome.YES:
        return "材料表明没有"
    known = [name for name in said.data if name in OF_REGISTER[register]]
    return "、".join(_group(name, said.data[name]) for name in sorted(known)) or "没有填写"


def _group(name: str, value: Any) -> str:
    if not isinstance(value, list):
        return f"{GROUPS[name]}{_value(name, value)}"
    return "、".join(f"{GROUPS[name]}{at}{_value(name, one)}" for at, one in enumerate(value, 1))


def _value(name: str, value: Any) -> str:
    match value:
        case Mapping():
            facts = [_fact(one, value[one]) for one in FACTS if value.get(one) is not None]
            nested = [_group(one, value[one]) for one in ("payments",) if value.get(one)]
            return f"（{'，'.join((*facts, *nested))}）"
        case bool():
            return "是" if value else "否"
        case int() if name == "fen" or name.endswith("_fen"):
            return f"{yuan(value)}元"
        case int() if name.endswith("_bp"):
            return percent_of(value)
        case int() if name.endswith("_hundredths"):
            return f"{value / HUNDREDTHS:.2f}平方米"
        case _:
            return WORDS.get(str(value), str(value))


def _fact(name: str, value: Any) -> str:
    return f"{FACTS[name]}{_value(name, value)}"
