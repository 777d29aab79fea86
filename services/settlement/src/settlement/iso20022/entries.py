"""What the bank booked on the special account: camt.054.001.08 as it happens, camt.053.001.08 by the day."""

from collections import Counter
from datetime import date

from lxml import etree

from settlement.domain import Entry, EntryKind, Notification, OddEntry, Statement
from settlement.iso20022.xml import BadMessage, Reader, parse, read_key
from shared.base.money import Fen

CAMT_053 = "camt.053.001.08"
CAMT_054 = "camt.054.001.08"
NUMBER_MAX_DIGITS = 18
TEXT_MAX_CHARACTERS = 500

_KINDS = {
    ("DBIT", "PMNT", "ICDT", "DMCT"): EntryKind.PAYOUT,
    ("CRDT", "PMNT", "ICDT", "RRTN"): EntryKind.RETURN,
    ("CRDT", "PMNT", "IDDT", "PMDD"): EntryKind.DEBIT,
    ("DBIT", "PMNT", "IDDT", "UPDD"): EntryKind.REVERSAL,
    ("CRDT", "PMNT", "RCDT", "DMCT"): EntryKind.RECEIPT,
}
_KEYED = frozenset(EntryKind) - {EntryKind.RECEIPT, EntryKind.OTHER}
_INDICATORS = {"CRDT": True, "DBIT": False}


def read_notification(body: bytes) -> Notification:
    """Read a camt.054, its entries by number; raises `BadMessage`. An odd entry spoils no other."""
    read = Reader(CAMT_054)
    content = parse(body, CAMT_054)
    if content.tag != read.name("BkToCstmrDbtCdtNtfctn"):
        raise BadMessage("no notification")
    return Notification(*_entries(read, content))


def read_statement(body: bytes) -> Statement:
    """Read a camt.053 of one business day; raises `BadMessage`. An odd entry spoils no other."""
    read = Reader(CAMT_053)
    content = parse(body, CAMT_053)
    statement = read.find(content, "Stmt")
    if content.tag != read.name("BkToCstmrStmt") or statement is None:
        raise BadMessage("no statement")
    balances = {
        read.text(item, "Tp", "CdOrPrtry", "Cd"): item
        for item in statement.iterchildren(read.name("Bal"))
    }
    try:
        opening, closing = balances["OPBD"], balances["CLBD"]
    except KeyError as error:
        raise BadMessage("opening or closing balance is missing") from error
    entries, odd = _entries(read, content)
    return Statement(
        business_date=_date(read, closing, "Dt"),
        opening_fen=_balance(read, opening),
        closing_fen=_balance(read, closing),
        entries=entries,
        odd=odd,
    )


def _balance(read: Reader, item: "etree._Element") -> Fen:
    amount = read.balance(item, "Amt")
    return amount if _is_credit(read, item) else Fen(-amount)


def _entries(
    read: Reader, content: "etree._Element"
) -> tuple[tuple[Entry, ...], tuple[OddEntry, ...]]:
    """Return the entries by number, and the odd ones; one that is told twice, word for word, is one."""
    found: dict[Entry, str] = {}
    odd: list[OddEntry] = []
    for item in content.iter(read.name("Ntry")):
        words = etree.tostring(item, encoding="unicode", with_tail=False)
        try:
            found.setdefault(_entry(read, item), words)
        except BadMessage as error:
            odd.append(OddEntry(_number_or_none(read, item), str(error), words))
    numbers = Counter(entry.number for entry in found)
    believed: dict[str, Entry] = {}
    for entry in sorted(found, key=lambda entry: entry.number):
        if numbers[entry.number] > 1:
            odd.append(OddEntry(entry.number, "one number for two entries", found[entry]))
        elif entry.serial in believed:
            odd.append(OddEntry(entry.number, "one serial for two entries", found[entry]))
        else:
            believed[entry.serial] = entry
    return tuple(believed.values()), tuple(odd)


def _number_or_none(read: Reader, item: "etree._Element") -> int | None:
    try:
        return _number(read.need(item, "NtryRef"))
    except BadMessage:
        return None


def _date(read: Reader, item: "etree._Element", name: str) -> date:
    """A date, or the business date of an instant: ISO 20022 lets the bank choose (DateAndDateTime2Choice)."""
    if read.find(item, name, "DtTm") is not None:
        return read.business_date(item, name, "DtTm")
    return read.day(item, name, "Dt")


def _entry(read: Reader, item: "etree._Element") -> Entry:
    if read.text(item, "Sts", "Cd") != "BOOK":
        raise BadMessage("an entry that is not booked")
    domain = read.find(item, "BkTxCd", "Domn")
    details = read.find(item, "NtryDtls", "TxDtls")
    code = (
        read.text(item, "CdtDbtInd"),
        read.text(item, "BkTxCd", "Domn", "Cd"),
        "" if domain is None else read.text(domain, "Fmly", "Cd"),
        "" if domain is None else read.text(domain, "Fmly", "SubFmlyCd"),
    )
    kind = _KINDS.get(code, EntryKind.OTHER)
    keyed = kind in _KEYED and details is not None
    return Entry(
        number=_number(read.need(item, "NtryRef")),
        serial=read.need(item, "AcctSvcrRef"),
        kind=kind,
        amount_fen=read.amount(item, "Amt"),
        credit=_is_credit(read, item),
        booked_on=_date(read, item, "BookgDt"),
        value_on=_date(read, item, "ValDt"),
        key=read_key(_text(read, details, "Refs", "EndToEndId")) if keyed else None,
        reason_code=_text(read, details, "RtrInf", "Rsn", "Cd"),
        reason_text=_text(read, details, "RtrInf", "AddtlInf"),
        payer_name=_text(read, details, "RltdPties", "Dbtr", "Pty", "Nm"),
        payer_account=_text(read, details, "RltdPties", "DbtrAcct", "Id", "Othr", "Id"),
        remittance_information=_text(read, details, "RmtInf", "Ustrd"),
    )


def _is_credit(read: Reader, item: "etree._Element") -> bool:
    indicator = read.need(item, "CdtDbtInd")
    if indicator not in _INDICATORS:
        raise BadMessage("neither credit nor debit")
    return _INDICATORS[indicator]


def _text(read: Reader, details: "etree._Element | None", *path: str) -> str:
    return "" if details is None else read.text(details, *path)[:TEXT_MAX_CHARACTERS]


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= NUMBER_MAX_DIGITS and int(text) > 0):
        raise BadMessage("an entry's number is no number")
    return int(text)
