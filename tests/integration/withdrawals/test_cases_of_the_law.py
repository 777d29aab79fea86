"""Cases of the law from application to payment, with registers that go wrong (R-WDR-20, 21, 27)."""

import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.integration.withdrawals.conftest import Caller, Withdrawals

from shared.identity.principal import Role
from shared.messages.facts import AccountFigures, FundsTold, HomeLoanTold, LoanPaymentTold
from shared.messages.inquiries import AccountFactsTold, LoanStandingTold
from shared.messages.settlement import PaymentReturned
from shared.messages.withdrawals import WithdrawalFactsAsked, WithdrawalFundsRequested
from simulators.registers.app import Registers, app_of
from simulators.registers.faults import Faults
from simulators.registers.settings import RegistersSettings
from withdrawals import tasks
from withdrawals.handlers import applications, consents, gathering
from withdrawals.work import gathering as work
from withdrawals.work.registers import HttpRegisters

HUSBAND, WIFE = "371402199001011239", "371402199002021244"
MONTHS = [f"2025-{month:02d}" for month in range(1, 13)] + [
    f"2026-{month:02d}" for month in range(1, 10)
]
CONTRACT = {
    "number": "WQ2026000123", "unit": "U1", "ordinal": 1, "new": True, "price_fen": 120_000_000,
    "value_fen": 120_000_000, "counted_from": "2026-10-01", "loans_fen": 80_000_000,
    "down_payment_fen": 0, "paid_fen": 0,
}  # fmt: skip


@dataclass
class City:
    """Withdrawals, its neighbours' words, and the registers of a city."""

    withdrawals: Withdrawals
    simulator: Registers
    registers: HttpRegisters
    people: dict[uuid.UUID, str] = field(default_factory=dict)

    def citizen(self, id_number: str) -> Caller:
        person = uuid.uuid4()
        self.people[person] = id_number
        return self.withdrawals.citizen(person)

    async def told(self, inquiry: str | uuid.UUID, person: uuid.UUID, **account: Any) -> None:
        """Let accounts and loans tell."""
        key = uuid.UUID(str(inquiry))
        figures = {
            "balance_fen": 18_000_000, "base_fen": 600_000, "opened_on": date(2015, 1, 1),
            "paid_up_to": "2026-09", "deposits": [{"month": month, "fen": 192_000} for month in MONTHS],
        } | account  # fmt: skip
        facts = AccountFactsTold(
            inquiry_id=key, person_id=person, round=1, told_at=self.withdrawals.clock.now(),
            name="张三丰", id_number=self.people[person],
            account=AccountFigures.model_validate(figures), funds=[],
        )  # fmt: skip
        await self.withdrawals.deliver(gathering.account_facts_told, facts)
        await self.withdrawals.deliver(gathering.loan_standing_told, self.standing(key, person))

    def standing(
        self, inquiry: uuid.UUID, person: uuid.UUID, loans: tuple[HomeLoanTold, ...] = ()
    ) -> LoanStandingTold:
        return LoanStandingTold(
            inquiry_id=inquiry, person_id=person, told_at=self.withdrawals.clock.now(),
            unpaid_as_borrower=0, unpaid_as_co_borrower=0, unpaid_as_guarantor=0,
            payoff_denied="no_loan", payoff_contract=None, payoff_settled_on=None,
            payoff_repaid_fen=None, payoff_offset_ever=None, loans=list(loans),
        )  # fmt: skip

    async def agree(self, who: Caller) -> None:
        """Consent to being looked up, and let accounts tell whose number that is (R-WDR-20)."""
        answer = await who.post("/look-up-consent")
        assert answer.status_code == 200, answer.text
        assert who.person_id is not None
        asked = [
            one for one in await self.withdrawals.events() if isinstance(one, WithdrawalFactsAsked)
        ]
        facts = AccountFactsTold(
            inquiry_id=next(one.inquiry_id for one in reversed(asked) if one.person_id == who.person_id),
            person_id=who.person_id, round=1, told_at=self.withdrawals.clock.now(),
            name="张三丰", id_number=self.people[who.person_id], account=None, funds=[],
        )  # fmt: skip
        await self.withdrawals.deliver(consents.account_facts_told, facts)

    async def gather(self) -> None:
        await work.gather_some(self.withdrawals.context, self.registers)

    def later(self, seconds: float) -> None:
        self.withdrawals.clock.advance(timedelta(seconds=seconds))

    async def asked(self, application_id: str) -> WithdrawalFundsRequested:
        events = await self.withdrawals.events(application_id)
        return next(one for one in events if isinstance(one, WithdrawalFundsRequested))

    async def applied(self, who: Caller, kind: str, **more: Any) -> str:
        application_id = await who.apply(kind, **more)
        assert who.person_id is not None
        await self.told(application_id, who.person_id)
        await self.gather()
        return application_id

    async def detail(self, who: Caller, application_id: str) -> dict[str, Any]:
        answer = await who.get(f"/applications/{application_id}")
        found: dict[str, Any] = answer.json()
        return found


