"""A company's first registration online (单位缴存登记, R-ACC-6): its states, and what strangers may do; pure.

| state | what comes | becomes |
|---|---|---|
| begun, returned | the applicant submits | submitted, of another version |
| submitted | a maker puts it to a senior checker | submitted, shown as proposed |
| submitted | the checker sends it back, nobody decides in time | submitted, as before |
| submitted | a maker sends it back in words, while it is not proposed | returned |
| submitted | the checker agrees | agreed: there is an employer |
| begun, returned | nobody touches it for 30 days | deleted, with its papers |
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

CODE_LIFE = timedelta(minutes=5)
CODE_PAUSE = timedelta(seconds=60)
"""Between two codes for one phone."""
AN_HOUR = timedelta(hours=1)
A_DAY = timedelta(days=1)
CODES_OF_A_PHONE = 5
"""In an hour."""
CODES_OF_A_PHONE_A_DAY = 10
"""Whose it is may have asked for none of them."""
CODES_OF_A_NETWORK = 30
"""In an hour, whatever phones they are for."""
WRONG_MOST = 5
"""Then the code counts no more."""
CODES_KEPT = A_DAY
TOKEN_LIFE = timedelta(hours=2)
"""After that the phone is proven again; what was filled in is still there."""
PAPERS_MOST = 6
PAPER_BYTES_MOST = 5 * 1024 * 1024
UNFINISHED_KEPT = timedelta(days=30)


class RegistrationState(StrEnum):
    """How a registration stands (办理情况)."""

    BEGUN = "begun"
    SUBMITTED = "submitted"
    PROPOSED = "proposed"
    """Submitted, and put to a checker: never kept, read from the proposal."""
    RETURNED = "returned"
    AGREED = "agreed"

    @property
    def text(self) -> str:
        """For pages."""
        return _TEXTS[self]


_TEXTS = {
    RegistrationState.BEGUN: "填写中",
    RegistrationState.SUBMITTED: "待中心受理",
    RegistrationState.PROPOSED: "待复核",
    RegistrationState.RETURNED: "已退回",
    RegistrationState.AGREED: "已登记",
}


@dataclass(frozen=True)
class Sent:
    """What was sent before: instants of codes to a phone, and how many a network had."""

    to_phone: Sequence[datetime]
    """In the last day, latest first."""
    from_network: int
    """In the last hour."""


def wait(sent: Sent, now: datetime) -> timedelta | None:
    """Return how long the next code has to wait; None if it may go now."""
    if sent.to_phone and now - sent.to_phone[0] < CODE_PAUSE:
        return CODE_PAUSE - (now - sent.to_phone[0])
    for most, span in ((CODES_OF_A_PHONE_A_DAY, A_DAY), (CODES_OF_A_PHONE, AN_HOUR)):
        within = [at for at in sent.to_phone if now - at < span]
        if len(within) >= most:
            return span - (now - within[most - 1])
    if sent.from_network >= CODES_OF_A_NETWORK:
        return AN_HOUR
    return None


@dataclass(frozen=True)
class NewCode:
    """A code on its way to a phone; sealed and hashed."""

    id: UUID
    phone_sealed: str
    phone_hash: str
    address_digest: str
    code_digest: str
    sent_at: datetime
    expires_at: datetime


@dataclass(frozen=True)
class NewPaper:
    """A file of pictures to be kept, sealed."""

    id: UUID
    registration_id: UUID
    name: str
    sent_bytes: int
    sent_sha256: str
    content_sealed: str
    uploaded_at: datetime


@dataclass(frozen=True)
class Submission:
    """What makes a registration whole."""

    social_credit_code: str
    content_sealed: str
    submitted_at: datetime
