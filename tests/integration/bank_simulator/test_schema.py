"""The check against the schemas finds what is wrong with a message."""

import pytest
from tests.integration.bank_simulator.messages import Payment, pain_001
from tests.integration.bank_simulator.schema import check

GOOD = pain_001([Payment(key="0" * 32)]).decode()
TRANSFER = f"<PmtId><EndToEndId>{'0' * 32}</EndToEndId></PmtId>"
AMOUNT = '<Amt><InstdAmt Ccy="CNY">100.01</InstdAmt></Amt>'

WRONG = {
    "out of order": (TRANSFER + AMOUNT, AMOUNT + TRANSFER),
    "missing": (TRANSFER, ""),
    "unknown": (TRANSFER, TRANSFER + "<New/>"),
    "twice": (AMOUNT, AMOUNT * 2),
    "both of a choice": (
        "<ReqdExctnDt><Dt>2026-03-02</Dt>",
        "<ReqdExctnDt><Dt>2026-03-02</Dt><DtTm>2026-03-02T00:00:00Z</DtTm>",
    ),
    "too long": ("<PmtInfId>", "<PmtInfId>" + "x" * 35),
    "empty": ("<PmtInfId>BATCH-1", "<PmtInfId>"),
    "no date": ("<Dt>2026-03-02", "<Dt>2026-02-30"),
    "no value of the enumeration": ("<PmtMtd>TRF", "<PmtMtd>CASH"),
    "no number": ("<NbOfTxs>1", "<NbOfTxs>one"),
    "an amount too fine": (">100.01</InstdAmt>", ">100.010001</InstdAmt>"),
    "no currency": (' Ccy="CNY"', ""),
    "no such attribute": ("<PmtInf>", '<PmtInf kind="x">'),
    "another namespace": ("pain.001.001.09", "pain.001.001.08"),
}


def test_a_good_message_passes() -> None:
    check(GOOD.encode(), "pain.001.001.09")


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_message_is_found(what: str) -> None:
    before, after = WRONG[what]
    wrong = GOOD.replace(before, after, 1)
    assert wrong != GOOD
    with pytest.raises((AssertionError, ValueError)):
        check(wrong.encode(), "pain.001.001.09")
