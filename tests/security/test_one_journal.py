"""Somebody holds one service's journal, and may write it: reads no card and alters nothing (ADR 56)."""

import json
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.contract.events_told import EVENTS
from tests.support.letters import LETTERS

from shared.messages.base import Event, sealed_fields
from shared.messages.withdrawals import WithdrawalApproved
from shared.messaging import journal, sealed
from shared.messaging.journal import Journal, Told
from shared.operations.resend import messages

from .conftest import Hall
from .test_one_broker_user import orders, told

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
CLEAR = "6222021612003456788"


def line_of(event: Event) -> Told:
    body = sealed.told(event, LETTERS[event.owner])
    return Told(
        event.owner, uuid.uuid4(), event.type, event.subject, 1, datetime.now(UTC), "", body
    )


async def kept(folder: Path, *events: Event) -> Path:
    """What the services have written down, in one file."""
    await Journal(folder).keep([line_of(event) for event in events])
    return the_file(folder)


def the_file(folder: Path) -> Path:
    (file,) = folder.glob("*.jsonl")
    return file


async def test_no_card_phone_number_name_or_code_is_read_in_a_journal(tmp_path: Path) -> None:
    filled = [
        event.model_copy(
            update={
                name: CLEAR
                for name in sealed_fields(type(event))
                if getattr(event, name) is not None
            }
        )
        for event in EVENTS
    ]
    file = await kept(tmp_path, *filled)
    assert CLEAR not in file.read_text("utf-8")
    assert file.stat().st_mode & 0o077 == 0


@pytest.fixture
def approved() -> WithdrawalApproved:
    (sample,) = (event for event in EVENTS if isinstance(event, WithdrawalApproved))
    return sample.model_copy(update={"application_id": uuid.uuid4(), "card": CLEAR})


async def resent(hall: Hall, folder: Path) -> list[str]:
    """Let `ops resend` read the journal, and settlement get what it would send there."""
    ends = []
    for event in journal.read(folder, LONG_AGO):
        for _, message in messages(event, "settlement"):
            ends.append(await told(hall, message.body))
    return ends


async def test_what_was_altered_in_a_journal_pays_nobody_and_what_was_not_pays_once(
    hall: Hall, tmp_path: Path, approved: WithdrawalApproved
) -> None:
    another = approved.model_copy(update={"application_id": uuid.uuid4(), "card": CLEAR[::-1]})
    file = await kept(tmp_path, approved, another)
    genuine = file.read_text("utf-8")
    first, second = map(json.loads, genuine.splitlines())
    alterations: list[dict[str, Any]] = [
        {"amount_fen": approved.amount_fen + 100},
        {"application_id": str(uuid.uuid4())},
        {"card": second["body"]["card"], "holder_name": second["body"]["holder_name"]},
        {"card": second["body"]["card"]},
    ]
    before = await orders(hall)
    for alteration in alterations:
        altered = {**first, "body": {**first["body"], **alteration}}
        file.write_text(json.dumps(altered, ensure_ascii=False) + "\n", "utf-8")
        assert await resent(hall, tmp_path) == ["parked"], alteration
    assert await orders(hall) == before
    file.write_text(genuine + genuine, "utf-8")
    assert set(await resent(hall, tmp_path)) == {"handled"}
    assert await orders(hall) == before + 2, "told twice, paid once each"
