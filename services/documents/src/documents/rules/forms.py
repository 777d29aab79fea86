"""What is handed to the press: contents with number, code and times; what is kept of every document."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from documents.rules.contents import Contents, day_text, instant_text
from shared.base.clock import BUSINESS_ZONE


@dataclass(frozen=True)
class Issue:
    """What makes a document of contents."""

    number: str
    code: str
    issued_at: datetime
    facts_at: datetime
    centre_name: str
    check_url: str

    @property
    def link(self) -> str:
        """Where the document is checked; the QR code holds it."""
        return f"{self.check_url}/{self.number}?code={self.code}"


def form_of(contents: Contents, issue: Issue) -> dict[str, Any]:
    """Fill the form; the press adds the picture of the link."""
    local = issue.issued_at.astimezone(BUSINESS_ZONE)
    return {
        **contents.plain(),
        "number": issue.number,
        "code": issue.code,
        "link": issue.link,
        "centre": issue.centre_name,
        "issued": {
            "year": issue.issued_at.year,
            "month": issue.issued_at.month,
            "day": issue.issued_at.day,
            "hour": issue.issued_at.hour,
            "minute": issue.issued_at.minute,
            "second": issue.issued_at.second,
        },
        "issued_at": f"{day_text(local.date())} {local:%H:%M}",
        "issued_day": day_text(local.date()),
        "facts_at": instant_text(issue.facts_at),
    }