@pytest.fixture
async def city(withdrawals: Withdrawals, tmp_path: Path) -> AsyncIterator[City]:
    settings = RegistersSettings(token="shown", book_path=tmp_path / "registers.sqlite3")
    simulator = Registers(settings)
    transport = httpx.ASGITransport(app=app_of(simulator))
    headers = {"Authorization": "Bearer shown"}
    async with httpx.AsyncClient(
        transport=transport, base_url="http://registers", headers=headers
    ) as client:
        yield City(withdrawals, simulator, HttpRegisters(client))
    simulator.book.close()


async def couple(city: City) -> tuple[Caller, Caller]:
    """Two people who consent that each is looked up for the other."""
    both = city.citizen(HUSBAND), city.citizen(WIFE)
    for one in both:
        await city.agree(one)
    return both


def marry(city: City) -> None:
    for one, other in ((HUSBAND, WIFE), (WIFE, HUSBAND)):
        household = {"key": "J371402-2020-001234", "married": True}
        data = {"household": household, "spouse": {"name": "配偶", "id_number": other}}
        city.simulator.book.put(one, "marriage", "yes", data)


async def test_r_wdr_30_rent_goes_from_application_to_review_free_payment(city: City) -> None:
    person = city.citizen(HUSBAND)
    application_id = await city.applied(person, "rent")
    asked = (await city.asked(application_id)).conditions
    assert (asked.cap_fen, asked.closing) == (14_400_00, False)
    await city.withdrawals.reserved(
        application_id, closing=False, principal_fen=14_400_00, interest_fen=0, seal_reason=None
    )
    assert await city.withdrawals.state(application_id) == "approved"
    await city.withdrawals.succeeded(application_id, 14_400_00)
    again = await city.applied(person, "rent")
    refused = (await city.detail(person, again))["reason"]
    assert refused["code"] == "nothing_open", "each month once"


async def test_r_wdr_26_money_that_comes_back_frees_the_ceiling(city: City) -> None:
    person = city.citizen(HUSBAND)
    first = await city.applied(person, "rent")
    await city.withdrawals.reserved(
        first, closing=False, principal_fen=14_400_00, interest_fen=0, seal_reason=None
    )
    await city.withdrawals.succeeded(first, 14_400_00)
    returned = PaymentReturned(
        application_id=uuid.UUID(first), amount_fen=14_400_00, reason_code="AC04",
        reason_text="账户已销户", bank_serial="R1", returned_on=city.withdrawals.clock.today(),
    )  # fmt: skip
    await city.withdrawals.deliver(applications.payment_returned, returned)
    again = await city.applied(person, "rent")
    assert (await city.asked(again)).conditions.cap_fen == 14_400_00, "every month is open again"


async def test_e54_r_wdr_20_spouses_share_the_own_money_of_a_flat(city: City) -> None:
    marry(city)
    city.simulator.book.put(WIFE, "homes", "yes", {"contracts": [CONTRACT]})
    husband, wife = await couple(city)
    first = await city.applied(husband, "purchase")
    assert (await city.asked(first)).conditions.cap_fen == 400_000_00
    await city.withdrawals.reserved(
        first, closing=False, principal_fen=179_999_99, interest_fen=0, seal_reason=None
    )
    second = await city.applied(wife, "purchase")
    assert (await city.asked(second)).conditions.cap_fen == 220_000_01


