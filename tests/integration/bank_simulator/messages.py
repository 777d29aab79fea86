"""The other end of the link: makes what the bank hears, reads what it says, by no code of the bank's."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree
from tests.integration.bank_simulator.schema import NAMESPACE, check

CARD = "6222021612003456788"
OTHER_CARD = "6228480402564890018"
CREATED = "2026-03-02T10:00:00+08:00"


def key() -> str:
    return uuid.uuid4().hex


@dataclass(frozen=True)
class Payment:
    """A CdtTrfTxInf, or a DrctDbtTxInf, to be sent."""

    yuan: str = "100.01"
    card: str = CARD
    holder: str = "张三"
    key: str = field(default_factory=key)
    remittance: str = "提取住房公积金"
    currency: str = "CNY"

    def changed(self, **changes: str) -> "Payment":
        return replace(self, **changes)

    @property
    def xml(self) -> str:
        return (
            f"<CdtTrfTxInf><PmtId><EndToEndId>{self.key}</EndToEndId></PmtId>"
            f'<Amt><InstdAmt Ccy="{self.currency}">{self.yuan}</InstdAmt></Amt>'
            f"<Cdtr><Nm>{escape(self.holder)}</Nm></Cdtr>"
            f"<CdtrAcct><Id><Othr><Id>{self.card}</Id></Othr></Id></CdtrAcct>"
            f"<RmtInf><Ustrd>{escape(self.remittance)}</Ustrd></RmtInf></CdtTrfTxInf>"
        )

    @property
    def debit_xml(self) -> str:
        """Take the money from the card instead."""
        return (
            f"<DrctDbtTxInf><PmtId><EndToEndId>{self.key}</EndToEndId></PmtId>"
            f'<InstdAmt Ccy="{self.currency}">{self.yuan}</InstdAmt>'
            "<DbtrAgt><FinInstnId><Nm>受委托银行</Nm></FinInstnId></DbtrAgt>"
            f"<Dbtr><Nm>{escape(self.holder)}</Nm></Dbtr>"
            f"<DbtrAcct><Id><Othr><Id>{self.card}</Id></Othr></Id></DbtrAcct>"
            f"<RmtInf><Ustrd>{escape(self.remittance)}</Ustrd></RmtInf></DrctDbtTxInf>"
        )


def fen(yuan: str) -> int:
    whole, _point, part = yuan.partition(".")
    return int(whole) * 100 + int(part.ljust(2, "0"))


def yuan(amount_fen: int) -> str:
    return f"{amount_fen // 100}.{amount_fen % 100:02}"


def pain_001(
    payments: Sequence[Payment], *, count: int | None = None, total: str | None = None
) -> bytes:
    """Make a file; its count and sum hold unless given."""
    count = len(payments) if count is None else count
    total = yuan(sum(fen(item.yuan) for item in payments)) if total is None else total
    body = (
        f'<Document xmlns="{NAMESPACE}pain.001.001.09"><CstmrCdtTrfInitn><GrpHdr><MsgId>{key()}</MsgId>'
        f"<CreDtTm>{CREATED}</CreDtTm><NbOfTxs>{count}</NbOfTxs><CtrlSum>{total}</CtrlSum>"
        "<InitgPty><Nm>德州市住房公积金管理中心</Nm></InitgPty></GrpHdr>"
        "<PmtInf><PmtInfId>BATCH-1</PmtInfId><PmtMtd>TRF</PmtMtd><ReqdExctnDt><Dt>2026-03-02</Dt></ReqdExctnDt>"
        "<Dbtr><Nm>德州市住房公积金管理中心</Nm></Dbtr>"
        "<DbtrAcct><Id><Othr><Id>1612002009200000018</Id></Othr></Id></DbtrAcct>"
        "<DbtrAgt><FinInstnId><Nm>受委托银行</Nm></FinInstnId></DbtrAgt>"
        f"{''.join(item.xml for item in payments)}</PmtInf></CstmrCdtTrfInitn></Document>"
    ).encode()
    check(body, "pain.001.001.09")
    return body


def pain_008(debits: Sequence[Payment], *, total: str | None = None) -> bytes:
    """Make a file of debits; its sum holds unless given."""
    total = yuan(sum(fen(item.yuan) for item in debits)) if total is None else total
    body = (
        f'<Document xmlns="{NAMESPACE}pain.008.001.08"><CstmrDrctDbtInitn><GrpHdr><MsgId>{key()}</MsgId>'
        f"<CreDtTm>{CREATED}</CreDtTm><NbOfTxs>{len(debits)}</NbOfTxs><CtrlSum>{total}</CtrlSum>"
        "<InitgPty><Nm>德州市住房公积金管理中心</Nm></InitgPty></GrpHdr>"
        "<PmtInf><PmtInfId>BATCH-1</PmtInfId><PmtMtd>DD</PmtMtd><ReqdColltnDt>2026-03-02</ReqdColltnDt>"
        "<Cdtr><Nm>德州市住房公积金管理中心</Nm></Cdtr>"
        "<CdtrAcct><Id><Othr><Id>1612002009200000018</Id></Othr></Id></CdtrAcct>"
        "<CdtrAgt><FinInstnId><Nm>受委托银行</Nm></FinInstnId></CdtrAgt>"
        f"{''.join(item.debit_xml for item in debits)}</PmtInf></CstmrDrctDbtInitn></Document>"
    ).encode()
    # The package of schemas leaves out this version; what is used of the next one is the same.
    check(body.replace(b"pain.008.001.08", b"pain.008.001.09"), "pain.008.001.09")
    return body


def pacs_028(keys: Sequence[str]) -> bytes:
    """Ask about keys."""
    asked = "".join(f"<TxInf><OrgnlEndToEndId>{item}</OrgnlEndToEndId></TxInf>" for item in keys)
    body = (
        f'<Document xmlns="{NAMESPACE}pacs.028.001.03"><FIToFIPmtStsReq><GrpHdr><MsgId>{key()}</MsgId>'
        f"<CreDtTm>{CREATED}</CreDtTm></GrpHdr>{asked}</FIToFIPmtStsReq></Document>"
    ).encode()
    check(body, "pacs.028.001.03")
    return body


def flat(element: etree._Element) -> dict[str, str]:
    """Read an element's texts by their paths."""
    texts = {}
    for child in element:
        name = etree.QName(child).localname
        if len(child):
            texts |= {f"{name}/{path}": text for path, text in flat(child).items()}
        else:
            texts[name] = child.text or ""
    return texts


