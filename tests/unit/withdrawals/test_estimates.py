"""An estimate is the decision: the same rules, asked before applying (R-WDR-27)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.withdrawals.cases import COUPLE, HOME, account, bank_loan, books, contract

from accounts.domain import AccountState, Refused
from accounts.rules.reservation import judge as judge_account
from accounts.rules.withdrawal_facts import funds_told
from shared.messages.accounts import FundsRefused, SealReason
from shared.messages.withdrawals import FundsConditions, WithdrawalFundsRequested
from withdrawals import decisions
from withdrawals.domain import Brakes, Case, Debt, PersonId, State
from withdrawals.dossier import Bill, Claims, Dossier, Invoice, Lease, Register
from withdrawals.estimates import Estimate, Standing, estimates, looks
from withdrawals.looks import Allowed, Asking, look
from withdrawals.rules import TYPES
from withdrawals.rules.book import PolicyRow

ON = date(2026, 11, 10)
KINDS = ["retirement", "contract_ended", "loan_repaid", "rent", "purchase", "repay_running"]
BILLS = (
    Invoice("F1", "renovation", HOME.unit, 8_642_137, date(2026, 10, 2), date(2026, 10, 2)),
    Invoice("W1", "property_fee", HOME.unit, 200_000, date(2026, 10, 2), date(2026, 10, 2)),
)
JUST_NOW = datetime(2026, 11, 10, tzinfo=UTC) - timedelta(hours=1)
"""Before any hour of `ON`, and too short ago to be over."""
BRAKE_TERMS = PolicyRow(
    "brakes", date(2019, 1, 1), "测试文件",
    {"lift_after_hours": 72, "raise_after_hours": 72, "cooling_hours": 72},
)  # fmt: skip
BRAKES = (
    Brakes(),
    Brakes(locked_at=JUST_NOW),
    Brakes(locked_at=JUST_NOW, lifts_at=JUST_NOW + timedelta(hours=72)),
    Brakes(phone_changed_at=JUST_NOW),
    Brakes(limit_fen=20_000_00),
)


@pytest.fixture(scope="module")
def moment(build: Any) -> Any:
    return build.moment(ON, build.book(types=TYPES, rows=[*build.all_rows(), BRAKE_TERMS]))


def standing(build: Any, **changes: Any) -> Standing:
    usual: dict[str, Any] = {
        "person_id": PersonId(UUID(int=7)),
        "today": ON,
        "ban": None,
        "debt": Debt(0, 0, 0),
        "payoff": build.payoff(),
        "payoff_denied": None,
        "claimed_elsewhere_fen": 0,
        "dossier": Dossier(account=books(), household=COUPLE),
        "claims": Claims(),
    }
    return Standing(**(usual | changes))


def told(conditions: FundsConditions, facts: Any, kind: str) -> Any:
    return funds_told(kind, judge_account(facts, conditions, ON), facts)


def estimated(one: Standing, moment: Any, facts: Any) -> dict[str, Estimate]:
    funds = [
        told(seen.conditions, facts, kind)
        for kind, seen in looks(one, moment).items()
        if isinstance(seen, Allowed)
    ]
    return {found.kind: found for found in estimates(one, funds, moment)}


def decided(build: Any, kind: str, one: Standing, moment: Any, facts: Any) -> Case:
    """What becomes of an application by the steps of its life, with accounts' own rules in between."""
    case = build.case(
        kind, moment=moment, brakes=one.brakes, paid_last_on=ON, paid_last_fen=one.paid_today_fen
    )
    moves = decisions.submit(case, one.ban, moment)
    last = moves[-1]
    if last.case.state is State.SUBMITTED:
        declared = moment.book.type_of(kind)
        if declared.ground is None:
            last = decisions.loan_answered(last.case, one.facts, moment)
        else:
            terms = moment.book.terms(kind, ON)
            seen = look(
                declared, terms, one.facts, one.dossier, claims=one.claims, asking=Asking(ON)
            )
            last = decisions.facts_gathered(last.case, seen, None, moment)
    if not isinstance(last.event, WithdrawalFundsRequested):
        return last.case
    answer = judge_account(facts, last.event.conditions, ON)
    if isinstance(answer, Refused):
        refused = FundsRefused(
            application_id=case.id, person_id=case.person_id, round=1,
            reason_code=answer.reason_code, rule=answer.rule, eligible_from=answer.eligible_from,
            balance_fen=facts.balance_fen if facts else None, retained_fen=answer.retained_fen,
        )  # fmt: skip
        return decisions.funds_refused(last.case, refused, moment).case
    reservation = build.reservation(
        reserved_on=ON,
        closing=last.event.conditions.closing,
        principal_fen=answer.principal_fen,
        interest_fen=answer.interest_fen,
        seal_reason=SealReason(facts.seal_reason) if facts.seal_reason else None,
    )
    return decisions.funds_reserved(last.case, reservation, one.ban, moment).case