async def test_r_wdr_22_a_flat_that_was_resold_is_looked_at_by_two_people(city: City) -> None:
    person = city.citizen(HUSBAND)
    city.simulator.book.put(HUSBAND, "homes", "yes", {"contracts": [{**CONTRACT, "resold": True}]})
    application_id = await city.applied(person, "purchase")
    await city.withdrawals.reserved(
        application_id, closing=False, principal_fen=100_00, interest_fen=0, seal_reason=None
    )
    assert await city.withdrawals.state(application_id) == "in_review"
    maker = city.withdrawals.caller(Role.STAFF_MAKER)
    (waiting,) = (await maker.get("/reviews")).json()["items"]
    assert waiting["reasons"] == ["该住房近期多次转让，请核实购房是否真实"]


async def test_e78_r_wdr_20_what_a_refused_application_held_is_free_again(city: City) -> None:
    marry(city)
    city.simulator.book.put(WIFE, "homes", "yes", {"contracts": [CONTRACT]})
    husband, wife = await couple(city)
    held = await city.applied(husband, "purchase", amount_fen=150_000_00)
    waits = await city.applied(wife, "purchase")
    assert (await city.asked(waits)).conditions.cap_fen == 250_000_00
    await husband.post(f"/applications/{held}/cancel", {})
    await wife.post(f"/applications/{waits}/cancel", {})
    anew = await city.applied(wife, "purchase")
    assert (await city.asked(anew)).conditions.cap_fen == 400_000_00


@pytest.mark.parametrize("fault", ["away", "wrong"])
async def test_r_wdr_21_no_answer_is_never_a_refusal_the_case_waits(city: City, fault: str) -> None:
    person = city.citizen(HUSBAND)
    city.simulator.faults = Faults.model_validate({fault: -1, "only_register": "homes"})
    application_id = await city.applied(person, "rent")
    for _ in range(3):
        assert await city.withdrawals.state(application_id) == "submitted"
        city.later(301)
        await city.gather()
    asked = city.simulator.questions
    assert asked["marriage"] == 1, "who has answered is not asked again"
    assert asked["homes"] == 4
    city.simulator.faults = Faults()
    city.later(301)
    await city.gather()
    assert await city.withdrawals.state(application_id) == "funds_requested"


async def test_r_wdr_21_a_register_that_is_asked_holds_no_transaction(city: City) -> None:
    person = city.citizen(HUSBAND)
    application_id = await person.apply("rent")
    assert person.person_id is not None
    await city.told(application_id, person.person_id)
    open_transactions = []

    class Watching(HttpRegisters):
        async def ask(self, register: Any, people: Any) -> Any:
            open_transactions.append(
                await city.withdrawals.context.pool.fetchval(
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                    " AND state = 'idle in transaction'"
                )
            )
            return await city.registers.ask(register, people)

    await work.gather_some(city.withdrawals.context, Watching(httpx.AsyncClient()))
    assert open_transactions == [0, 0, 0]
    assert await city.withdrawals.state(application_id) == "funds_requested"


async def test_r_wdr_21_what_no_register_knows_is_said(city: City) -> None:
    person = city.citizen(HUSBAND)
    city.simulator.book.put(HUSBAND, "leases", "unknown", {})
    application_id = await city.applied(person, "rent")
    reason = (await city.detail(person, application_id))["reason"]
    assert (reason["code"], reason["rule"]) == ("document_needed", "R-WDR-21")
    assert "住房租赁登记" in reason["text"]


async def test_facts_that_come_late_twice_and_in_any_order_decide_once(city: City) -> None:
    person = city.citizen(HUSBAND)
    application_id = await person.apply("rent")
    assert person.person_id is not None
    key = uuid.UUID(application_id)
    standing = city.standing(key, person.person_id)
    await city.withdrawals.deliver(gathering.loan_standing_told, standing)
    await city.gather()
    assert await city.withdrawals.state(application_id) == "submitted"
    for _ in range(2):
        await city.told(application_id, person.person_id)
        await city.gather()
    await city.told(application_id, person.person_id, balance_fen=1)
    types = await city.withdrawals.event_types(application_id)
    assert types.count("funds_requested") == 1
    await person.post(f"/applications/{application_id}/cancel", {})
    await city.gather()
    assert await city.withdrawals.state(application_id) == "cancelled"


