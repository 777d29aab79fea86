"""What texts may say instead of what the release ships, and from which day on they do (R-SMS-4, R-CRT-4)."""

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import date

import pytest

from notifications import rules
from notifications.rules.examples import EXAMPLES, TITLES
from notifications.rules.template import Template
from notifications.rules.templates import TEMPLATES
from notifications.rules.wordings import (
    ALL,
    Fault,
    Found,
    Said,
    Wordings,
    example_of,
    facts_in,
    fault_of,
    placeholders,
)
from shared.messages.withdrawals import WithdrawalCancelled

CANCELLED = TEMPLATES[WithdrawalCancelled]
NAME = CANCELLED.name
ANOTHER = "您撤销了{kind}申请，钱没有动。"


def there() -> Iterator[Template]:
    """Whatever is a text in any module of the rules."""
    for module in pkgutil.iter_modules(rules.__path__):
        for value in vars(importlib.import_module(f"{rules.__name__}.{module.name}")).values():
            values = value.values() if isinstance(value, dict) else [value]
            yield from (one for one in values if isinstance(one, Template))


def test_every_text_is_listed_named_exemplified_and_without_fault_as_shipped() -> None:
    assert {one.name for one in there()} == ALL.keys() == TITLES.keys()
    for one in ALL.values():
        assert set(placeholders(one.wording)) <= EXAMPLES.keys(), one.name
        assert fault_of(one, one.wording) is None, one.name


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        (ANOTHER, None),
        ("您撤销了{kind}申请，详询12329。", None),
        ("您撤销了{kind申请。", Found(Fault.BRACES)),
        ("您撤销了{kind!r}申请。", Found(Fault.BRACES)),
        ("您撤销了{kind.__class__}申请。", Found(Fault.BRACES)),
        ("您撤销了{}申请。", Found(Fault.BRACES)),
        ("您撤销了{kind}申请{amount}元。", Found(Fault.UNKNOWN, "amount")),
        ("您撤销了申请。", Found(Fault.LOST, "kind")),
        ("您撤销了{kind}申请，见dz-gjj.com。", Found(Fault.LINK, "dz-gjj.com")),
        ("您撤销了{kind}申请，见HTTPS:地址。", Found(Fault.LINK, "HTTPS:")),
        ("您撤销了{kind}申请，请致电13912345678。", Found(Fault.NUMBER, "13912345678")),
        ("您撤销了{kind}申请。\n请知悉。", Found(Fault.CHARACTERS, "换行")),
        ("【中国银行】您撤销了{kind}申请。", Found(Fault.CHARACTERS, "【")),
        (f"您撤销了{{kind}}申请。{'请知悉。' * 100}", Found(Fault.LONG, "7")),
    ],
)
def test_a_wording_keeps_every_fact_and_r_sms_4(wording: str, expected: Found | None) -> None:
    assert fault_of(CANCELLED, wording) == expected


def test_r_crt_4_what_can_be_switched_off_still_says_how() -> None:
    sealed = ALL["account_sealed"]
    without = sealed.wording.replace("回复TD退订此类短信。", "")
    assert fault_of(sealed, without) == Found(Fault.OPT_OUT)


def test_a_text_says_what_is_in_force_on_the_day_on_which_it_is_written() -> None:
    rows = [
        Said(NAME, date(2026, 5, 1), None, "三号文"),
        Said(NAME, date(2026, 3, 1), ANOTHER, "一号文"),
        Said(NAME, date(2026, 4, 1), "{kind}已撤销。", "二号文"),
    ]
    said = {
        day: Wordings.on(rows, day).of(CANCELLED).wording
        for day in (date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 1), date(2026, 5, 1))
    }
    shipped = CANCELLED.wording
    assert list(said.values()) == [shipped, ANOTHER, "{kind}已撤销。", shipped]


def test_a_wording_that_a_later_release_does_not_know_says_nothing() -> None:
    rows = [
        Said(NAME, date(2026, 3, 1), "{kind}{amount}", ""),
        Said("gone", date(2026, 3, 1), "x", ""),
    ]
    assert Wordings.on(rows, date(2026, 3, 2)) == Wordings()


def test_what_was_told_is_read_out_of_a_text() -> None:
    sealed = ALL["account_sealed"]
    found = facts_in(sealed.wording, example_of(sealed.wording))
    assert found == {name: EXAMPLES[name].value for name in ("account", "date", "reason")}
    assert facts_in(CANCELLED.wording, example_of(sealed.wording)) is None