@st.composite
def people(draw: Any) -> dict[str, Any]:
    fen = st.integers(0, 60_000_000)
    return {
        "owed": draw(st.integers(0, 1)),
        "banned": draw(st.booleans()),
        "denied": draw(st.sampled_from([None, None, "no_loan", "loan_not_paid_off"])),
        "offset": draw(st.booleans()),
        "elsewhere": draw(fen),
        "paid_up_to": draw(st.sampled_from(["2026-10", "2026-09", "2026-08", "2026-03"])),
        "homes": draw(st.booleans()),
        "contracts": draw(st.booleans()),
        "instalments": draw(st.integers(0, 16)),
        "unknown": draw(st.sets(st.sampled_from(list(Register)), max_size=2)),
        "grade": draw(st.sampled_from([None, 2, 7])),
        "balance": draw(fen),
        "state": draw(st.sampled_from([AccountState.NORMAL, AccountState.SEALED, AccountState.FROZEN])),
        "seal_reason": draw(st.sampled_from(["retired", "terminated", "deceased", "other"])),
        "account": draw(st.integers(0, 9)) > 0,
        "brakes": draw(st.sampled_from([BRAKES[0], *BRAKES])),
        "paid_today": draw(st.sampled_from([0, 5_000_00])),
    }  # fmt: skip


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(drawn=people())
def test_r_wdr_27_an_estimate_without_changes_in_between_equals_the_decision(
    build: Any, moment: Any, drawn: dict[str, Any]
) -> None:
    payoff = None if drawn["denied"] else build.payoff(offset_agreement_ever=drawn["offset"])
    dossier = Dossier(
        account=books(paid_up_to=drawn["paid_up_to"]),
        household=COUPLE,
        homes=(HOME,) if drawn["homes"] else (),
        contracts=(contract(),) if drawn["contracts"] else (),
        loans=(bank_loan(drawn["instalments"]),) if drawn["instalments"] else (),
        invoices=BILLS,
        bills=(Bill("self", 100, ON),),
        disability_grade=drawn["grade"],
        unknown=frozenset(drawn["unknown"]),
    )
    one = standing(
        build,
        ban=build.ban(date(2027, 1, 1)) if drawn["banned"] else None,
        debt=Debt(drawn["owed"], 0, 0),
        payoff=payoff,
        payoff_denied=drawn["denied"],
        claimed_elsewhere_fen=drawn["elsewhere"],
        dossier=dossier,
        brakes=drawn["brakes"],
        paid_today_fen=drawn["paid_today"],
    )
    facts = None
    if drawn["account"]:
        sealed = drawn["state"] is AccountState.SEALED
        facts = replace(
            account(drawn["balance"], drawn["state"]),
            paid_up_to=date.fromisoformat(f"{drawn['paid_up_to']}-01"),
            sealed_on=date(2026, 11, 1) if sealed else None,
            seal_reason=drawn["seal_reason"] if sealed else None,
            interest_fen=1_234,
        )
    found = estimated(one, moment, facts)
    assert set(found) == {offer.type.kind for offer in moment.book.offers(ON)}
    for kind, estimate in found.items():
        case = decided(build, kind, one, moment, facts)
        stopped = case.refusal is not None and case.refusal.code == "over_own_limit"
        refused = case.state in (State.REJECTED, State.AWAITING_PAPERS) and not stopped
        assert (estimate.most_fen is None) is refused, kind
        if refused and estimate.refusal is not None:
            assert (estimate.refusal.code, estimate.refusal.text) == (
                case.refusal.code, case.refusal.text
            ), kind  # fmt: skip
            assert estimate.refusal.eligible_from == case.refusal.eligible_from
        elif refused:
            assert estimate.missing
            assert case.state is State.AWAITING_PAPERS or case.refusal.code == "document_needed"
        else:
            assert estimate.most_fen == case.reserved.amount_fen, kind
            if case.state is not State.IN_REVIEW:
                assert estimate.brake == (case.refusal if stopped else None), kind
            if stopped:
                continue
            assert estimate.reviewed is (case.state is State.IN_REVIEW), kind


def test_r_wdr_27_an_estimate_says_each_cap_who_must_act_and_which_doors_it_closes(
    build: Any, moment: Any
) -> None:
    one = standing(build, dossier=Dossier(account=books(), contracts=(contract(),)))
    found = estimated(one, moment, account(500_000_00))
    bought = found["purchase"]
    assert bought.most_fen == 400_000_00
    assert ("房价", 1_200_000_00) in [(cap.text, cap.fen) for cap in bought.caps]
    assert ("减去购房贷款", 800_000_00) in [(cap.text, cap.fen) for cap in bought.caps]
    assert bought.reviewed, "from 200,000 yuan staff look first"
    assert any("租房" in text for text in bought.closes)
    retired = found["retirement"]
    assert (retired.most_fen, retired.who) == (None, "单位")
    assert retired.refusal is not None
    assert retired.refusal.code == "not_sealed"


