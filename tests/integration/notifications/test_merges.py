"""R-ACC-8: both phones are told that two accounts of one person were merged; one phone once."""

import uuid
from datetime import UTC, date, datetime
from typing import Any

from shared.messages.merges import PersonMerged


def merged(goes: uuid.UUID, stays: uuid.UUID) -> PersonMerged:
    return PersonMerged(
        merge_id=uuid.uuid4(), goes_person_id=goes, stays_person_id=stays, goes_account_tail="0016",
        stays_account_tail="0017", principal_fen=192_000, interest_fen=764, balance_after_fen=384_764,
        merged_on=date(2026, 3, 2), merged_at=datetime(2026, 3, 2, 2, 0, tzinfo=UTC),
    )  # fmt: skip


async def test_r_acc_8_both_phones_are_told_once(office: Any) -> None:
    goes, old = await office.person()
    stays, new = await office.person()
    event = merged(goes, stays)
    async with office.open():
        await office.tell(event, event)
        await office.tell(event)
        await office.until_states("delivered", "delivered")
    said = (
        "您尾号0016的公积金账户已并入尾号0017的账户，转入本金1,920.00元、利息7.64元，余额3,847.64元。"
        "如非本人办理，请立即致电12329。"
    )
    assert (office.shown(old), office.shown(new)) == ([said], [said])


async def test_r_acc_8_one_phone_of_both_is_told_once_and_the_unknown_later(office: Any) -> None:
    goes, phone = await office.person()
    stays, _ = await office.person(phone)
    postponed = await office.tell(merged(goes, uuid.uuid4()))
    assert list(postponed.values()) == ["one of the two is not known yet"]
    await office.tell(merged(goes, stays))
    assert len(await office.texts("person_merged")) == 1
