"""What the bank says, in schema order: pain.002.001.10, camt.054.001.08, camt.053.001.08, acmt.024.001.02."""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

from simulators.bank.cards import account_of
from simulators.bank.inbound import STATUS_REQUEST, PaymentFile, StatusRequest, Verifications
from simulators.bank.money import write_yuan
from simulators.bank.reasons import words
from simulators.bank.records import Entry, State
from simulators.bank.xml_writer import Node, pieces, whole

STATUS_REPORT = "pain.002.001.10"
NOTIFICATION = "camt.054.001.08"
STATEMENT = "camt.053.001.08"
VERIFICATION_REPORT = "acmt.024.001.02"

CURRENCY = "CNY"
NOT_RECEIVED = "NOT-RECEIVED"
NOT_PROVIDED = "NOTPROVIDED"
"""What ISO 20022 puts where an identification is required and there is none."""

TRANSACTION_CODES = {
    "payout": ("DBIT", "ICDT", "DMCT"),
    "return": ("CRDT", "ICDT", "RRTN"),
    "debit": ("CRDT", "IDDT", "PMDD"),
    "reversal": ("DBIT", "IDDT", "UPDD"),
    "receipt": ("CRDT", "RCDT", "DMCT"),
}
"""Kind of an entry → CdtDbtInd, Fmly/Cd, SubFmlyCd; the domain is PMNT throughout."""


def file_report(file: PaymentFile, states: Mapping[str, State], now: str) -> bytes:
    """Answer a file that was executed: the state of each of its transactions."""
    statuses = [_status(item.end_to_end_id, states) for item in file.transfers]
    return _report(
        [Node("OrgnlMsgId", file.message_id), Node("OrgnlMsgNmId", file.message)],
        [Node("OrgnlPmtInfAndSts", [Node("OrgnlPmtInfId", file.batch_id), *statuses])],
        now,
    )


def file_refusal(file: PaymentFile, code: str, now: str) -> bytes:
    """Answer a file that was refused whole."""
    return _report(
        [
            Node("OrgnlMsgId", file.message_id),
            Node("OrgnlMsgNmId", file.message),
            Node("GrpSts", "RJCT"),
            _reason(Node("Cd", code), words(code, debit=False)),
        ],
        [],
        now,
    )


def status_report(asked: StatusRequest, states: Mapping[str, State], now: str) -> bytes:
    """Answer a question about keys."""
    statuses = [_status(key, states) for key in asked.end_to_end_ids]
    return _report(
        [Node("OrgnlMsgId", asked.message_id), Node("OrgnlMsgNmId", STATUS_REQUEST)],
        [Node("OrgnlPmtInfAndSts", [Node("OrgnlPmtInfId", NOT_PROVIDED), *statuses])],
        now,
    )


def _report(group: list[Node], batches: list[Node], now: str) -> bytes:
    content = [_header(now), Node("OrgnlGrpInfAndSts", group), *batches]
    return whole(STATUS_REPORT, Node("CstmrPmtStsRpt", content))


def _status(key: str, states: Mapping[str, State]) -> Node:
    state = states.get(key)
    content = [Node("OrgnlEndToEndId", key)]
    if state is None:
        content.append(_reason(Node("Prtry", NOT_RECEIVED)))
        return Node("TxInfAndSts", content)
    content.append(Node("TxSts", state.status))
    if state.reason_code:
        content.append(_reason(Node("Cd", state.reason_code), state.reason_text))
    if state.serial:
        content.append(Node("AccptncDtTm", state.final_at))
        content.append(Node("AcctSvcrRef", state.serial))
    return Node("TxInfAndSts", content)


def _reason(code: Node, text: str = "") -> Node:
    reason = [Node("Rsn", [code])]
    return Node("StsRsnInf", [*reason, Node("AddtlInf", text)] if text else reason)