def _all(root: etree._Element, name: str) -> list[dict[str, str]]:
    return [flat(element) for element in root.iter(f"{{*}}{name}")]


@dataclass(frozen=True)
class Report:
    """A pain.002."""

    group: dict[str, str]
    statuses: list[dict[str, str]]

    def status(self, payment: "Payment | str") -> dict[str, str]:
        wanted = payment if isinstance(payment, str) else payment.key
        return next(item for item in self.statuses if item["OrgnlEndToEndId"] == wanted)

    @property
    def states(self) -> list[str | None]:
        """TxSts of each transaction, or why it has none."""
        return [item.get("TxSts") or item.get("StsRsnInf/Rsn/Prtry") for item in self.statuses]

    @property
    def reasons(self) -> list[str | None]:
        return [item.get("StsRsnInf/Rsn/Cd") for item in self.statuses]


def pain_002(body: bytes) -> Report:
    """Read an answer to a file or to a question."""
    root = check(body, "pain.002.001.10")
    return Report(_all(root, "OrgnlGrpInfAndSts")[0], _all(root, "TxInfAndSts"))


def camt_054(body: bytes) -> list[dict[str, str]]:
    """Read notified entries."""
    return _all(check(body, "camt.054.001.08"), "Ntry")


@dataclass(frozen=True)
class Statement:
    """A camt.053."""

    balances: dict[str, int]
    """Code → balance in fen."""
    entries: list[dict[str, str]]


def camt_053(body: bytes) -> Statement:
    """Read a day's statement."""
    root = check(body, "camt.053.001.08")
    balances = {}
    for item in _all(root, "Bal"):
        sign = 1 if item["CdtDbtInd"] == "CRDT" else -1
        balances[item["Tp/CdOrPrtry/Cd"]] = sign * fen(item["Amt"])
    return Statement(balances, _all(root, "Ntry"))


def signed_fen(entry: dict[str, Any]) -> int:
    """Read an entry's amount: credits are positive."""
    return fen(entry["Amt"]) * (1 if entry["CdtDbtInd"] == "CRDT" else -1)
