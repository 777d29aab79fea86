"""What the other centres do with letters: by the control, or by themselves."""

import asyncio
import itertools
import logging
from datetime import datetime

import httpx
from pydantic import BaseModel, ConfigDict, Field

from simulators.letters.book import Book
from simulators.letters.settings import LetterSettings

log = logging.getLogger(__name__)

BY_THEMSELVES = {"principal_fen": 1_234_500, "interest_fen": 67}
"""What another centre has of anybody, where it answers by itself."""
BANK_SECONDS = 5.0


class NotNow(Exception):
    """The letter does not allow it."""


class OtherLetter(BaseModel):
    """A letter of another centre to the real one."""

    model_config = ConfigDict(extra="forbid")

    centre_code: str = "370100"
    name: str
    id_type: str = "01"
    id_number: str
    account_number: str = ""
    number: str | None = None
    """Of a letter that comes again under another serial; a new one if left out."""


class Information(BaseModel):
    """What another centre tells of an account, and pays."""

    model_config = ConfigDict(extra="forbid")

    principal_fen: int = Field(ge=0)
    interest_fen: int = Field(ge=0)
    opened_on: str = "20180901"
    paid_up_to: str = "202609"
    six_months: bool = True
    loans: int = 0
    pay: bool = False
    """Pay it by the bank, too."""


class Centres:
    """All centres but the real one."""

    def __init__(self, book: Book, settings: LetterSettings) -> None:
        self._book = book
        self._settings = settings
        self._serials = itertools.count(1)

    def write(self, letter: OtherLetter) -> str:
        """Send a letter to the real centre; return its number."""
        number = letter.number
        while number is None or (letter.number is None and self._book.letter(number)):
            number = f"{letter.centre_code}{datetime.now():%y%m%d}{next(self._serials):04d}"  # noqa: DTZ005
        own = self._settings.centre_code
        fields = {
            "TxFunc": "0",
            "ConNum": number,
            "OutCenCode": own,
            "InCenCode": letter.centre_code,
            "InCenName": "",
            "InAcctNo": "1",
            "Name": letter.name,
            "CertType": letter.id_type,
            "CertNo": letter.id_number,
            "OutAcctNo": letter.account_number,
        }
        with self._book.whole():
            self._book.add(number, own, letter.centre_code, fields)
            self._book.push(number, "BDC901", fields)
        return number

    def receive(self, number: str, refusal: str = "") -> None:
        """Take a letter of the real centre, or refuse to move the account."""
        letter = self._ours(number)
        if letter["state"] not in (("01", "02") if refusal else ("01",)):
            raise NotNow(letter["state"])
        feedback = "1" if refusal else "0"
        fields = {"TxFunc": "1", "ConNum": number, "Feedback": feedback, "Reason": refusal}
        with self._book.whole():
            self._book.move(number, "13" if refusal else "02", refusal)
            self._book.push(number, "BDC901", fields)

    async def inform(self, number: str, told: Information) -> None:
        """Tell what the account was and was paid; who dies between pays again, and the bank books it once."""
        letter = self._ours(number)
        if letter["state"] not in ("01", "02", "06", "08"):
            raise NotNow(letter["state"])
        if told.pay:
            await self._pay(letter["out_centre"], number, told.principal_fen + told.interest_fen)
        fields = _information(number, told)
        with self._book.whole():
            self._book.inform(number, fields)
            self._book.move(number, "06" if letter["state"] == "06" else "08")
            self._book.push(number, "BDC905", fields)

    def give_up(self, number: str, reason: str) -> None:
        """Tell that nothing will come."""
        self._ours(number)
        fields = {"TxFunc": "0", "ConNum": number, "Feedback": "1", "Reason": reason}
        with self._book.whole():
            self._book.move(number, "40", reason)
            self._book.push(number, "BDC905", fields)

    def say(self, number: str, code: str, function: str, reason: str, state: str | None) -> None:
        """Go on with a letter of another centre: done, please correct, cancelled."""
        letter = self._book.letter(number)
        if letter is None or letter["out_centre"] != self._settings.centre_code:
            raise NotNow("no such letter")
        with self._book.whole():
            if state is not None:
                self._book.move(number, state, reason)
            self._book.push(number, code, {"TxFunc": function, "ConNum": number, "Reason": reason})

    async def live(self) -> None:
        """Answer each letter by oneself, a step at a time, and finish one's own."""
        while True:
            await asyncio.sleep(self._settings.answer_after_seconds)
            for letter in self._book.letters():
                try:
                    await self._step(letter["number"], letter["in_centre"], letter["state"])
                except (NotNow, httpx.HTTPError) as error:
                    log.warning("another centre cannot go on: %r", error)

    async def _step(self, number: str, in_centre: str, state: str) -> None:
        ours = in_centre == self._settings.centre_code
        if ours and state == "01":
            self.receive(number)
        elif ours and state == "02":
            await self.inform(number, Information(**BY_THEMSELVES, pay=True))
        elif not ours and state == "08":
            self.say(number, "BDC905", "2", "", "00")

    def _ours(self, number: str) -> dict[str, str]:
        letter = self._book.letter(number)
        if letter is None or letter["in_centre"] != self._settings.centre_code:
            raise NotNow("no such letter")
        return letter

    async def _pay(self, centre_code: str, number: str, fen: int) -> None:
        if self._settings.bank_url is None:
            raise NotNow("there is no bank")
        centre = self._book.centre(centre_code)
        assert centre is not None, "a letter goes to a centre of the list"
        receipt = {
            "payer_name": centre["account_name"],
            "amount_fen": fen,
            "remittance_information": f"异地转移接续 {number}",
            "reference": number,
        }
        async with httpx.AsyncClient(timeout=BANK_SECONDS, trust_env=False) as client:
            response = await client.post(
                f"{self._settings.bank_url}/control/receipts", json=receipt
            )
            response.raise_for_status()


def _information(number: str, told: Information) -> dict[str, str]:
    return {
        "TxFunc": "0",
        "ConNum": number,
        "Feedback": "0",
        "TranAmt": _yuan(told.principal_fen + told.interest_fen),
        "OrAcctAmt": _yuan(told.principal_fen),
        "Yinter": _yuan(told.interest_fen),
        "OAcctDate": told.opened_on,
        "PayEndDate": told.paid_up_to,
        "SixMconFlag": "1" if told.six_months else "0",
        "LoanNum": str(told.loans),
        "LoanEndFlag": "1",
        "FrLoanFlag": "0",
        "Contact": "12329",
    }


def _yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02d}"
