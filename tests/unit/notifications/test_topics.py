"""Every text that people may choose a way for is about one topic."""

from notifications.rules.topics import TOPIC_TEXTS, Topic, topic_of
from wechat.rules.notices import LAYOUTS


def test_every_topic_has_its_texts_and_its_name() -> None:
    assert {topic_of(name) for name in LAYOUTS} == set(Topic) == set(TOPIC_TEXTS)
    assert topic_of("withdrawal_paid") is Topic.WITHDRAWALS
    assert topic_of("early_repayment_failed") is Topic.LOANS
    assert topic_of("interest_settled") is Topic.ACCOUNT
    assert topic_of("dispute_answered") is Topic.PAPERS