async def test_an_application_without_an_inquiry_is_asked_about_again(city: City) -> None:
    person = city.citizen(HUSBAND)
    application_id = await person.apply("rent")
    await city.withdrawals.context.pool.execute("DELETE FROM inquiry")
    for _ in range(2):
        await tasks.agreed_once(city.withdrawals.context, 50)
    events = await city.withdrawals.events(application_id)
    assert sum(isinstance(one, WithdrawalFactsAsked) for one in events) == 2


async def test_e68_r_wdr_39_what_was_taken_while_the_loan_ran_lowers_type_5(city: City) -> None:
    person = city.citizen(HUSBAND)
    assert person.person_id is not None
    payments = [
        LoanPaymentTold(number=str(at), paid_on=date(2026, 9, 1), fen=4_000_000, own_fen=4_000_000)
        for at in range(1)
    ]
    loan = HomeLoanTold(
        contract_number="DK20150920001", instalment_fen=195_438, balance_fen=0, arrears=False,
        offset=False, paid_off_on=None, payments=payments * 12,
    )  # fmt: skip
    application_id = await person.apply("repay_running", amount_fen=4_000_000)
    key = uuid.UUID(application_id)
    await city.withdrawals.deliver(
        gathering.loan_standing_told, city.standing(key, person.person_id, (loan,))
    )
    await city.told(application_id, person.person_id)
    await city.gather()
    await city.withdrawals.reserved(
        application_id, closing=False, principal_fen=4_000_000, interest_fen=0, seal_reason=None
    )
    await city.withdrawals.succeeded(application_id, 4_000_000)
    repaid = await person.apply("loan_repaid")
    await city.withdrawals.payoff_certified(repaid)
    assert (await city.asked(repaid)).conditions.cap_fen == 22_125_422 - 4_000_000


async def test_r_wdr_27_an_estimate_is_asked_for_and_read(city: City) -> None:
    person, stranger = city.citizen(HUSBAND), city.citizen(WIFE)
    assert person.person_id is not None
    estimate_id = (await person.post("/estimates", {})).json()["id"]
    assert (await person.post("/estimates", {})).json()["id"] == estimate_id, "one at a time"
    waiting = (await person.get(f"/estimates/{estimate_id}")).json()
    assert (waiting["state"], waiting["answer"]) == ("gathering", None)
    assert waiting["waits_for"] == ["个人账户", "公积金贷款", "有关部门登记信息"]
    await city.told(estimate_id, person.person_id)
    await city.gather()
    asked = [
        one
        for one in await city.withdrawals.events(estimate_id)
        if isinstance(one, WithdrawalFactsAsked)
    ]
    assert [one.round for one in asked] == [1, 2]
    wanted = {one.kind: one.conditions for one in asked[1].wanted}
    assert wanted["rent"].cap_fen == 14_400_00
    funds = AccountFactsTold(
        inquiry_id=uuid.UUID(estimate_id), person_id=person.person_id, round=2,
        told_at=city.withdrawals.clock.now(), name=None, id_number=None, account=None,
        funds=[
            FundsTold(kind="rent", principal_fen=1_000_00, balance_after_fen=1, retained_fen=0),
            FundsTold(kind="retirement", reason_code="not_sealed"),
        ],
    )  # fmt: skip
    await city.withdrawals.deliver(gathering.account_facts_told, funds, funds)
    told = (await person.get(f"/estimates/{estimate_id}")).json()
    assert told["state"] == "answered"
    types = {one["kind"]: one for one in told["answer"]["types"]}
    assert (types["rent"]["possible_now"], types["rent"]["most_text"]) == (True, "1,000.00")
    assert types["retirement"]["who"] == "单位"
    assert types["purchase"]["reason"]["code"] == "no_contract"
    assert (await stranger.get(f"/estimates/{estimate_id}")).status_code == 404
