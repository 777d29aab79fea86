"""What a check finds: of whom, how much, and the digest of what it rested on; pure (R-CRD-29 to 31)."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from cryptography.hazmat.primitives import hashes

CLEAR, HITS = "clear", "hits"
EXACT, NAME_ONLY, NONE = "exact", "name_only", "none"


@dataclass(frozen=True)
class Question:
    """What was asked."""

    check_id: UUID
    asked_by: str
    """The service, or `staff`."""
    matter: str
    matter_id: str
    purpose: str
    asked_on: date
    person_id: UUID | None = None
    code: str | None = None
    name: str | None = None
    asked_by_id: UUID | None = None


@dataclass(frozen=True)
class Finding:
    """What was found."""

    subject_id: UUID | None
    match: str
    result: str
    record_ids: tuple[UUID, ...]
    entry_ids: tuple[UUID, ...]
    """Memberships of lists."""
    categories: dict[str, int]
    data_as_of: datetime
    digest: str


def finding(
    question: Question,
    subject: tuple[UUID, str] | None,
    records: Sequence[tuple[UUID, str]],
    entries: Sequence[tuple[UUID, str]],
    now: datetime,
) -> Finding:
    """Say what a question comes to.

    `subject` is who and how well they match, `records` id and kind, `entries` memberships with the colour of
    their list.
    """
    record_ids = tuple(sorted((record_id for record_id, _ in records), key=str))
    entry_ids = tuple(sorted((entry_id for entry_id, _ in entries), key=str))
    found = [kind for _, kind in records] + [f"{colour}_list" for _, colour in entries]
    categories = dict(sorted(Counter(found).items()))
    subject_id, match = subject or (None, NONE)
    return Finding(
        subject_id,
        match,
        HITS if record_ids or entry_ids else CLEAR,
        record_ids,
        entry_ids,
        categories,
        now,
        digest_of(question.check_id, (*record_ids, *entry_ids), now),
    )


def digest_of(check_id: UUID, rests_on: Sequence[UUID], now: datetime) -> str:
    """SM3 (GB/T 32905) of what an answer rested on, so that nobody can say later that it was another."""
    text = json.dumps([str(check_id), [str(one) for one in rests_on], now.isoformat()])
    sm3 = hashes.Hash(hashes.SM3())
    sm3.update(text.encode())
    return sm3.finalize().hex()