def test_r_crt_4_an_estimate_tells_the_owners_brakes_that_would_stop_the_money(
    build: Any, moment: Any
) -> None:
    flat = Dossier(contracts=(contract(),))
    limited = standing(build, dossier=flat, brakes=Brakes(limit_fen=100_000_00), paid_today_fen=1)
    bought = estimated(limited, moment, account(100_000_01))["purchase"]
    assert (bought.most_fen, bought.brake and bought.brake.code) == (100_000_00, "over_own_limit")
    assert estimated(limited, moment, account(100_000_00))["purchase"].brake is None
    locked = standing(build, dossier=flat, brakes=Brakes(locked_at=JUST_NOW))
    for one in estimated(locked, moment, account(100_00)).values():
        assert (one.most_fen, one.who) == (None, "本人")
        assert one.refusal is not None
        assert one.refusal.code == "locked_by_owner"


def test_r_wdr_27_the_first_day_is_told(build: Any, moment: Any) -> None:
    sealed = replace(
        account(100_00, AccountState.SEALED), paid_up_to=date(2026, 8, 1), seal_reason="terminated"
    )
    ended = estimated(standing(build), moment, sealed)["contract_ended"]
    assert ended.refusal is not None
    assert ended.refusal.eligible_from == date(2027, 3, 1)
    assert "2027年3月1日" in ended.refusal.text
    banned = standing(build, ban=build.ban(date(2027, 1, 1)))
    assert {one.refusal.eligible_from for one in estimated(banned, moment, sealed).values()
            if one.refusal} == {date(2027, 1, 2)}  # fmt: skip


def test_r_wdr_19_less_may_be_asked_for_and_more_is_refused_not_cut(
    build: Any, moment: Any
) -> None:
    one = standing(build, dossier=Dossier(contracts=(contract(),)))
    kind, terms = moment.book.type_of("purchase"), moment.book.terms("purchase", ON)

    def asked(fen: int) -> Any:
        return look(
            kind,
            terms,
            one.facts,
            one.dossier,
            claims=one.claims,
            asking=Asking(ON, wanted_fen=fen),
        )

    less = asked(100_00)
    assert (less.conditions.cap_fen, less.conditions.least_fen) == (100_00, 100_00)
    assert asked(400_000_00).conditions.cap_fen == 400_000_00
    more = asked(400_000_01)
    assert (more.code, more.rule) == ("above_ceiling", "R-WDR-19")
    assert "400,000.01元" in more.text
    assert "400,000.00元" in more.text


def test_r_wdr_24_who_owes_a_fund_loan_may_only_repay_it(build: Any, moment: Any) -> None:
    owing = standing(build, debt=Debt(1, 0, 0))
    found = looks(owing, moment)
    assert found["rent"].code == "unpaid_fund_loan"  # type: ignore[union-attr]
    assert found["unable_to_work"].code == "unpaid_fund_loan"  # type: ignore[union-attr]
    repaying = replace(owing, dossier=Dossier(loans=(bank_loan(),)))
    assert isinstance(looks(repaying, moment)["repay_running"], Allowed)


def test_r_wdr_18_at_the_counter_the_book_of_2019_can_be_used(build: Any) -> None:
    day = date(2026, 9, 19)
    moment = build.moment(day, build.book(types=TYPES, rows=build.all_rows()))
    online = decisions.submit(build.case("purchase", moment=moment), None, moment)
    assert online[-1].case.refusal.code == "at_counter"
    taken = decisions.submit(build.case("purchase", moment=moment, channel="counter"), None, moment)
    assert taken[-1].case.state is State.SUBMITTED


@pytest.mark.parametrize(("accepted", "code"), [(19, "rent_too_low"), (20, None)])
def test_r_wdr_17_what_was_accepted_under_one_book_is_decided_under_it_whenever_facts_come(
    build: Any, accepted: int, code: str | None
) -> None:
    book = build.book(types=TYPES, rows=build.all_rows())
    day, later = date(2026, 9, accepted), build.moment(date(2026, 10, 20), book)
    lease = Lease("ZL-1", False, 1_800_00, date(2026, 1, 1), date(2026, 12, 31))
    account = books(paid_up_to="2026-08", base=12_000_00)
    one = standing(build, today=later.today, dossier=Dossier(account=account, leases=(lease,)))
    seen = look(
        book.type_of("rent"), book.terms("rent", day), one.facts, one.dossier,
        claims=one.claims, asking=Asking(day, at_counter=True),
    )  # fmt: skip
    accepted_then = build.case("rent", moment=build.moment(day, book), channel="counter")
    after = decisions.facts_gathered(accepted_then, seen, None, later).case
    assert (after.refusal and after.refusal.code) == code
