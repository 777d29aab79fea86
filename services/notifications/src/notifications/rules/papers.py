"""The texts about documents that were issued or declared void, and about disputes (R-CRT-2, R-QRY-4)."""

from collections.abc import Mapping

from notifications.rules import words
from notifications.rules.template import Template
from shared.messages import Event
from shared.messages.deposits import DisputeAnswered, DisputeMade
from shared.messages.documents import DocumentIssued, DocumentKind, DocumentWithdrawn

DOCUMENTS = {
    DocumentKind.CONTRIBUTION: "缴存证明",
    DocumentKind.CROSS_CITY: "异地贷款缴存证明",
    DocumentKind.PAYOFF: "贷款结清证明",
    DocumentKind.STATEMENT: "对账单",
    DocumentKind.REPAYMENT_PLAN: "还款计划",
    DocumentKind.ENTRIES: "缴存明细",
}
NUMBER_TAIL_CHARACTERS = 6
"""Of a document's number: enough to tell two apart, too little to ask about one."""


def document_issued(event: DocumentIssued) -> words.Facts:
    """What was printed, when, and the end of its number."""
    return {
        "document": DOCUMENTS[event.kind],
        "at": words.minute(event.issued_at),
        "number": event.number[-NUMBER_TAIL_CHARACTERS:],
    }


def document_withdrawn(event: DocumentWithdrawn) -> words.Facts:
    """Which document does not count any more."""
    return {
        "number": event.number[-NUMBER_TAIL_CHARACTERS:],
        "at": words.minute(event.withdrawn_at),
    }


def dispute_made(event: DisputeMade) -> words.Facts:
    """Which account it is about, and until when the bank answers."""
    return {"account": event.account_tail, "due": words.day(event.due_on)}


def dispute_answered(event: DisputeAnswered) -> words.Facts:
    """Who answered, and what can be done then."""
    return {
        "account": event.account_tail,
        "by": "受托银行" if event.by_bank else "中心",
        "then": "；仍有异议的，可在线提请中心核实" if event.by_bank else "",
    }


PAPERS: Mapping[type[Event], Template] = {
    DocumentIssued: Template(
        "document_issued",
        "您的{document}（编号尾号{number}）已于{at}出具，可登录网上大厅下载。如非本人或您同意的申请，"
        "请致电12329。",
        facts=document_issued,
    ),
    DocumentWithdrawn: Template(
        "document_withdrawn",
        "您编号尾号{number}的证明已于{at}作废，不再有效；如需使用请重新申请，详询12329。",
        facts=document_withdrawn,
    ),
    DisputeMade: Template(
        "dispute_made",
        "您对公积金账户（尾号{account}）提出的异议已受理，受托银行将在{due}前书面答复，详询12329。",
        facts=dispute_made,
    ),
    DisputeAnswered: Template(
        "dispute_answered",
        "您对公积金账户（尾号{account}）提出的异议{by}已书面答复，请登录网上大厅查看{then}，详询12329。",
        facts=dispute_answered,
        key=lambda e: f"{e.dispute_id}/{e.by_bank}",
    ),
}
