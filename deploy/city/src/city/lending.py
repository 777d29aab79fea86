"""Loans as an office brings them about: moved in from an older system, and repaid by bank receipts."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from city.clients import Bank, Refused, Session, by_two
from shared.base.calendar import months_after

ANSWERED_WITHIN_SECONDS = 60.0
POLL_SECONDS = 0.2
EVIDENCE = {"evidence": ["期初移交清册第1号"]}
NORMAL, PAYOFF = "02", "06"
"""Loan business type, A.15."""


@dataclass(frozen=True)
class Lending:
    """A maker, a checker, and the bank at which borrowers pay in."""

    maker: Session
    checker: Session
    bank: Bank

    async def move_in(
        self,
        terms: Mapping[str, Any],
        disbursed_on: date,
        *,
        paid: int = 0,
        agreements: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        """Move a loan in whose first `paid` instalments were paid on their due dates; once for its number."""
        number = terms["contract_number"]
        body = {**terms, "disbursed_on": disbursed_on.isoformat(), "serial": f"FK{number}"}
        body["agreements"] = list(agreements)
        level = await self._report(body, disbursed_on, 0)
        rows = [
            {
                "serial": f"HK{number}-{count:03d}",
                "paid_on": due_on(disbursed_on, count).isoformat(),
                "kind": NORMAL,
                "amount_fen": level["level_fen"],
            }
            for count in range(1, paid + 1)
        ]
        as_of = due_on(disbursed_on, paid)
        report = await self._report({**body, "repayments": rows}, as_of, paid)
        body |= {"repayments": rows, "stated": stated(as_of, paid, report)}
        await self._patiently(body | EVIDENCE, f"move-in-{number}")

    async def _report(self, body: Mapping[str, Any], as_of: date, paid: int) -> Any:
        """Ask what the history gives by the rules; the figures of the older system are those."""
        asked = {**body, "stated": stated(as_of, paid, {})}
        return await self.maker.post("loans/moving-in/reports", asked)

    async def _patiently(self, body: Mapping[str, Any], key: str) -> None:
        """Loans hears of new accounts a moment after they are opened."""
        async with asyncio.timeout(ANSWERED_WITHIN_SECONDS):
            while True:
                try:
                    await by_two(self.maker, self.checker, "loans/moving-in", body, key=key)
                except Refused as refusal:
                    if refusal.code != "person-unknown":
                        raise
                    await asyncio.sleep(POLL_SECONDS)
                else:
                    return

    async def repay(self, contract_number: str, kind: str, amount_fen: int, paid_on: date) -> None:
        """Let money come in at the bank and take it for the loan; a repeated call pays nothing more."""
        path = f"loans/contracts/{contract_number}"
        key = f"repay-{contract_number}-{kind}-{paid_on:%Y%m%d}"
        note = f"还贷 {contract_number} {kind} {paid_on:%Y%m%d}"
        receipt = {
            "payer_name": "借款人", "amount_fen": amount_fen, "remittance_information": note,
            "value_date": paid_on.isoformat(), "reference": key,
        }  # fmt: skip
        await self.bank.order("receipts", receipt)
        async with asyncio.timeout(ANSWERED_WITHIN_SECONDS):
            while not (serial := await self._in_suspense(note)):
                if await self._applied(path, amount_fen, paid_on):
                    return
                await asyncio.sleep(POLL_SECONDS)
            body = {
                "bank_serial": serial, "amount_fen": amount_fen, "kind": kind,
                "paid_on": paid_on.isoformat(),
            }  # fmt: skip
            await by_two(
                self.maker, self.checker, f"{path}/counter/transfer-repayments", body, key=key
            )
            while True:
                if await self._applied(path, amount_fen, paid_on):
                    return
                await asyncio.sleep(POLL_SECONDS)

    async def _in_suspense(self, note: str) -> str | None:
        query: dict[str, Any] = {"limit": 200}
        while True:
            page = await self.maker.get("accounts/suspense", **query)
            for item in page["items"]:
                if item["remittance_information"] == note:
                    return str(item["bank_serial"])
            if page["next_cursor"] is None:
                return None
            query["cursor"] = page["next_cursor"]

    async def _applied(self, path: str, amount_fen: int, paid_on: date) -> bool:
        claims = (await self.maker.get(f"{path}/receipt-claims"))["claims"]
        mine = [
            one
            for one in claims
            if (one["amount_fen"], one["paid_on"]) == (amount_fen, paid_on.isoformat())
        ]
        refused = [one["reason_text"] for one in mine if one["state"] == "refused"]
        assert not refused, f"{path} is not repaid: {refused}"
        return any(one["state"] == "applied" for one in mine)


def due_on(disbursed_on: date, number: int) -> date:
    """Due date of an instalment: the same day of a month, or its last."""
    return months_after(disbursed_on, number)


def stated(as_of: date, paid: int, report: Mapping[str, Any]) -> dict[str, Any]:
    """The older system's figures, which are the report's."""
    figures = ("balance_fen", "principal_repaid_fen", "interest_repaid_fen", "penalty_repaid_fen")
    return {
        "as_of": as_of.isoformat(),
        "instalments_paid": paid,
        "owed_fen": report.get("owed_fen", 0),
        **{name: report.get(name, 0) for name in figures},
    }
