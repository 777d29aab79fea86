"""Citizens' long texts, as carriers cut, shuffle, repeat and lose them: one text, one answer."""

from typing import Any

from shared.messages.notifications import BalanceAsked
from simulators.smsc.handset import Form

POLITE = "您好，" * 30
"""What makes a text long and changes nothing."""
LONG = POLITE + "请帮我查一下余额，谢谢！"
"""Two parts in UCS-2, and 余额 in the second."""
THREE = POLITE * 2 + "我想查询余额"


async def waiting(office: Any) -> int:
    query = "SELECT count(*) FROM mo_part WHERE text_id IS NULL"
    return int(await office.context.pool.fetchval(query))


async def test_a_long_text_is_one_text_in_every_form_that_carriers_send(
    new_office: Any, make: Any
) -> None:
    office = await new_office(cmpp="3.0")
    people = [await office.person() for _ in range(7)]
    sent = [
        ("smpp", "ucs2", Form.UDH8), ("smpp", "ucs2", Form.UDH16), ("smpp", "ucs2", Form.SAR),
        ("smpp", "gbk", Form.SAR), ("smpp", "ucs2", Form.PAYLOAD), ("cmpp", "ucs2", Form.UDH8),
        ("cmpp", "gbk", Form.UDH16),
    ]  # fmt: skip
    async with office.open():
        for (_, phone), (carrier, alphabet, form) in zip(people, sent, strict=True):
            office.centre.send_from_phone(phone, LONG, carrier, alphabet, form=form)
        asked = await make.until(lambda: _so_many(office, 7))
    assert {event.person_id for event in asked} == {person for person, _ in people}
    assert await office.context.pool.fetchval("SELECT count(*) FROM mo_text") == 7
    assert await waiting(office) == 0
    assert await office.texts() == []


async def _so_many(office: Any, count: int) -> Any:
    asked = await office.emitted(BalanceAsked)
    return asked if len(asked) >= count else None


async def test_parts_come_in_any_order_and_twice_across_a_restart_and_stay_sealed(
    office: Any, make: Any
) -> None:
    """Two people at once with the same reference each; between the parts the service ends and begins."""
    one, phone = await office.person()
    other, second = await office.person()
    send = office.centre.send_from_phone
    async with office.open():
        send(phone, THREE, bring=(3, 1, 3), reference=7)
        send(second, THREE, form=Form.SAR, bring=(2, 3), reference=7)
        await make.until(lambda: office.centre.counters["deliveries_acknowledged"] == 5)
    assert await waiting(office) == 4
    rows = await office.context.pool.fetch("SELECT p::text AS row FROM mo_part p")
    for row in rows:
        assert phone not in row["row"]
        assert "余额".encode("utf-16-be").hex() not in row["row"]
    send(phone, THREE, bring=(2, 1), reference=7)
    send(second, THREE, form=Form.SAR, bring=(1,), reference=7)
    async with office.open():
        asked = await make.until(lambda: _so_many(office, 2))
        await make.until(lambda: office.centre.counters["deliveries_acknowledged"] == 8)
    assert sorted(event.person_id for event in asked) == sorted((one, other))
    assert await office.context.pool.fetchval("SELECT count(*) FROM mo_text") == 2


async def test_of_a_text_whose_part_never_comes_an_opt_out_counts_and_all_else_gets_the_menu(
    new_office: Any, make: Any
) -> None:
    office = await new_office(long_text_wait_seconds=0.3)
    person, phone = await office.person()
    _, asker = await office.person()
    async with office.open():
        office.centre.send_from_phone(phone, "我要退订" + POLITE, bring=(1,))
        office.centre.send_from_phone(asker, LONG, bring=(2,))
        await make.until(lambda: office.shown(phone) and office.shown(asker))
        await make.until(lambda: _gone(office))
    assert [text[:5] for text in office.shown(phone)] == ["已为您退订"]
    assert [text[:5] for text in office.shown(asker)] == ["回复“余额"]
    assert await office.context.pool.fetchval(
        "SELECT opted_out_at IS NOT NULL FROM subscriber WHERE person_id = $1", person
    )
    assert await office.emitted(BalanceAsked) == []


async def _gone(office: Any) -> bool:
    return not await office.context.pool.fetchval("SELECT count(*) FROM mo_part")
