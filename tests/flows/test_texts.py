"""12329 by text: what a phone asks and is told, and how somebody logs in with the code on it."""

import re

import pytest

from city.clients import Refused, Session, enrol_operator, visitor
from city.seed.people import person

from .evidence import Evidence
from .plan import month_before
from .town import Town, operator_of
from .withdrawing import account

WRONG_CODE = "000000"
PASSWORD = "correct horse battery staple"


@pytest.mark.parametrize("words", ["余额", " ye。"])
async def test_r_sms_1_the_balance_is_told_with_tail_digits_only(
    town: Town, evidence: Evidence, words: str
) -> None:
    resident = town.one("retired")
    await evidence.phones.send(resident.person.phone, words)
    text = await evidence.text(resident, "余额")

    last = month_before(town.today, 1)
    tail = resident.account_number[-4:]
    assert text == (
        f"【德州公积金12329】您的公积金账户（尾号{tail}）余额2,880.00元，"
        f"缴至{last.year}年{last.month}月。"
    )
    assert resident.account_number not in text
    assert (await account(resident))["balance_fen"] == 288_000


async def test_r_sms_1_a_phone_that_nobody_knows_is_told_nothing(evidence: Evidence) -> None:
    stranger = "19905340000"
    await evidence.phones.send(stranger, "余额")
    text = (await evidence.phones.arrived(stranger, "预留", 20))["text"]
    assert "本手机号未在公积金中心预留" in text
    assert not re.search(r"\d元", text)


async def test_r_sms_3_a_login_is_told_to_the_owner(town: Town, evidence: Evidence) -> None:
    resident = town.one("retired")
    assert "通过网上大厅登录公积金系统" in await evidence.text(resident, "如非本人操作")


async def test_an_operator_activates_a_login_by_text_and_sees_its_own_employer_and_no_other(
    town: Town, evidence: Evidence
) -> None:
    guest = visitor(evidence.client, town.city)
    enrolled = await enrol_operator(guest, operator_of(2).phone, PASSWORD)
    wrong = {"login": enrolled.login, "password": PASSWORD, "totp": WRONG_CODE}
    with pytest.raises(Refused) as refusal:
        await guest.post("gateway/sessions/staff", wrong)
    assert refusal.value.status == 401

    session = await enrolled.log_in(guest)
    me = await session.get("gateway/me")
    assert me["role"] == "employer_operator"
    own = await session.get(f"accounts/employers/{me['employer_number']}")
    assert own["paid_up_to"] == f"{month_before(town.today, 1):%Y-%m}"
    page = await town.maker.get("accounts/employers")
    everyone = {item["employer_number"] for item in page["items"]}
    other = min(everyone - {me["employer_number"]})
    with pytest.raises(Refused) as refusal:
        await session.get(f"accounts/employers/{other}")
    assert refusal.value.status == 404


async def test_an_unknown_id_gets_the_same_answer_and_no_text(
    town: Town, evidence: Evidence
) -> None:
    guest, stranger = visitor(evidence.client, town.city), person(990)
    wanted = {"id_number": stranger.id_number, "as": "individual"}
    challenge = await guest.post("gateway/login-codes", wanted)
    assert challenge.keys() == {"challenge_id", "expires_at", "again_after_seconds", "message"}
    await _refused(guest, {"challenge_id": challenge["challenge_id"], "code": WRONG_CODE})
    assert await evidence.phones.texts(stranger.phone) == []


async def _refused(guest: Session, entered: dict[str, str]) -> None:
    with pytest.raises(Refused) as refusal:
        await guest.post("gateway/sessions", entered)
    assert refusal.value.status == 401