def verification_report(request: Verifications, flaws: Mapping[str, str | None], now: str) -> bytes:
    """Answer whose cards these are; the reason is a code of the same set as a refused payment's."""
    nobody = Node("Agt", [Node("FinInstnId", [Node("Othr", [Node("Id", NOT_PROVIDED)])])])
    assignment = [
        Node("MsgId", uuid.uuid4().hex),
        Node("CreDtTm", now),
        Node("Assgnr", [nobody]),
        Node("Assgne", [nobody]),
    ]
    original = [Node("MsgId", request.message_id), Node("CreDtTm", request.created_at)]
    reports = [_verified(one.id, flaws[one.id]) for one in request.asked]
    content = [Node("Assgnmt", assignment), Node("OrgnlAssgnmt", original), *reports]
    return whole(VERIFICATION_REPORT, Node("IdVrfctnRpt", content))


def _verified(asked_id: str, flaw: str | None) -> Node:
    content = [Node("OrgnlId", asked_id), Node("Vrfctn", "false" if flaw else "true")]
    if flaw:
        content.append(Node("Rsn", [Node("Cd", flaw)]))
    return Node("Rpt", content)


def notification(account: str, entries: Iterable[Entry], now: str) -> bytes:
    """Tell of entries."""
    about = [Node("Id", uuid.uuid4().hex), Node("CreDtTm", now), _account(account)]
    content = [_header(now), Node("Ntfctn", chain(about, map(_entry, entries)))]
    return whole(NOTIFICATION, Node("BkToCstmrDbtCdtNtfctn", content))


def statement(
    account: str, day: date, balances: tuple[int, int], entries: Iterable[Entry], now: str
) -> Iterator[bytes]:
    """Give a day's statement, in pieces; the entries may be read while it is written."""
    opening, closing = balances
    about = [
        Node("Id", f"{account}-{day:%Y%m%d}"[-35:]),
        Node("CreDtTm", now),
        _account(account),
        _balance("OPBD", opening, day),
        _balance("CLBD", closing, day),
    ]
    content = [_header(now), Node("Stmt", chain(about, map(_entry, entries)))]
    return pieces(STATEMENT, Node("BkToCstmrStmt", content))


def _header(now: str) -> Node:
    return Node("GrpHdr", [Node("MsgId", uuid.uuid4().hex), Node("CreDtTm", now)])


def _account(number: str) -> Node:
    other = Node("Othr", [Node("Id", number)])
    return Node("Acct", [Node("Id", [other]), Node("Ccy", CURRENCY)])


def _balance(code: str, fen: int, day: date) -> Node:
    return Node(
        "Bal",
        [
            Node("Tp", [Node("CdOrPrtry", [Node("Cd", code)])]),
            Node("Amt", write_yuan(abs(fen)), CURRENCY),
            Node("CdtDbtInd", "CRDT" if fen >= 0 else "DBIT"),
            Node("Dt", [Node("Dt", day.isoformat())]),
        ],
    )


def _entry(entry: Entry) -> Node:
    direction, family, sub_family = TRANSACTION_CODES[entry.kind]
    codes = [Node("Cd", family), Node("SubFmlyCd", sub_family)]
    return Node(
        "Ntry",
        [
            Node("NtryRef", str(entry.number)),
            Node("Amt", write_yuan(entry.amount_fen), CURRENCY),
            Node("CdtDbtInd", direction),
            Node("Sts", [Node("Cd", "BOOK")]),
            Node("BookgDt", [Node("Dt", entry.booked_on)]),
            Node("ValDt", [Node("Dt", entry.value_on)]),
            Node("AcctSvcrRef", entry.serial),
            Node("BkTxCd", [Node("Domn", [Node("Cd", "PMNT"), Node("Fmly", codes)])]),
            Node("NtryDtls", [Node("TxDtls", _details(entry))]),
        ],
    )


def _details(entry: Entry) -> list[Node]:
    details = []
    if entry.end_to_end_id:
        details.append(Node("Refs", [Node("EndToEndId", entry.end_to_end_id)]))
    if entry.kind == "receipt":
        payer = Node("Pty", [Node("Nm", entry.party)])
        account = Node("Othr", [Node("Id", account_of(entry.party))])
        parties = [Node("Dbtr", [payer]), Node("DbtrAcct", [Node("Id", [account])])]
        details.append(Node("RltdPties", parties))
        details.append(Node("RmtInf", [Node("Ustrd", entry.remittance)]))
    if entry.reason_code:
        reason = [Node("Rsn", [Node("Cd", entry.reason_code)])]
        details.append(Node("RtrInf", [*reason, Node("AddtlInf", entry.reason_text or "")]))
    return details
