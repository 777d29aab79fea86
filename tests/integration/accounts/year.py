"""A city that carries out a random year beside the second books.

What the rules do not allow at its moment is left out of a plan as it is carried out, so that any part of
a plan is a plan: a failing one is made smaller by leaving steps out.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from tests.money.second import books as second
from tests.money.second.books import Books, Month, Part, Saver, first_found, month_of, next_month
from tests.support.rules import put_in_force

from accounts.handlers import loan_money, offsets, reservations
from shared.messages.withdrawals import FundsConditions

from .conftest import GROUNDS, WHOLE, Accounts, Person, paid, requested, returned
from .loans import LOAN, applied, paid_out, repaid, wanted
from .test_books import decided
from .year_plan import YEAR, Step

OPENING = (YEAR, 1)
RATIOS = [(800, 800), (1200, 500)]
PEOPLE_EACH = 3
LENT_FEN = 90_000_000
LIST_DAY = 10
TOLERANCE_FEN = 2
"""The program reckons what a correction takes away by itself, rounded: at the very edge it may refuse one."""
PART = FundsConditions(closing=False, sealed_required=False)


def text(month: Month) -> str:
    """As the service writes a month."""
    return f"{month[0]}-{month[1]:02d}"


@dataclass
class City:
    """The service and the second books, which the same happens to."""

    accounts: Accounts
    books: Books
    employers: list[str] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    paid_out: dict[int, list[Any]] = field(default_factory=dict)
    """Withdrawals that the bank has paid and not sent back, of each saver."""
    loan_entries: int = 0

    @property
    def today(self) -> date:
        """The business date."""
        return self.accounts.clock.today()

    def until(self, day: date) -> None:
        """Let it be that day, unless it is later already."""
        if day > self.today:
            self.accounts.on(day)

    async def found(self, rates: Mapping[date, int]) -> None:
        """Two employers with some people each, and a loan."""
        for start, rate in rates.items():
            await put_in_force(
                self.accounts.context,
                "INSERT INTO interest_rate VALUES ($1, $2::bigint * 1e-7, '测试')"
                " ON CONFLICT DO NOTHING",
                start,
                rate,
            )
        for number, (employer_bp, employee_bp) in enumerate(RATIOS):
            self.employers.append(
                await self.accounts.employer(
                    employer_ratio_bp=employer_bp, employee_ratio_bp=employee_bp
                )
            )
            for place in range(PEOPLE_EACH):
                await self.open(number, 300_001 + 187_777 * place, OPENING)
        await self.accounts.deliver(loan_money.book_disbursements, paid_out(LENT_FEN))
        self.books.book(self.today, _121=-LENT_FEN, _101=LENT_FEN)

    async def open(self, employer: int, base: int, month: Month) -> None:
        """Somebody begins with a month."""
        opened_on = date(*month, 1)
        people = await self.accounts.people(self.employers[employer], base, opened_on=opened_on)
        self.people += people
        saver = Saver(employer, opened_on, self.today, {month: base}, [[month, None]])
        self.books.savers.append(saver)

    async def happen(self, step: Step) -> None:
        """Let a step happen, if the rules allow it now."""
        self.until(date(YEAR, step.month, step.day))
        self.accounts.clock.advance(timedelta(seconds=1))
        await getattr(self, f"_{step.kind}")(step)

    def _of(self, step: Step, wanted: Any) -> int | None:
        return first_found(self.books.savers, step.who, wanted)

    def _may_leave(self, saver: Saver) -> bool:
        """The first of each employer stays, so that there is a list every month."""
        first = min(
            place for place, one in enumerate(self.books.savers) if one.employer == saver.employer
        )
        return not saver.closed and self.books.savers[first] is not saver

    async def remit(self) -> None:
        """Every employer remits the next month."""
        month = self.books.next_listed(OPENING)
        self.until(date(*month, LIST_DAY))
        value_date = self.today - timedelta(days=month[1] % 4)
        for number, employer in enumerate(self.employers):
            operator = self.accounts.operator(employer)
            drafted = await operator.done(f"/employers/{employer}/lists", {"month": text(month)})
            listed = await operator.done(f"/lists/{drafted['id']}/confirmation")
            due = [
                saver for saver in self.books.savers
                if saver.employer == number and saver.contributes(month)
            ]  # fmt: skip
            total = sum(sum(self.books.deposit(saver, month)) for saver in due)
            assert (listed["head_count"], listed["total_fen"]) == (len(due), total)
            await self.accounts.credit(listed["payment_reference"], total, value_date=value_date)
            for saver in due:
                self.books.contribute(saver, month, value_date, self.today)
        self.books.listed = month

    async def _late(self, step: Step) -> None:
        """Somebody is opened behind the lists, and the months between are paid back (补缴)."""
        listed = self.books.listed
        if listed is None:
            return
        month = (listed[0], max(1, listed[1] - step.lag % 3))
        employer = step.other % len(self.employers)
        await self.open(employer, second.LOWEST + step.fen, month)
        person, saver = self.people[-1], self.books.savers[-1]
        months = [month]
        while months[-1] < listed:
            months.append(next_month(months[-1]))
        items = [{"account_number": person.account_number, "month": text(one)} for one in months]
        number = self.employers[employer]
        operator = self.accounts.operator(number)
        made = await operator.done(f"/employers/{number}/back-payments", {"items": items})
        await operator.done(f"/back-payments/{made['id']}/confirmation")
        value_date = max(self.today - timedelta(days=step.lag), saver.opened_on)
        total = sum(sum(self.books.deposit(saver, one)) for one in months)
        assert made["total_fen"] == total
        await self.accounts.credit(made["payment_reference"], total, value_date=value_date)
        for one in months:
            self.books.contribute(saver, one, value_date, self.today)

    async def _withdraw(self, step: Step) -> None:
        who = self._of(step, lambda saver: self.books.may_take(saver, step.fen, self.today) > 0)
        if who is None:
            return
        saver, person = self.books.savers[who], self.people[who]
        amount = self.books.may_take(saver, step.fen, self.today)
        conditions = PART.model_copy(update={"cap_fen": step.fen})
        reserved = await self._reserved(person, conditions)
        assert (reserved.principal_fen, reserved.interest_fen) == (amount, 0)
        await self._paid(reserved, step.lag)
        self.books.move(saver, -amount, self.today, self.today)
        self.paid_out.setdefault(who, []).append(reserved)

    async def _reserved(self, person: Person, conditions: FundsConditions) -> Any:
        event = requested(person, conditions, business_date=self.today)
        await self.accounts.deliver(reservations.reserve_funds, event)
        return (await self.accounts.events(str(event.application_id)))[-1]

    async def _paid(self, reserved: Any, lag: int) -> None:
        self.until(self.today + timedelta(days=lag))
        event = paid(reserved, paid_on=self.today)
        assert await self.accounts.deliver(reservations.post_funds, event) == ([], [])

    async def _bring_back(self, step: Step) -> None:
        """The bank sends a payment back (退票)."""
        who = self._of(step, lambda saver: bool(self.paid_out.get(self._place(saver))))
        if who is None:
            return
        saver, reserved = self.books.savers[who], self.paid_out[who].pop()
        event = returned(reserved, returned_on=self.today)
        assert await self.accounts.deliver(reservations.restore_funds, event) == ([], [])
        self.books.move(saver, reserved.amount_fen, self.today, self.today)
        saver.closed = False

    def _place(self, saver: Saver) -> int:
        return next(at for at, one in enumerate(self.books.savers) if one is saver)

    async def _close(self, step: Step) -> None:
        who = self._of(
            step, lambda saver: self._may_leave(saver) and self.books.free(saver, self.today) > 0
        )
        if who is None:
            return
        saver = self.books.savers[who]
        await self._stop(who)
        priced_on = self.today
        reserved = await self._reserved(self.people[who], WHOLE)
        await self._paid(reserved, step.lag)
        assert reserved.amount_fen == self.books.close(saver, priced_on, self.today)

    async def _stop(self, who: int) -> None:
        """Seal somebody who is not; from the month of sealing on, or the one after the last paid."""
        saver, person = self.books.savers[who], self.people[who]
        if saver.sealed:
            return
        item = {"account_number": person.account_number, "reason": "terminated"}
        await self._operator(saver).done("/accounts/seal", {"items": [item]})
        after = saver.paid_up_to
        following = next_month(after) if after else month_of(saver.opened_on)
        saver.periods[-1][1] = max(month_of(self.today), following)

    def _operator(self, saver: Saver) -> Any:
        return self.accounts.operator(self.employers[saver.employer])

    async def _seal(self, step: Step) -> None:
        who = self._of(step, lambda saver: self._may_leave(saver) and not saver.sealed)
        if who is not None:
            await self._stop(who)

    async def _unseal(self, step: Step) -> None:
        who = self._of(step, lambda saver: saver.sealed and not saver.closed)
        if who is None:
            return
        saver, month = self.books.savers[who], self.books.next_listed(OPENING)
        item = {
            "account_number": self.people[who].account_number, "effective_month": text(month),
        }  # fmt: skip
        await self._operator(saver).done("/accounts/unseal", {"items": [item]})
        saver.periods.append([month, None])

    async def _move(self, step: Step) -> None:
        """The other employer takes somebody over from the next list on (R-TRF-2, 3)."""
        who = self._of(step, self._may_leave)
        if who is None:
            return
        saver, person = self.books.savers[who], self.people[who]
        await self._stop(who)
        month, to = self.books.next_listed(OPENING), 1 - saver.employer
        number, base = self.employers[to], second.LOWEST + step.fen
        body = {
            "name": "张三丰", "id_number": person.id_number, "base_fen": base,
            "first_month": text(month),
        }  # fmt: skip
        asked = await self.accounts.operator(number).done(f"/employers/{number}/transfers", body)
        path = f"/my/transfers/{asked['id']}/consent"
        await self.accounts.citizen(person).done(path, {"agree": True})
        saver.employer, saver.bases[month] = to, base
        saver.periods.append([month, None])

    async def _correct(self, step: Step) -> None:
        """A month, or a part of it, belongs to somebody else, or to nobody yet (错缴更正)."""
        who = self._of(step, lambda saver: not saver.closed and bool(self._parts(saver)))
        if who is None:
            return
        saver = self.books.savers[who]
        parts = self._parts(saver)
        month, part = parts[step.fen % len(parts)]
        share = 1 + step.fen % 2
        sides = (part.employer_fen // share, part.employee_fen // share)
        amount = sum(sides)
        without = saver.due(self.today, self.books.rates) - self._earned(saver, part, amount)
        if amount > saver.balance or saver.balance - amount + without < TOLERANCE_FEN:
            return
        right = self._right_one(step, saver, month)
        body: dict[str, Any] = {
            "month": text(month), "employer_fen": sides[0], "employee_fen": sides[1], **GROUNDS,
        }  # fmt: skip
        if right is not None:
            body["to_account_number"] = self.people[right].account_number
        path = f"/accounts/{self.people[who].account_number}/corrections"
        done = await self.accounts.desk.by_two(path, body)
        assert done.status_code == 200, done.text
        part.employer_fen, part.employee_fen = (
            part.employer_fen - sides[0], part.employee_fen - sides[1],
        )  # fmt: skip
        if right is None:
            self.books.move(saver, -amount, part.value_date, self.today, second.OTHERS)
            return
        self.books.move(saver, -amount, part.value_date, self.today)
        self.books.move(self.books.savers[right], amount, part.value_date, self.today)
        self.books.savers[right].months[month] = [Part(part.value_date, *sides)]

    def _parts(self, saver: Saver) -> list[tuple[Month, Part]]:
        """What can be corrected: of a month that came at once, some on both sides."""
        return [
            (month, parts[0]) for month, parts in sorted(saver.months.items())
            if len(parts) == 1 and min(parts[0].employer_fen, parts[0].employee_fen) > 1
        ]  # fmt: skip

    def _earned(self, saver: Saver, part: Part, fen: int) -> int:
        alone = Saver(0, saver.opened_on, saver.entered_on, {}, moved=[(part.value_date, fen)])
        return alone.due(self.today, self.books.rates)

    def _right_one(self, step: Step, wrong: Saver, month: Month) -> int | None:
        if step.lag == 0:
            return None
        return first_found(
            self.books.savers,
            step.other,
            lambda one: one is not wrong and not one.closed and month not in one.months,
        )

    async def _offset(self, step: Step) -> None:
        """An account repays a part of the loan (冲还贷), principal and some interest."""
        who = self._of(
            step, lambda saver: not saver.closed and self.books.free(saver, self.today) > 0
        )
        if who is None:
            return
        saver = self.books.savers[who]
        amount = min(self.books.free(saver, self.today), step.fen)
        wish = wanted(self.people[who], step.fen)
        await self.accounts.deliver(offsets.reserve_offsets, wish)
        told = (await self.accounts.events(str(wish.offset_id)))[0]
        assert told.amount_fen == amount
        done = applied(wish, amount).model_copy(update={"applied_on": self.today})
        assert await self.accounts.deliver(offsets.post_offsets, done) == ([], [])
        self.loan_entries += 1
        interest = amount // 3
        entry = repaid(
            wish.offset_id, amount - interest, interest, source="account", contract_number=LOAN,
            entry_number=self.loan_entries, repaid_on=self.today,
        )  # fmt: skip
        assert await self.accounts.deliver(loan_money.book_repayments, entry) == ([], [])
        saver.moved.append((self.today, -amount))
        self.books.book(self.today, _201=-amount, _121=amount - interest, _40103=interest)

    async def _stray(self, step: Step) -> None:
        """Somebody pays, and nobody knows for what (暂收)."""
        await self.accounts.credit(f"不知何人{uuid.uuid4().hex[:4]}", step.fen)
        self.books.book(self.today, _219=step.fen, _101=-step.fen)

    async def _rebase(self, step: Step) -> None:
        who = self._of(step, lambda saver: not saver.closed and not saver.sealed)
        month = self.books.next_listed(OPENING)
        if who is None or month in self.books.savers[who].bases:
            return
        base = second.LOWEST + step.fen
        item = {
            "account_number": self.people[who].account_number, "base_fen": base,
            "effective_month": text(month), "reason": "测试",
        }  # fmt: skip
        saver = self.books.savers[who]
        await self._operator(saver).done("/accounts/base", {"items": [item]})
        saver.bases[month] = base

    async def bank_interest(self, fen: int) -> None:
        """The bank's interest is income, by two people's voucher."""
        serial = f"LX{uuid.uuid4().hex[:8]}"
        await self.accounts.credit("存款利息", fen, bank_serial=serial)
        body = {
            "month": text(month_of(self.today)), "summary": "银行存款利息",
            "receipt": {"bank_serial": serial, "amount_fen": fen},
            "lines": [{"subject": second.BANK_INTEREST, "credit_fen": fen}],
        }  # fmt: skip
        done = await decided(self.accounts, "/books/vouchers", body)
        assert done.json()["state"] == "executed", done.text
        self.books.book(self.today, _40101=fen, _101=-fen)
