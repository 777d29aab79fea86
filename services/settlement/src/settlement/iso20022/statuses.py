"""What the bank says about keys: pain.002.001.10, read without trust."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from settlement.domain import DOUBTFUL, Answer, OrderId, Verdict
from settlement.iso20022.xml import BadMessage, Reader, parse, read_key
from shared.base.money import Fen

if TYPE_CHECKING:
    from lxml import etree

PAIN_002 = "pain.002.001.10"
NOT_RECEIVED = "NOT-RECEIVED"
TEXT_MAX_CHARACTERS = 500
_read = Reader(PAIN_002)


@dataclass(frozen=True)
class Report:
    """A pain.002: what it answers, and what it says of each key in it."""

    original_message_id: str
    group_refusal: str
    """Reason code of a file that was refused whole, else empty."""
    answers: Mapping[OrderId, Answer] = field(default_factory=dict)
    amounts: Mapping[OrderId, Fen] = field(default_factory=dict)
    """Where the answer repeats the amount of the original."""
    foreign: int = 0
    """Statuses under keys that are none of ours: not our orders, and no reason to doubt the others."""

    def only(self, keys: Collection[OrderId]) -> "Report":
        """Leave out what is said of other keys than were asked about."""
        known = {key: answer for key, answer in self.answers.items() if key in keys}
        others = len(self.answers) - len(known)
        return replace(self, answers=known, foreign=self.foreign + others)

    def about(self, key: OrderId, amount_fen: Fen) -> Answer:
        """Return the answer about a key; doubtful when it is missing or about another amount."""
        if self.amounts.get(key, amount_fen) != amount_fen:
            return DOUBTFUL
        return self.answers.get(key, DOUBTFUL)


def read_report(body: bytes) -> Report:
    """Read a pain.002; raises `BadMessage`. A transaction that makes no sense is doubtful by itself."""
    content = parse(body, PAIN_002)
    group = _read.find(content, "OrgnlGrpInfAndSts")
    if content.tag != _read.name("CstmrPmtStsRpt") or group is None:
        raise BadMessage("no payment status report")
    answers: dict[OrderId, Answer] = {}
    amounts: dict[OrderId, Fen] = {}
    foreign = 0
    for item in content.iter(_read.name("TxInfAndSts")):
        key = read_key(_read.text(item, "OrgnlEndToEndId"))
        if key is None:
            foreign += 1
            continue
        answer = _answer(item)
        answers[key] = answer if answers.get(key, answer) == answer else DOUBTFUL
        if _read.find(item, "OrgnlTxRef", "Amt", "InstdAmt") is not None:
            amounts[key] = _amount(item)
    refused = _read.text(group, "GrpSts") == "RJCT"
    reason = _read.text(group, "StsRsnInf", "Rsn", "Cd") or "RJCT"
    return Report(
        _read.text(group, "OrgnlMsgId"), reason if refused else "", answers, amounts, foreign
    )


def _amount(item: "etree._Element") -> Fen:
    """The amount of the original; none that an order can have where it makes no sense."""
    try:
        return _read.amount(item, "OrgnlTxRef", "Amt", "InstdAmt")
    except BadMessage:
        return Fen(0)


def _answer(item: "etree._Element") -> Answer:
    try:
        match _read.text(item, "TxSts"):
            case "ACSC":
                serial = _read.need(item, "AcctSvcrRef")
                return Answer(Verdict.PAID, serial, _read.business_date(item, "AccptncDtTm"))
            case "RJCT":
                code = _read.need(item, "StsRsnInf", "Rsn", "Cd")
                text = _read.text(item, "StsRsnInf", "AddtlInf")[:TEXT_MAX_CHARACTERS]
                return Answer(Verdict.REFUSED, reason_code=code, reason_text=text)
            case "PDNG":
                return Answer(Verdict.PENDING)
            case "" if _read.text(item, "StsRsnInf", "Rsn", "Prtry") == NOT_RECEIVED:
                return Answer(Verdict.NOT_RECEIVED)
            case _:
                return DOUBTFUL
    except BadMessage:
        return DOUBTFUL
