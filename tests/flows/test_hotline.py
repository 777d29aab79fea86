"""12329 by telephone through the whole system: proved by a code, heard and texted is the sum of the books."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from tests.support.softphone import heard_share, softphone, speech_seconds
from tests.support.waiting import until
from tests.support.workbench import Workbench

from city.clients import Phones, Refused, Session
from city.seed.telephone import register_hotline
from hotline.domain import AccountFacts
from hotline.rules import answers, numerals
from hotline.work.voice import prompt_id
from local.environments import voice_folder
from local.system import System
from shared.base.money import yuan

from .town import Town

PATIENCE_SECONDS = 60
HEARD_AT_LEAST = 0.7
"""Of a prompt: a caller's machine that has much to do loses packets; of another sum much less is heard."""


def sound(prompts: Sequence[str]) -> bytes:
    """Prompts as the hotline has made them, A-law."""
    files = (voice_folder() / f"{prompt_id(prompt)}-cmn-160.al" for prompt in prompts)
    return b"".join(file.read_bytes() for file in files)


async def _is_logged_out(session: Session) -> bool:
    try:
        await session.get("accounts/my/account")
    except Refused as refusal:
        return refusal.code == "login-expired"
    return False


async def test_a_caller_proves_who_it_is_and_hears_the_sum_that_the_ledger_has(
    town: Town, system: System, platform: Workbench, tmp_path: Path
) -> None:
    await register_hotline(town.office, platform.folder)
    resident = town.one("retired")
    person, me = resident.person, resident.me
    account = await me.get("accounts/my/account")
    facts = AccountFacts(account["balance_fen"], account["frozen_fen"])
    phones = Phones(me.client, me.city)
    seen = {text["text_id"] for text in await phones.texts(person.phone)}
    control = platform.folder.port("baresip")
    async with softphone(tmp_path, control, "33900-33919", person.phone) as phone:
        await phone.dial(system.city.hotline_address)
        await phone.press("11")
        await phone.press(person.id_number.replace("X", "*") + "##")
        code = await phones.code(person.phone, seen)
        await phone.press(code + "#")
        said = sound(answers.balance(facts))
        async with asyncio.timeout(PATIENCE_SECONDS):
            while heard_share(phone.heard(), said) < HEARD_AT_LEAST:
                await asyncio.sleep(0.5)
        await phone.press("1")
        texted = f"账户余额{yuan(account['balance_fen'])}元"
        await phones.arrived(person.phone, texted, PATIENCE_SECONDS)
        await phone.press("*")
        await phone.press("5")
        await phone.press("1")
        await phones.arrived(person.phone, "提取已锁定", PATIENCE_SECONDS)
        await until(lambda: _is_logged_out(me))
        await phone.hang_up()
    answers_texted = [one for one in await phones.texts(person.phone) if texted in one["text"]]
    assert len(answers_texted) == 1
    another_sum = sound(numerals.amount(123_456_789_012))
    assert heard_share(phone.heard(), another_sum) < HEARD_AT_LEAST
    calls = await town.maker.get("hotline/calls", person_id=resident.person_id)
    assert [(one["asked"], one["proved_by"]) for one in calls["items"]] == [
        (["balance", "lost_phone"], "code")
    ]
    assert calls["items"][0]["caller"] == f"{person.phone[:3]}****{person.phone[-4:]}"


async def test_a_kill_in_mid_call_ends_the_call_and_what_was_asked_for_goes_once(
    town: Town, system: System, platform: Workbench, tmp_path: Path
) -> None:
    await register_hotline(town.office, platform.folder)
    resident = town.one("retired")
    person, me = resident.person, resident.me
    account = await me.get("accounts/my/account")
    texted = f"账户余额{yuan(account['balance_fen'])}元"
    phones = Phones(me.client, me.city)
    seen = {text["text_id"] for text in await phones.texts(person.phone)}
    before, after = tmp_path / "before", tmp_path / "after"
    for folder in (before, after):
        folder.mkdir()
    address, control = system.city.hotline_address, platform.folder.port("baresip killed")
    async with softphone(before, control, "33920-33939", person.phone) as phone:
        await phone.dial(address)
        await phone.press("11")
        await phone.press(person.id_number.replace("X", "*") + "##")
        await phone.press(await phones.code(person.phone, seen) + "#")
        await phone.press("1")
        await phones.arrived(person.phone, texted, PATIENCE_SECONDS)
        await system.restart("hotline")

    async def closed() -> bool:
        calls = await town.maker.get("hotline/calls", person_id=resident.person_id)
        found = [(one["asked"], one["ending"]) for one in calls["items"]]
        return bool(found == [(["balance"], "failed")])

    await until(closed)
    control = platform.folder.port("baresip after")
    async with softphone(after, control, "33940-33959", person.phone) as phone:
        await phone.dial(address)
        await phone.press("4")
        await until(lambda: speech_seconds(phone.heard()) > 1.0)
        await phone.hang_up()
    assert sum(texted in text["text"] for text in await phones.texts(person.phone)) == 1
