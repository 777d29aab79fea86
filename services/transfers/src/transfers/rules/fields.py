"""What stands in the messages about letters, and what is read out of them (BDC901 to BDC905); pure.

Field names are those of the platform where they are known (TxFunc, TranAmt, OrAcctAmt, Yinter, OAcctDate,
PayEndDate, SixMconFlag, LoanNum, LoanEndFlag, FrLoanFlag); the others are ours, in its manner.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from shared.base.cleaning import InvalidIdentifier
from shared.base.id_documents import IdDocument, IdType
from transfers.domain import Centre, Information, Subject
from transfers.rules.numbers import is_number

Fields = Mapping[str, str]

DONE, FAILED = "0", "1"
"""Feedback (反馈标志): done, failed; 2, running, is never the last word."""
_MONEY = re.compile(r"(?:0|[1-9]\d{0,13})\.\d{2}")
_MONTH = re.compile(r"\d{4}(?:0[1-9]|1[0-2])")
TEXT_MAX_CHARACTERS = 255
NAME_MAX_CHARACTERS = 120


class BadFields(ValueError):
    """A message that cannot be meant; says which field, never its value."""


@dataclass(frozen=True)
class OwnCentre:
    """Who we are in a letter."""

    code: str
    name: str
    contact: str


@dataclass(frozen=True, repr=False)
class NewLetter:
    """A letter of another centre, as it came."""

    number: str
    centre_code: str
    subject: Subject
    lookup_key: str
    """What the keyed hash of the document is made of (R-CHK-4)."""


def letter(number: str, subject: Subject, there: str, own: OwnCentre, account: str) -> Fields:
    """BDC901, 0: please move this account to us."""
    return {
        "ConNum": number,
        "OutCenCode": there,
        "InCenCode": own.code,
        "InCenName": own.name,
        "InAcctNo": account,
        "Name": subject.name,
        "CertType": subject.id_type,
        "CertNo": subject.id_number,
        "OutAcctNo": subject.account_there or "",
        "Contact": own.contact,
    }


def received(number: str, refusal: str = "") -> Fields:
    """BDC901, 1: we have it; or we do not move the account, and why."""
    feedback = FAILED if refusal else DONE
    return {"ConNum": number, "Feedback": feedback, "Reason": refusal}


def numbered(number: str, reason: str = "") -> Fields:
    """BDC903, BDC904 and BDC905, 1 and 2: about this letter."""
    return {"ConNum": number, "Reason": reason}


def information(number: str, told: Information) -> Fields:
    """BDC905, 0: what the account was, and what was paid."""
    return {
        "ConNum": number,
        "Feedback": DONE,
        "TranAmt": _money(told.amount_fen),
        "OrAcctAmt": _money(told.principal_fen),
        "Yinter": _money(told.interest_fen),
        "OAcctDate": f"{told.opened_on:%Y%m%d}" if told.opened_on else "",
        "PayEndDate": (told.paid_up_to or "").replace("-", ""),
        "SixMconFlag": _flag(told.six_months_in_a_row),
        "LoanNum": str(told.loans),
        "LoanEndFlag": _flag(told.loans_ended),
        "FrLoanFlag": _flag(told.fraud),
        "Contact": told.contact,
    }


def failed(number: str, reason: str) -> Fields:
    """BDC905, 0: nothing was moved after all."""
    return {"ConNum": number, "Feedback": FAILED, "Reason": reason}


def read_number(fields: Fields) -> str:
    """Which letter a message is about; raises `BadFields`."""
    number = fields.get("ConNum", "")
    if not is_number(number):
        raise BadFields("ConNum")
    return number


def read_reason(fields: Fields) -> str:
    """Why, in the other centre's words; cut to a sentence."""
    return fields.get("Reason", "")[:TEXT_MAX_CHARACTERS]


def read_letter(fields: Fields) -> NewLetter:
    """Read BDC901, 0; raises `BadFields`."""
    number, centre = read_number(fields), fields.get("InCenCode", "")
    if not number.startswith(centre) or not re.fullmatch(r"\d{6}", centre):
        raise BadFields("InCenCode")
    document = _document(fields)
    account = fields.get("OutAcctNo", "")
    if not re.fullmatch(r"[0-9A-Za-z]{0,20}", account):
        raise BadFields("OutAcctNo")
    name = _text(fields, "Name", NAME_MAX_CHARACTERS)
    subject = Subject(name, document.kind.value, document.value, account or None)
    return NewLetter(number, centre, subject, document.lookup_key)


def _document(fields: Fields) -> IdDocument:
    try:
        return IdDocument.parse(IdType(fields.get("CertType", "")), fields.get("CertNo", ""))
    except InvalidIdentifier as error:
        raise BadFields("CertNo") from error
    except ValueError as error:
        raise BadFields("CertType") from error


def read_information(fields: Fields) -> Information:
    """Read BDC905, 0, where money moved; raises `BadFields`, also where the sum is not its parts."""
    told = Information(
        amount_fen=_fen(fields, "TranAmt"),
        principal_fen=_fen(fields, "OrAcctAmt"),
        interest_fen=_fen(fields, "Yinter"),
        opened_on=_day(fields, "OAcctDate"),
        paid_up_to=_month(fields, "PayEndDate"),
        six_months_in_a_row=fields.get("SixMconFlag") == "1",
        loans=_count(fields, "LoanNum"),
        loans_ended=fields.get("LoanEndFlag") == "1",
        fraud=fields.get("FrLoanFlag") == "1",
        contact=fields.get("Contact", "")[:TEXT_MAX_CHARACTERS],
    )
    if told.amount_fen != told.principal_fen + told.interest_fen or told.amount_fen == 0:
        raise BadFields("TranAmt")
    return told


def read_centres(fields: Fields) -> list[Centre]:
    """Read BDC909: the centres, each field with its place in the list; raises `BadFields`."""
    found = []
    for place in range(1, _count(fields, "CenCount") + 1):
        code = fields.get(f"CenCode{place}", "")
        if not re.fullmatch(r"\d{6}", code):
            raise BadFields(f"CenCode{place}")
        name = _text(fields, f"CenName{place}", TEXT_MAX_CHARACTERS)
        account = fields.get(f"CenAcct{place}", "")
        if not re.fullmatch(r"[0-9A-Za-z-]{0,34}", account):
            raise BadFields(f"CenAcct{place}")
        owner = fields.get(f"CenAcctName{place}", "")[:TEXT_MAX_CHARACTERS]
        found.append(Centre(code, name, account, owner))
    return found


def _money(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02d}"


def _flag(true: bool) -> str:
    return "1" if true else "0"


def _text(fields: Fields, name: str, longest: int) -> str:
    text = fields.get(name, "").strip()
    if not 0 < len(text) <= longest:
        raise BadFields(name)
    return text


def _fen(fields: Fields, name: str) -> int:
    text = fields.get(name, "")
    if not _MONEY.fullmatch(text):
        raise BadFields(name)
    return int(text.replace(".", ""))


def _count(fields: Fields, name: str) -> int:
    text = fields.get(name) or "0"
    if not re.fullmatch(r"\d{1,3}", text):
        raise BadFields(name)
    return int(text)


def _day(fields: Fields, name: str) -> date | None:
    text = fields.get(name)
    if not text:
        return None
    try:
        return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007 - a day, no instant
    except ValueError as error:
        raise BadFields(name) from error


def _month(fields: Fields, name: str) -> str | None:
    text = fields.get(name)
    if not text:
        return None
    if not _MONTH.fullmatch(text):
        raise BadFields(name)
    return f"{text[:4]}-{text[4:]}"
