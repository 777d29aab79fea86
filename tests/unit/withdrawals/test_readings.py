"""R-WDR-21: whoever decides about papers reads every fact that was read from them."""

from dataclasses import fields

from withdrawals import dossier
from withdrawals.dossier import OF_REGISTER, Outcome, Register, Told
from withdrawals.readings import FACTS, GROUPS, in_words


def test_r_wdr_21_what_was_read_is_said_fact_by_fact_with_its_unit() -> None:
    contract = {"number": "WQ1", "new": True, "price_fen": 120_000_000, "share_bp": 5_000}
    permit = {"number": "JZ7", "area_hundredths": 9_050}
    told = {
        Register.HOMES: Told(Outcome.YES, {"contracts": [contract], "permits": [permit]}),
        Register.MARRIAGE: Told(Outcome.NO),
        Register.HARDSHIP: Told(Outcome.YES, {"hardship": True, "disability_grade": 1}),
    }
    assert in_words(told) == (
        "不动产登记和房屋网签备案：购房1（编号WQ1，新建住房是，合同价1,200,000.00元，家庭份额50%）、"
        "建房许可或鉴定1（编号JZ7，面积90.50平方米）；民政部门婚姻登记：材料表明没有；"
        "民政部门最低生活保障：最低生活保障是"
    )


def test_every_fact_of_a_dossier_has_its_word() -> None:
    shapes = (
        dossier.Household, dossier.Home, dossier.Lease, dossier.HomeContract, dossier.Permit,
        dossier.Invoice, dossier.Payment, dossier.HomeLoan, dossier.Bill,
    )  # fmt: skip
    named = {one.name for shape in shapes for one in fields(shape)} - {"payments"}
    assert named == set(FACTS)
    assert {"payments"}.union(*OF_REGISTER.values()) == set(GROUPS)
