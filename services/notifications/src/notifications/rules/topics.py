"""What texts are about, as people choose by which way they want to be told of it; pure.

Codes, logins and whose WeChat is bound are no topic: they go to the phone on file, always.
"""

from enum import StrEnum


class Topic(StrEnum):
    """What a text is about (消息类别)."""

    WITHDRAWALS = "withdrawals"
    LOANS = "loans"
    ACCOUNT = "account"
    PAPERS = "papers"


TOPIC_TEXTS = {
    Topic.WITHDRAWALS: "提取",
    Topic.LOANS: "贷款",
    Topic.ACCOUNT: "账户和缴存",
    Topic.PAPERS: "证明、异议和答复",
}
PREFIXES = {
    "withdrawal_": Topic.WITHDRAWALS,
    "loan_": Topic.LOANS,
    "early_": Topic.LOANS,
    "document_": Topic.PAPERS,
    "dispute_": Topic.PAPERS,
    "complaint_": Topic.PAPERS,
}


def topic_of(template: str) -> Topic:
    """Say what a text is about, by its name; whatever is about nothing else is about the account."""
    found = (topic for prefix, topic in PREFIXES.items() if template.startswith(prefix))
    return next(found, Topic.ACCOUNT)
