"""What the platform does with the requests of the real centre; every answer is a status and a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulators.letters.book import Book

OK, REFUSED = "0", "1"


@dataclass(frozen=True)
class Told:
    """An answer of the platform."""

    status: str = OK
    code: str = "0000"
    text: str = ""
    body: Mapping[str, str] = field(default_factory=dict)


def _no(code: str, text: str) -> Told:
    return Told(REFUSED, code, text)


class Taking:
    """The rules of the platform."""

    def __init__(self, book: Book, own: str) -> None:
        """`own` is the code of the real centre."""
        self._book = book
        self._own = own

    def take(self, code: str, serial: str, body: Mapping[str, str]) -> Told:
        """Do what is asked, once: the same serial gets the same answer."""
        if code in ("SYS600", "BDC002"):
            return Told()
        if code == "BDC904":
            return self._progress(body)
        if code == "BDC909":
            return self._centres()
        before = self._book.answered(serial)
        if before is not None:
            return Told(before[1], before[0], before[2])
        with self._book.whole():
            told = self._do(code, body)
            self._book.answer(serial, told.code, told.status, told.text)
        return told

    def _do(self, code: str, body: Mapping[str, str]) -> Told:
        match code, body.get("TxFunc"):
            case "BDC901", "0":
                return self._new(body)
            case "BDC901", "1":
                refused = body.get("Feedback") == "1"
                return self._theirs(body, ("01", "02"), "13" if refused else "02")
            case "BDC903", _:
                return self._cancel(body)
            case "BDC905", _:
                return self._information(body)
        return _no("E104", "未知的交易")

    def _information(self, body: Mapping[str, str]) -> Told:
        function = body.get("TxFunc")
        if function == "0":
            failed = body.get("Feedback") == "1"
            return self._theirs(body, ("01", "02", "06", "08"), "40" if failed else "08")
        if function == "1":
            return self._ours(body, ("08", "06"), "06")
        letter = self._book.letter(body.get("ConNum", ""))
        done = "20" if letter and letter["state"] == "06" else "00"
        return self._ours(body, ("08", "06"), done)

    def _new(self, body: Mapping[str, str]) -> Told:
        number, there = body.get("ConNum", ""), body.get("OutCenCode", "")
        if not number.startswith(self._own) or len(number) != 16:
            return _no("E105", "联系函编号有误")
        if there == self._own or self._book.centre(there) is None:
            return _no("E101", "名录中没有转出中心")
        self._book.add(number, there, self._own, body)
        return Told()

    def _cancel(self, body: Mapping[str, str]) -> Told:
        letter = self._book.letter(body.get("ConNum", ""))
        if letter is None or letter["in_centre"] != self._own:
            return _no("E102", "没有该联系函")
        if letter["state"] not in ("01", "05"):
            return _no("E103", "转出中心已接收，不能撤销")
        self._book.move(letter["number"], "05")
        return Told()

    def _theirs(self, body: Mapping[str, str], before: tuple[str, ...], after: str) -> Told:
        """The real centre answers another one's letter."""
        letter = self._book.letter(body.get("ConNum", ""))
        if letter is None or letter["out_centre"] != self._own:
            return _no("E102", "没有该联系函")
        if letter["state"] not in before:
            return _no("E103", "联系函状态不符")
        if after == "08":
            self._book.inform(letter["number"], body)
            after = letter["state"] if letter["state"] == "06" else after
        self._book.move(letter["number"], after, body.get("Reason", ""))
        return Told()

    def _ours(self, body: Mapping[str, str], before: tuple[str, ...], after: str) -> Told:
        """The real centre goes on with its own letter."""
        letter = self._book.letter(body.get("ConNum", ""))
        if letter is None or letter["in_centre"] != self._own:
            return _no("E102", "没有该联系函")
        if letter["state"] not in before:
            return _no("E103", "联系函状态不符")
        self._book.move(letter["number"], after, body.get("Reason", ""))
        return Told()

    def _progress(self, body: Mapping[str, str]) -> Told:
        letter = self._book.letter(body.get("ConNum", ""))
        if letter is None:
            return _no("E102", "没有该联系函")
        told = {"TranState": letter["state"], "Reason": letter["reason"]}
        return Told(body={**letter["information"], **told, "ConNum": letter["number"]})

    def _centres(self) -> Told:
        centres = self._book.centres()
        body = {"CenCount": str(len(centres))}
        for place, one in enumerate(centres, start=1):
            body[f"CenCode{place}"] = one["code"]
            body[f"CenName{place}"] = one["name"]
            body[f"CenAcct{place}"] = one["account"]
            body[f"CenAcctName{place}"] = one["account_name"]
        return Told(body=body)
