"""The menu within WeChat's bounds, every notice within its fields, every code of WeChat's judged."""

import pytest
from tests.contract.events_told import EVENTS

from notifications.rules.bookings import (
    CONTRIBUTION_BOOKED,
    INTEREST_SETTLED,
    OF_MANY,
    Deposit,
    Interest,
)
from notifications.rules.templates import TEMPLATES
from shared.messages.deposits import ContributionsBooked, InterestSettled
from wechat.rules import answers, businesses, notices, outcomes
from wechat.rules.answers import Verdict
from wechat.rules.outcomes import State

NOT_BY_WECHAT = {
    "login_code", "confirmation_code", "staff_activation", "new_login", "wechat_binding",
    "balance_answer", "hotline_answer", "employer_asked", "employer_reminder", "withdrawal_brakes",
    "hardship_answered", "registration_code", "registration_answered",
    "death_revoked", "identity_changed", "identity_correction", "withdrawal_consent",
}  # fmt: skip
"""Codes and warnings go to the phone on file; employers' operators are no WeChat users here."""


def facts() -> dict[str, dict[str, str]]:
    """What each text of 12329 is made of, by the events as their owners tell them."""
    made = {
        template.name: template.facts_of(event)
        for event in EVENTS
        if (template := TEMPLATES.get(type(event))) and template.name not in NOT_BY_WECHAT
    }
    booked = next(event for event in EVENTS if isinstance(event, ContributionsBooked))
    deposit = Deposit(booked.people[0], booked.back_payment)
    settled = next(event for event in EVENTS if isinstance(event, InterestSettled))
    interest = Interest(settled.people[0], settled.fund_year)
    return made | {
        CONTRIBUTION_BOOKED.name: CONTRIBUTION_BOOKED.facts_of(deposit),
        INTEREST_SETTLED.name: INTEREST_SETTLED.facts_of(interest),
    }


def test_r_sms_2_every_text_for_a_person_has_its_notice() -> None:
    known = {template.name for template in (*TEMPLATES.values(), *OF_MANY)}
    assert set(notices.LAYOUTS) == known - NOT_BY_WECHAT


@pytest.mark.parametrize("name", sorted(notices.LAYOUTS))
def test_every_notice_is_written_within_wechats_bounds(name: str) -> None:
    layout = notices.LAYOUTS[name]
    fields = notices.written(layout, facts()[name])
    assert tuple(fields) == notices.FIELDS[layout.notice_class]
    for field, text in fields.items():
        limit = notices.MAX_CHARACTERS[field.rstrip("0123456789")]
        assert 1 <= len(text) <= limit, (field, text)
        assert "," not in text or not field.startswith("amount")


def test_what_is_too_long_or_empty_is_made_to_fit() -> None:
    long = {"kind": "离退休提取", "reason": "原" * 30}
    fields = notices.written(notices.LAYOUTS["withdrawal_rejected"], long)
    assert fields["thing3"] == "原" * 19 + "…"
    none = notices.written(notices.LAYOUTS["withdrawal_rejected"], {"kind": "", "reason": " "})
    assert (none["thing1"], none["thing3"]) == ("-", "-")


def test_the_menu_is_within_wechats_bounds() -> None:
    menu = businesses.menu("https://gjj.example.cn")
    assert 1 <= len(menu["button"]) <= 3
    for column in menu["button"]:
        assert len(column["name"].encode()) <= 16
        assert 1 <= len(column["sub_button"]) <= 5
        for button in column["sub_button"]:
            assert len(button["name"].encode()) <= 60
            assert button["url"].startswith("https://gjj.example.cn/hall/")


def test_a_business_is_found_by_any_of_its_words_however_they_are_typed() -> None:
    titles = {word: found.title for word in ("提取", " 提 取！", "退休", "离退休提取", "还款")
              if (found := businesses.asked_for(word))}  # fmt: skip
    assert titles == {
        "提取": "其他提取", " 提 取！": "其他提取", "退休": "离退休提取",
        "离退休提取": "离退休提取", "还款": "提前还款",
    }  # fmt: skip
    assert businesses.asked_for("余额") is None


@pytest.mark.parametrize(
    ("errcode", "verdict"),
    [
        (0, Verdict.ACCEPTED), (43101, Verdict.UNSUBSCRIBED), (43004, Verdict.GONE),
        (40003, Verdict.GONE), (-1, Verdict.LATER), (45011, Verdict.LATER), (45009, Verdict.QUOTA),
        (40001, Verdict.STALE_TOKEN), (42001, Verdict.STALE_TOKEN), (47003, Verdict.REFUSED),
        (99999, Verdict.REFUSED),
    ],
)  # fmt: skip
def test_a_code_of_wechats_means_one_thing(errcode: int, verdict: Verdict) -> None:
    assert answers.verdict_of(errcode) is verdict


def test_a_notice_is_never_sent_again_when_it_may_have_arrived() -> None:
    assert outcomes.following(outcomes.NOTICE, Verdict.IN_DOUBT) is State.DOUBT
    assert outcomes.following(outcomes.ANSWER, Verdict.IN_DOUBT) is State.REFUSED
    for kind in (outcomes.NOTICE, outcomes.ANSWER):
        for verdict in Verdict:
            assert outcomes.following(kind, verdict) in State
