"""What a service has said is kept before it leaves, and can be told again to whoever has forgotten it."""

import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from shared.base.settings import ServiceSettings
from shared.messages.withdrawals import WithdrawalApproved, WithdrawalSubmitted
from shared.messaging import journal
from shared.messaging.journal import Journal, Told
from shared.operations.resend import messages

NOW = datetime.now(UTC)


def told(at: datetime = NOW, type_: str = WithdrawalApproved.type, sequence: int = 1) -> Told:
    body = '{"kind_text":"离退休","amount_fen":96000}'
    subject = "1af1e1c6-8d0b-4b7c-a1c2-6e9e16a3c111"
    return Told("withdrawals", uuid.uuid4(), type_, subject, sequence, at, "00-1-2-01", body)


def journals(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_an_event_comes_back_from_the_journal_as_it_was(tmp_path: Path) -> None:
    event = told()
    await Journal(tmp_path / "withdrawals").keep([event])
    assert list(journal.read(tmp_path, NOW)) == [event]


async def test_an_event_that_is_published_again_and_again_is_written_once(tmp_path: Path) -> None:
    first, second = told(), told(sequence=2)
    writing = Journal(tmp_path)
    await writing.keep([first])
    await writing.keep([first, second])
    await writing.keep([second])
    assert list(journal.read(tmp_path, NOW)) == [first, second]


async def test_journals_of_all_services_are_read_in_the_order_of_time_from_an_instant_on(
    tmp_path: Path,
) -> None:
    old = told(NOW - journal.SLACK - timedelta(seconds=1))
    events = [told(NOW + timedelta(seconds=second)) for second in range(4)]
    await Journal(tmp_path / "accounts").keep([old, events[0], events[3]])
    await Journal(tmp_path / "loans").keep([events[1], events[2]])
    assert list(journal.read(tmp_path, NOW)) == events


async def test_a_line_that_a_crash_cut_off_is_no_event(tmp_path: Path) -> None:
    event = told()
    await Journal(tmp_path).keep([event])
    (path,) = journals(tmp_path)
    with path.open("a", encoding="utf-8") as file:
        file.write(told().line()[:-20])
    assert list(journal.read(tmp_path, NOW)) == [event]


async def test_a_journal_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    await Journal(in_the_way / "folder").keep([told()])


def test_old_days_are_removed_and_nothing_else(tmp_path: Path) -> None:
    today = datetime.now(UTC)
    names = [f"{today - timedelta(days=days):%Y%m%d}.host.1.jsonl" for days in (0, 30, 31)]
    for name in (*names, "notes.txt"):
        (tmp_path / name).touch()
    journal.prune(tmp_path, 30)
    assert {path.name for path in tmp_path.iterdir()} == {*names[:2], "notes.txt"}


def test_an_event_is_told_again_to_every_queue_that_hears_it_under_its_own_id() -> None:
    event = told()
    found = dict(messages(event))
    assert set(found) == {"settlement.pay-approved-withdrawals", "notifications.text-citizens"}
    assert {message.message_id for message in found.values()} == {event.message_id}
    assert [queue for queue, _ in messages(event, "settlement")] == [
        "settlement.pay-approved-withdrawals"
    ]
    assert messages(told(type_=WithdrawalSubmitted.type), "settlement") == []


def test_an_inbox_must_remember_longer_than_a_journal_can_repeat() -> None:
    with pytest.raises(ValidationError, match="journal_keep_days"):
        ServiceSettings.model_validate({"journal_keep_days": 60, "inbox_keep_days": 60})
