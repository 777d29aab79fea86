"""The law's cases beside the seed's five, each by its worked example, to the fen (R-WDR-16 to R-WDR-44)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.unit.withdrawals.cases import (
    COUPLE,
    HOME,
    KINDS,
    UNIT,
    as_own,
    ask,
    bank_loan,
    books,
    claims_of,
    contract,
    pays,
    refusal,
    together,
)

from withdrawals.dossier import (
    Bill,
    Claims,
    Dossier,
    Home,
    HomeLoan,
    Household,
    Invoice,
    Lease,
    Payment,
    Permit,
    Register,
)
from withdrawals.rules import CASES
from withdrawals.rules.book import NotInForce
from withdrawals.rules.ground import Ceiling, Doubt, Missing
from withdrawals.texts import TEXTS

ON = "2026-11-10"
SINGLE = Dossier(account=books(), household=Household("7"))


def half_year(lease: Lease, **changes: Any) -> Dossier:
    return Dossier(account=books(**changes), household=COUPLE, leases=(lease,))


def six_months(public: bool = False, rent: int = 3_000_00) -> Lease:
    return Lease("ZL-1", public, rent, date(2026, 5, 1), date(2026, 10, 31))


def invoice(number: str, fen: int, day: date, use: str = "renovation", unit: str = UNIT) -> Invoice:
    return Invoice(number, use, unit, fen, day, day)


# Rent


def test_e47_r_wdr_30_rent_without_a_registered_lease(build: Any) -> None:
    found = ask(build, "rent", ON, SINGLE)
    assert found.fen == 14_400_00
    assert [item.period for item in found.items][::11] == ["2025-11", "2026-10"]
    assert pays(found, 20_000_00) == 14_400_00


def test_e48_r_wdr_30_a_couple_has_a_limit_each_and_the_second_account_is_short(build: Any) -> None:
    dossier = Dossier(account=books(), household=COUPLE)
    mine = ask(build, "rent", ON, dossier)
    assert pays(mine, 30_000_00) == 14_400_00
    taken = claims_of("rent", mine, 14_400_00, ON)
    theirs = ask(build, "rent", ON, dossier, together(taken))
    assert pays(theirs, 9_000_00) == 8_999_99
    again = ask(build, "rent", ON, dossier, together(as_own(taken)))
    assert refusal(again).code == "nothing_open", "a limit of one does not pass to the other"


@pytest.mark.parametrize(
    ("first", "second", "paid"),
    [
        (1_920_00, 1_440_00, (11_520_00, 6_480_00)),
        (1_440_00, 1_920_00, (8_640_00, 9_360_00)),
    ],
)
def test_e49_r_wdr_30_a_couple_shares_one_rent(
    build: Any, first: int, second: int, paid: tuple[int, int]
) -> None:
    lease = six_months()
    one = ask(build, "rent", ON, half_year(lease, deposit=first))
    taken = claims_of("rent", one, one.fen, ON)
    two = ask(build, "rent", ON, half_year(lease, deposit=second), together(taken))
    assert (one.fen, two.fen) == paid
    assert one.fen + two.fen == 6 * 3_000_00


def test_e51_r_wdr_30_the_deposit_is_no_limit_for_a_public_rental(build: Any) -> None:
    lease = Lease("GZ-1", True, 680_50, date(2025, 1, 1), date(2027, 1, 1))
    dossier = half_year(lease, deposit=500_00)
    assert pays(ask(build, "rent", ON, dossier), 9_000_00) == 8_166_00
    market = replace(dossier, leases=(replace(lease, public=False),))
    assert ask(build, "rent", ON, market).fen == 6_000_00


@pytest.mark.parametrize(
    ("on", "rent", "allowed"),
    [
        ("2026-09-19", 1_800_00, False),
        ("2026-09-19", 1_800_01, True),
        ("2026-09-20", 1_800_00, True),
        ("2026-09-20", 1_800_01, True),
    ],
)
def test_e52_r_wdr_31_only_the_2019_book_asks_for_a_share_of_wages(
    build: Any, on: str, rent: int, allowed: bool
) -> None:
    lease = Lease("ZL-1", False, rent, date(2026, 1, 1), date(2026, 12, 31))
    household = replace(COUPLE, spouse_base_fen=5_000_00)
    account = books(base=7_000_00, paid_up_to="2026-08")
    dossier = Dossier(account=account, household=household, leases=(lease,))
    found = ask(build, "rent", on, dossier, at_counter=True)
    assert isinstance(found, Ceiling) is allowed
    assert allowed or "1,800.00元" in refusal(found).text


def test_e53_r_wdr_28_three_months_up_to_a_month_that_is_not_far_back(build: Any) -> None:
    good = books(since="2026-07", paid_up_to="2026-09")
    for day in ("2026-11-01", "2026-11-30"):
        found = ask(build, "rent", day, Dossier(account=good))
        assert isinstance(found, Ceiling)
    behind = refusal(ask(build, "rent", ON, Dossier(account=books(paid_up_to="2026-08"))))
    assert (behind.code, behind.rule) == ("month_missing", "R-WDR-28")
    assert "2026年9月的缴存入账后" in behind.text
    young = books(since="2026-08", paid_up_to="2026-09")
    assert "2026年10月的缴存入账后" in refusal(ask(build, "rent", ON, Dossier(account=young))).text


def test_r_wdr_28_a_back_paid_month_counts_once_booked(build: Any) -> None:
    gap = books(paid_up_to="2026-10", m2026_09=0)
    assert refusal(ask(build, "rent", ON, Dossier(account=gap))).code == "month_missing"
    assert isinstance(ask(build, "rent", ON, Dossier(account=books(m2026_09=1))), Ceiling)


def test_r_wdr_28_who_owns_a_home_in_the_city_is_refused(build: Any) -> None:
    assert refusal(ask(build, "rent", ON, replace(SINGLE, homes=(HOME,)))).code == "owns_home"
    elsewhere = replace(SINGLE, homes=(Home("3702", in_city=False),))
    assert isinstance(ask(build, "rent", ON, elsewhere), Ceiling)


def test_r_wdr_29_a_lease_belongs_to_a_month_when_it_covers_the_15th(build: Any) -> None:
    lease = Lease("ZL-1", False, 1_000_00, date(2026, 8, 16), date(2026, 10, 14))
    assert [item.period for item in ask(build, "rent", ON, half_year(lease)).items] == ["2026-09"]
    longer = replace(lease, begins_on=date(2026, 8, 15), ends_on=date(2026, 10, 15))
    months = [item.period for item in ask(build, "rent", ON, half_year(longer)).items]
    assert months == ["2026-08", "2026-09", "2026-10"]


def test_r_wdr_29_a_month_without_a_deposit_is_worth_nothing_until_it_is_booked(build: Any) -> None:
    lease = six_months(rent=1_500_00)
    without = ask(build, "rent", ON, half_year(lease, m2026_05=0))
    assert without.fen == 5 * 1_500_00
    assert ask(build, "rent", ON, half_year(lease)).fen == 6 * 1_500_00


# Purchase


def test_e54_r_wdr_32_a_couple_shares_the_own_money(build: Any) -> None:
    dossier = Dossier(household=COUPLE, contracts=(contract(),))
    mine = ask(build, "purchase", ON, dossier)
    assert mine.fen == 400_000_00
    a = pays(mine, 180_000_00)
    assert a == 179_999_99
    first = claims_of("purchase", mine, a, ON)
    second = ask(build, "purchase", ON, dossier, together(first))
    b = pays(second, 260_000_00)
    assert b == 220_000_01
    third = ask(
        build, "purchase", ON, dossier, together(first, claims_of("purchase", second, b, ON))
    )
    assert refusal(third).code == "nothing_open"
    assert "没有可以提取的金额" in refusal(third).text


@pytest.mark.parametrize(
    ("counted", "new", "last", "after"),
    [
        (date(2025, 11, 29), True, "2026-11-29", "2026-11-30"),
        (date(2024, 2, 29), False, "2025-02-28", "2025-03-01"),
    ],
)
def test_e56_r_wdr_32_the_window_is_twelve_months_with_its_last_day(
    build: Any, counted: date, new: bool, last: str, after: str
) -> None:
    dossier = Dossier(contracts=(contract(counted_from=counted, new=new),))
    assert isinstance(ask(build, "purchase", last, dossier, at_counter=True), Ceiling)
    late = refusal(ask(build, "purchase", after, dossier, at_counter=True))
    year, month, day = last.split("-")
    assert f"{year}年{int(month)}月{int(day)}日" in late.text


def test_e57_r_wdr_32_the_lower_of_contract_and_assessed_value_counts(build: Any) -> None:
    second_hand = contract(price_fen=860_000_00, value_fen=910_000_00, loans_fen=0, new=False)
    found = ask(build, "purchase", ON, Dossier(contracts=(second_hand,)))
    assert pays(found, 1_000_000_00) == 860_000_00


def test_e58_r_wdr_34_a_down_payment_goes_to_the_supervised_account(build: Any) -> None:
    open_one = contract(
        price_fen=900_000_00, value_fen=None, counted_from=None, loans_fen=0,
        down_payment_fen=135_000_00, paid_fen=30_000_00,
    )  # fmt: skip
    dossier = Dossier(household=COUPLE, contracts=(open_one,))
    mine = ask(build, "purchase", ON, dossier)
    assert (mine.fen, mine.payee) == (105_000_00, "supervised:WQ2026000123")
    a = pays(mine, 88_000_00)
    assert a == 87_999_99
    theirs = ask(build, "purchase", ON, dossier, together(claims_of("purchase", mine, a, ON)))
    assert pays(theirs, 60_000_00) == 17_000_01
    again = ask(build, "purchase", ON, dossier)
    assert again.fen == 105_000_00, "what came back frees the ceiling"


def test_r_wdr_32_a_third_home_is_refused(build: Any) -> None:
    found = ask(build, "purchase", ON, Dossier(contracts=(contract(ordinal=3),)))
    assert refusal(found).code == "too_many_homes"


def test_r_wdr_33_strangers_share_and_wait(build: Any) -> None:
    third = contract(
        price_fen=300_000_01, value_fen=300_000_01, loans_fen=0, share_bp=3_333, relatives=False,
        counted_from=date(2026, 5, 10),
    )  # fmt: skip
    dossier = Dossier(contracts=(third,))
    early = refusal(ask(build, "purchase", "2026-11-09", dossier))
    assert early.eligible_from == date(2026, 11, 10)
    # 300,000.01 x 0.3333 = 99,990.003333, rounded down
    assert ask(build, "purchase", ON, dossier).fen == 99_990_00


def test_e77_r_wdr_19_one_fen_stays(build: Any) -> None:
    found = ask(build, "purchase", ON, Dossier(contracts=(contract(),)))
    assert [pays(found, balance) for balance in (1, 2)] == [0, 1]
    left = claims_of("purchase", found, 399_999_99, ON)
    last = ask(build, "purchase", ON, Dossier(contracts=(contract(),)), together(left))
    assert pays(last, 5_00) == 1


def test_e78_r_wdr_20_what_is_held_counts_and_is_said(build: Any) -> None:
    dossier = Dossier(household=COUPLE, contracts=(contract(),))
    whole = ask(build, "purchase", ON, dossier)
    held = claims_of("purchase", whole, 150_000_00, ON)
    found = ask(build, "purchase", ON, dossier, together(held))
    assert pays(found, 300_000_00) == 250_000_00
    assert ("减去正在办理", 150_000_00) in [(cap.text, cap.fen) for cap in found.caps]


# Building, renovation, property fee


def test_e59_r_wdr_35_overhaul_is_the_lower_of_invoices_and_area(build: Any) -> None:
    permit = Permit("JD-1", UNIT, date(2026, 10, 1), 9_635)
    bills = (invoice("F1", 152_380_46, date(2026, 10, 20), "build"),)
    dossier = Dossier(household=COUPLE, permits=(permit,), invoices=bills)
    mine = ask(build, "build", ON, dossier)
    assert mine.fen == 152_380_46
    assert [cap.fen for cap in mine.caps] == [152_380_46, 173_430_00, 0]
    a = pays(mine, 60_000_00)
    assert a == 59_999_99
    theirs = ask(build, "build", ON, dossier, together(claims_of("build", mine, a, ON)))
    assert pays(theirs, 200_000_00) == 92_380_47
    assert refusal(ask(build, "build", ON, Dossier())).code == "no_permit"


def test_e61_r_wdr_36_half_of_the_invoices_rounded_down(build: Any) -> None:
    bills = (invoice("F1", 86_421_37, date(2026, 10, 2)),)
    dossier = Dossier(household=COUPLE, homes=(HOME,), invoices=bills)
    mine = ask(build, "renovation", ON, dossier)
    assert mine.fen == 43_210_68
    taken = claims_of("renovation", mine, 20_000_00, "2026-11-05")
    theirs = ask(build, "renovation", ON, dossier, together(taken))
    assert pays(theirs, 31_000_00) == 23_210_68


def test_e62_r_wdr_36_a_maximum_ten_years_and_a_first_day(build: Any) -> None:
    bills = (
        invoice("F1", 620_000_00, date(2026, 10, 2)),
        invoice("F0", 9_000_00, date(2026, 9, 19)),
    )
    dossier = Dossier(household=COUPLE, homes=(HOME,), invoices=bills)
    found = ask(build, "renovation", "2026-10-15", dossier)
    assert found.fen == 250_000_00
    assert found.caps[0].fen == 310_000_00, "the older invoice does not count"
    taken = claims_of("renovation", found, 250_000_00, "2026-10-12", own=True, paid="2026-10-15")
    again = refusal(ask(build, "renovation", "2036-10-14", dossier, together(taken)))
    assert again.eligible_from == date(2036, 10, 15)
    new = replace(dossier, invoices=(invoice("F9", 100_00, date(2036, 10, 1)),))
    assert ask(build, "renovation", "2036-10-15", new, together(taken)).fen == 50_00
    with pytest.raises(NotInForce):
        ask(build, "renovation", "2026-09-19", dossier)


def test_r_wdr_36_an_invoice_serves_once_in_any_flat(build: Any) -> None:
    bills = (invoice("F1", 1_000_00, date(2026, 10, 2)),)
    first = ask(build, "renovation", ON, Dossier(homes=(HOME,), invoices=bills))
    taken = claims_of("renovation", first, first.fen, ON, household=False)
    elsewhere = Dossier(
        homes=(Home("F2", in_city=True),),
        invoices=(replace(bills[0], unit="F2"),),
    )
    found = refusal(ask(build, "renovation", ON, elsewhere, together(taken)))
    assert found.code == "no_invoice"


def test_e63_r_wdr_37_property_fee_of_one_flat_a_year(build: Any) -> None:
    day = date(2026, 10, 5)
    # 118.6 square metres x 2.35 yuan x 12 months
    bill = invoice("W1", 3_344_52, day, "property_fee")
    dossier = Dossier(household=COUPLE, homes=(HOME,), invoices=(bill,))
    assert ask(build, "property_fee", ON, dossier).fen == 3_344_52
    two = tuple(
        invoice(name, fen, day, "property_fee")
        for name, fen in (("W1", 2_000_00), ("W2", 1_900_00))
    )
    found = ask(build, "property_fee", ON, replace(dossier, invoices=two))
    assert found.fen == 3_600_00
    taken = claims_of("property_fee", found, 3_000_00, ON)
    second = Dossier(
        household=COUPLE, homes=(Home("F2", in_city=True),),
        invoices=(invoice("W3", 2_900_00, day, "property_fee", "F2"),),
    )  # fmt: skip
    refused = refusal(ask(build, "property_fee", ON, second, together(taken)))
    assert (refused.code, refused.eligible_from) == ("other_flat", date(2027, 1, 1))
    spouse = ask(build, "property_fee", ON, replace(dossier, invoices=two), together(taken))
    assert spouse.fen == 600_00


def test_r_wdr_37_a_person_takes_it_once_a_year(build: Any) -> None:
    bills = (invoice("W1", 1_000_00, date(2026, 10, 5), "property_fee"),)
    dossier = Dossier(household=COUPLE, homes=(HOME,), invoices=bills)
    found = ask(build, "property_fee", ON, dossier)
    taken = claims_of("property_fee", found, 500_00, ON, own=True)
    refused = refusal(ask(build, "property_fee", ON, dossier, together(taken)))
    assert (refused.code, refused.eligible_from) == ("once_a_year", date(2027, 1, 1))


# Running loans


def test_e65_r_wdr_38_a_banks_loan_yearly(build: Any) -> None:
    dossier = Dossier(household=COUPLE, loans=(bank_loan(),))
    whole = ask(build, "repay_running", ON, dossier)
    assert whole.fen == 41_757_12
    assert [item.period for item in whole.items] == [str(number) for number in range(3, 15)]
    taken = claims_of("repay_running", whole, 10_000_00, "2026-11-01")
    found = ask(build, "repay_running", ON, dossier, together(taken))
    assert pays(found, 35_000_00) == 31_757_12
    assert ask(build, "repay_running", "2026-11-20", dossier).fen == 38_277_36


def test_r_wdr_40_a_banks_loan_for_a_home_that_is_not_on_record_is_looked_at(build: Any) -> None:
    known = bank_loan(unit=UNIT)
    for homes, contracts in (((HOME,), ()), ((), (contract(),))):
        dossier = Dossier(household=COUPLE, loans=(known,), homes=homes, contracts=contracts)
        assert ask(build, "repay_running", ON, dossier).doubts == ()
    for loan in (known, bank_loan()):
        found = ask(build, "repay_running", ON, Dossier(household=COUPLE, loans=(loan,)))
        assert (found.fen, found.doubts) == (41_757_12, (Doubt.LOANS_HOME,))
    fund = Dossier(household=COUPLE, loans=(replace(fund_part(), offset=False),))
    assert ask(build, "repay_running", ON, fund).doubts == ()


@pytest.mark.parametrize(
    ("flat", "marriages", "doubt"),
    [
        ({"resold": True}, 1, Doubt.RESOLD),
        ({"elsewhere": True}, 1, Doubt.ELSEWHERE),
        ({"relatives": False}, 1, Doubt.NOT_RELATIVES),
        ({}, 2, Doubt.MARRIAGES),
    ],
)
def test_r_wdr_22_patterns_of_false_purchases_are_looked_at_and_not_refused(
    build: Any, flat: dict[str, Any], marriages: int, doubt: Doubt
) -> None:
    """A second flat that is cheaper: the first one is meant."""
    household = replace(COUPLE, marriages=marriages)
    other = contract(number="WQ2", unit="U2", price_fen=900_000_00, value_fen=900_000_00)
    dossier = Dossier(household=household, contracts=(contract(**flat), other))
    found = ask(build, "purchase", ON, dossier)
    assert (found.fen, found.doubts) == (400_000_00, (doubt,))
    alone = Dossier(household=COUPLE, contracts=(contract(),))
    assert ask(build, "purchase", ON, alone).doubts == ()


def fund_part() -> HomeLoan:
    """Of 1,604.36 each month an offset takes 960.00."""
    payments = tuple(
        Payment(str(at), date(2025 + (at + 10) // 12, (at + 10) % 12 + 1, 20), 1_604_36, 644_36)
        for at in range(12)
    )
    return HomeLoan("DK1", True, 1_604_36, 290_000_00, False, True, None, payments)


def test_e66_r_wdr_41_a_combined_loan_with_an_offset_agreement_on_the_fund_part(build: Any) -> None:
    bank = bank_loan(12, number="B", instalment_fen=2_319_84)
    bank = replace(
        bank,
        payments=tuple(
            replace(one, fen=2_319_84, own_fen=2_319_84, paid_on=fund_part().payments[at].paid_on)
            for at, one in enumerate(bank.payments)
        ),
    )
    dossier = Dossier(loans=(fund_part(), bank))
    assert ask(build, "repay_running", ON, dossier).fen == 27_838_08
    found = ask(build, "repay_running", ON, dossier, offset_shortfall_claimable=True)
    assert found.fen == 35_570_40
    alone = ask(build, "repay_running", ON, Dossier(loans=(fund_part(),)))
    assert refusal(alone).code == "offset_in_force"


def test_e67_r_wdr_42_an_early_payoff_counts_less_what_a_new_loan_paid(build: Any) -> None:
    payoff = 575_318_85 + 559_34
    last = Payment("15", date(2026, 10, 30), payoff, payoff - 400_000_00)
    loan = bank_loan(paid_off_on=date(2026, 10, 30))
    loan = replace(loan, payments=(*loan.payments, last))
    dossier = Dossier(household=COUPLE, loans=(loan,))
    mine = ask(build, "repay_running", ON, dossier)
    assert mine.fen == 217_635_31
    a = pays(mine, 150_000_00)
    assert a == 149_999_99
    first = claims_of("repay_running", mine, a, ON)
    theirs = ask(build, "repay_running", ON, dossier, together(first))
    b = pays(theirs, 60_000_00)
    assert b == 59_999_99
    both = together(first, claims_of("repay_running", theirs, b, ON))
    assert ask(build, "repay_running", ON, dossier, both).fen == 7_635_33
    assert ask(build, "repay_running", "2027-10-29", dossier, both).fen == 7_635_33
    assert refusal(ask(build, "repay_running", "2027-10-30", dossier, both)).code == "nothing_open"


def test_e70_r_wdr_43_months_bought_in_advance(build: Any) -> None:
    dossier = Dossier(loans=(bank_loan(),))
    found = ask(build, "repay_running", "2026-11-20", dossier, basis="ahead", once_a_year=False)
    assert pays(found, 15_000_01) == 15_000_00
    taken = claims_of("repay_running", found, 15_000_00, "2026-11-20", own=True)
    changes = {"basis": "ahead", "once_a_year": False}
    early = refusal(ask(build, "repay_running", "2027-03-19", dossier, together(taken), **changes))
    assert early.eligible_from == date(2027, 3, 20)
    later = ask(build, "repay_running", "2027-03-20", dossier, together(taken), **changes)
    assert isinstance(later, Ceiling)
    assert pays(found, 3_000_01) == 0, "less than one instalment is refused"


def test_r_wdr_38_first_claim_after_twelve_instalments(build: Any) -> None:
    young = ask(build, "repay_running", ON, Dossier(loans=(bank_loan(11),)))
    assert "您已还11期，还差1期" in refusal(young).text
    settled = bank_loan(11, paid_off_on=date(2026, 7, 20))
    assert isinstance(ask(build, "repay_running", ON, Dossier(loans=(settled,))), Ceiling)


def test_r_wdr_39_arrears_of_the_fund_are_repaid_first(build: Any) -> None:
    owing = replace(fund_part(), offset=False, arrears=True)
    found = ask(build, "repay_running", ON, Dossier(loans=(owing,)))
    assert refusal(found).code == "in_arrears"


# Unable to work, illness, hardship


def test_r_wdr_44_total_loss_closes_the_account_and_partial_loss_is_no_case(build: Any) -> None:
    assert KINDS["unable_to_work"].closing
    for grade, total in ((1, True), (4, True), (5, False)):
        found = ask(build, "unable_to_work", ON, Dossier(disability_grade=grade))
        assert isinstance(found, Ceiling) is total
    assert refusal(ask(build, "unable_to_work", ON, Dossier())).code == "not_assessed"


def test_e76_r_wdr_47_illness_is_shared_by_spouses_and_off_without_a_row(build: Any) -> None:
    bills = (Bill("self", 37_512_89, date(2026, 9, 1)), Bill("child", 4_100_00, date(2026, 10, 1)))
    dossier = Dossier(household=COUPLE, bills=bills)
    with pytest.raises(NotInForce):
        ask(build, "illness", ON, dossier)
    row = build.local_row("illness", {"bill_months": 12})
    with_row = build.with_rows(row)
    mine = ask(with_row, "illness", ON, dossier)
    a = pays(mine, 20_000_00)
    assert a == 19_999_99
    theirs = ask(with_row, "illness", ON, dossier, together(claims_of("illness", mine, a, ON)))
    assert pays(theirs, 30_000_00) == 21_612_90


def test_r_wdr_47_others_by_policy_are_off_without_a_row_and_by_their_row_with_one(
    build: Any,
) -> None:
    """24(9): a lift, half of its invoices up to 20,000.00 a household and year."""
    bills = (
        invoice("L1", 33_333_33, date(2026, 10, 5), use="lift"),
        invoice("L2", 9_000_00, date(2026, 9, 19), use="lift"),
        invoice("R1", 5_000_00, date(2026, 10, 5)),
    )
    dossier = Dossier(household=COUPLE, homes=(HOME,), invoices=bills)
    with pytest.raises(NotInForce):
        ask(build, "other", ON, dossier)
    row = build.local_row(
        "other",
        {
            "use": "lift",
            "share_bp": 5_000,
            "household_year_fen": 20_000_00,
            "window_months": 12,
            "expenses_from": "2026-09-20",
        },
    )
    on = build.with_rows(row)
    found = ask(on, "other", ON, dossier)
    assert (
        found.fen == 16_666_66
    )  # half of 33,333.33, rounded down; the bill of 19 September is older
    assert [one.key for one in found.markers] == ["invoice:L1"]
    spouse = claims_of("other", found, 10_000_00, ON)
    assert ask(on, "other", ON, dossier, together(spouse)).fen == 6_666_66
    assert refusal(ask(on, "other", ON, replace(dossier, homes=()))).code == "not_own_home"
    assert refusal(ask(on, "other", ON, replace(dossier, invoices=()))).code == "no_receipt"
    assert refusal(ask(on, "other", "2027-10-06", dossier)).code == "no_receipt"


def test_r_wdr_47_hardship_takes_all_but_a_fen_once_a_year(build: Any) -> None:
    with_row = build.with_rows(build.local_row("hardship", {}))
    dossier = Dossier(account=books(3_000_00), hardship=True)
    found = ask(with_row, "hardship", ON, dossier)
    assert pays(found, 3_000_00) == 2_999_99
    taken = claims_of("hardship", found, 1_00, ON, own=True)
    again = refusal(ask(with_row, "hardship", ON, dossier, together(taken)))
    assert again.eligible_from == date(2027, 1, 1)
    assert refusal(ask(with_row, "hardship", ON, SINGLE)).code == "not_listed"


# All of them


@pytest.mark.parametrize("kind", ["rent", "repay_running"])
def test_e75_r_wdr_25_one_group_for_a_household_and_year(build: Any, kind: str) -> None:
    rent = ask(build, "rent", "2026-12-31", replace(SINGLE, account=books(paid_up_to="2026-12")))
    rows = claims_of("rent", rent, 1_200_00, "2026-12-31", group="rent", paid="2027-01-04")
    dossier = Dossier(household=COUPLE, contracts=(contract(),), loans=(bank_loan(),))
    same_year = refusal(ask(build, "purchase", "2026-12-31", dossier, together(rows)))
    assert (same_year.code, same_year.rule) == ("other_group", "R-WDR-25")
    assert same_year.eligible_from == date(2027, 1, 1)
    assert isinstance(ask(build, "purchase", "2027-01-01", dossier, together(rows)), Ceiling)
    bills = (invoice("F1", 1_000_00, date(2026, 10, 2)),)
    home = Dossier(household=COUPLE, homes=(HOME,), invoices=bills)
    assert isinstance(ask(build, "renovation", "2026-12-31", home, together(rows)), Ceiling)
    strangers = [replace(row, household=False) for row in rows]
    assert isinstance(ask(build, "purchase", "2026-12-31", dossier, together(strangers)), Ceiling)
    assert isinstance(KINDS[kind].name, str)


SWITCHED_OFF = ("illness", "hardship", "other")


@pytest.mark.parametrize("kind", [one for one in CASES if one.kind not in SWITCHED_OFF])
def test_r_wdr_21_a_register_that_does_not_know_asks_for_a_document(build: Any, kind: Any) -> None:
    dossier = replace(SINGLE, unknown=frozenset(Register))
    found = ask(build, kind.kind, ON, dossier)
    assert isinstance(found, Missing)
    assert set(found.registers) == kind.ground.needs
    assert "请上传证明材料" in found.text
    papers = replace(dossier, papers=kind.ground.needs)
    assert not isinstance(ask(build, kind.kind, ON, papers), Missing)


def test_r_wdr_18_the_2019_book_has_them_at_the_counter_and_not_the_new_ones(build: Any) -> None:
    book = build.book(types=CASES, rows=build.all_rows())
    old = {offer.type.kind for offer in book.offers(date(2026, 9, 19))}
    new = {offer.type.kind for offer in book.offers(date(2026, 9, 20))}
    assert old == {"rent", "purchase", "build", "repay_running", "unable_to_work"}
    assert new == old | {"renovation", "property_fee"}
    for kind in old:
        assert refusal(ask(build, kind, "2026-09-19", SINGLE)).code == "at_counter"


@pytest.mark.parametrize("kind", CASES, ids=[kind.kind for kind in CASES])
def test_r_wdr_27_every_case_says_which_later_doors_it_closes(kind: Any) -> None:
    closes = TEXTS[kind.kind].closes
    assert closes
    assert all(sentence.endswith("。") for sentence in closes)


def test_nothing_was_taken_of_anything_by_nobody() -> None:
    assert Claims().fen == 0
