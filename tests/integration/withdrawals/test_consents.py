"""Registers are asked about a spouse with the spouse's own consent only, which ends (R-WDR-20)."""

from datetime import date, timedelta

from tests.integration.withdrawals.conftest import Caller
from tests.integration.withdrawals.test_cases_of_the_law import (
    CONTRACT,
    HUSBAND,
    WIFE,
    City,
    city,
    marry,
)
from tests.support.callers import by_two

from shared.identity.principal import Role
from shared.messages.consents import (
    ConsentNews,
    LookUpConsentTold,
    PersonFound,
    PersonSought,
)
from withdrawals import tasks
from withdrawals.handlers import consent_tellings, consents

__all__ = ["city"]

PAPER = {"id_number": WIFE, "reason": "本人到柜台签署", "evidence": ["授权书2026-1号"]}
TEXT = (
    "您的配偶尚未授权查询其登记信息。请配偶登录网上服务，在“提取安全设置”中授权，或到柜台提交书面授权；"
    "也可以上传证明材料，由工作人员审核。"
)


async def waiting(city: City, who: Caller) -> str:
    """Apply, and wait for the spouse; nothing was asked about her."""
    city.simulator.questions.clear()
    application_id = await city.applied(who, "purchase")
    assert await city.withdrawals.state(application_id) == "awaiting_papers"
    assert set(city.simulator.questions) == {"marriage"}
    return application_id


async def goes_on(city: City, who: Caller, application_id: str) -> None:
    assert await city.withdrawals.state(application_id) == "submitted"
    assert who.person_id is not None
    await city.told(application_id, who.person_id)
    await city.gather()
    assert (await city.asked(application_id)).conditions.cap_fen == 400_000_00


async def told_to(city: City, who: Caller) -> list[LookUpConsentTold]:
    events = await city.withdrawals.events(str(who.person_id))
    return [one for one in events if isinstance(one, LookUpConsentTold)]


async def sought(city: City) -> list[PersonSought]:
    return [one for one in await city.withdrawals.events() if isinstance(one, PersonSought)]


async def found(city: City, question: PersonSought, who: Caller) -> None:
    """Let accounts tell whose number it is."""
    answer = PersonFound(inquiry_id=question.inquiry_id, person_id=who.person_id)
    await city.withdrawals.deliver(consent_tellings.person_found, answer)


def home_of_hers(city: City) -> None:
    marry(city)
    city.simulator.book.put(WIFE, "homes", "yes", {"contracts": [CONTRACT]})


async def test_r_wdr_20_nobody_asks_about_a_spouse_who_has_not_consented_and_what_waits_goes_on(
    city: City,
) -> None:
    home_of_hers(city)
    husband, wife = city.citizen(HUSBAND), city.citizen(WIFE)
    application_id = await waiting(city, husband)
    *_, papers = (await husband.get(f"/applications/{application_id}/papers")).json()["requests"]
    assert papers["text"] == TEXT
    bare = await wife.client.post(
        "/api/withdrawals/look-up-consent", headers={**wife.headers, "Idempotency-Key": "x" * 20}
    )
    assert (bare.status_code, bare.json()["title"]) == (403, "confirmation-needed")
    await city.agree(wife)
    await goes_on(city, husband, application_id)
    [given] = await told_to(city, wife)
    [agreed] = await told_to(city, husband)
    assert agreed.what is ConsentNews.SPOUSE_AGREED
    shown = (await wife.get("/look-up-consent")).json()
    today = city.withdrawals.clock.today()
    assert shown == {
        "given": True,
        "given_on": today.isoformat(),
        "ends_on": today.replace(year=today.year + 1).isoformat(),
    }
    assert given.what is ConsentNews.GIVEN
    assert given.ends_on == today.replace(year=today.year + 1)


async def test_r_wdr_20_a_consent_is_taken_back_at_once_and_ends_by_itself(city: City) -> None:
    home_of_hers(city)
    husband, wife = city.citizen(HUSBAND), city.citizen(WIFE)
    await city.agree(wife)
    await city.agree(wife)
    assert (await wife.post("/look-up-consent/withdrawal")).json()["given"] is False
    again = await wife.post("/look-up-consent/withdrawal")
    assert (again.status_code, again.json()["title"]) == (409, "no-consent")
    first = await waiting(city, husband)
    await husband.post(f"/applications/{first}/cancel", {})
    await city.agree(wife)
    async with city.withdrawals.context.unit() as unit:
        today = city.withdrawals.clock.today()
        await unit.connection.execute(
            "UPDATE look_up_consent SET given_on = $1, ends_on = $2 WHERE withdrawn_at IS NULL",
            date(2025, 1, 1), today,
        )  # fmt: skip
    assert (await wife.get("/look-up-consent")).json()["given"] is True, "the last day counts"
    async with city.withdrawals.context.unit() as unit:
        await unit.connection.execute(
            "UPDATE look_up_consent SET ends_on = $1 WHERE withdrawn_at IS NULL",
            today - timedelta(days=1),
        )
    assert (await wife.get("/look-up-consent")).json()["given"] is False
    await waiting(city, husband)


async def test_r_wdr_20_on_paper_two_people_take_it_for_who_never_logs_in(city: City) -> None:
    home_of_hers(city)
    husband = city.citizen(HUSBAND)
    application_id = await waiting(city, husband)
    maker, checker = (
        city.withdrawals.caller(role) for role in (Role.STAFF_MAKER, Role.STAFF_CHECKER)
    )
    taken = await by_two(maker, checker, "/paper-consents", PAPER)
    assert taken.status_code == 200, taken.text
    await goes_on(city, husband, application_id)
    back = await by_two(maker, checker, "/paper-consents", PAPER | {"given": False})
    assert back.status_code == 200, back.text
    assert [one.what for one in await told_to(city, husband)] == [
        ConsentNews.SPOUSE_AGREED,
        ConsentNews.SPOUSE_WITHDREW,
    ]
    await husband.post(f"/applications/{application_id}/cancel", {})
    await waiting(city, husband)


async def test_r_wdr_20_paper_is_told_to_its_giver_who_takes_it_back_online(city: City) -> None:
    home_of_hers(city)
    husband, wife = city.citizen(HUSBAND), city.citizen(WIFE)
    maker, checker = (
        city.withdrawals.caller(role) for role in (Role.STAFF_MAKER, Role.STAFF_CHECKER)
    )
    await by_two(maker, checker, "/paper-consents", PAPER)
    [question] = await sought(city)
    assert question.id_number == WIFE
    assert (await wife.get("/look-up-consent")).json()["given"] is False, "nobody knows whose it is"
    await found(city, question, wife)
    await found(city, question, wife)
    assert (await wife.get("/look-up-consent")).json()["given"] is True
    assert (await wife.post("/look-up-consent/withdrawal")).status_code == 200
    assert [one.what for one in await told_to(city, wife)] == [
        ConsentNews.GIVEN,
        ConsentNews.WITHDRAWN,
    ]
    await waiting(city, husband)


async def test_r_wdr_20_a_spouse_is_invited_once_and_a_wait_for_nothing_ends_by_its_day(
    city: City,
) -> None:
    home_of_hers(city)
    husband, wife = city.citizen(HUSBAND), city.citizen(WIFE)
    first = await waiting(city, husband)
    [question] = await sought(city)
    assert (str(question.inquiry_id), question.id_number) == (first, WIFE)
    await found(city, question, wife)
    await found(city, question, wife)
    [invited] = await told_to(city, wife)
    assert (invited.what, invited.applicant) == (ConsentNews.INVITED, "张")
    await husband.post(f"/applications/{first}/cancel", {})
    second = await waiting(city, husband)
    assert await sought(city) == [question], "not again within 30 days"
    city.later(16 * 86_400)
    await tasks.sweep_once(city.withdrawals.context, 50)
    ended = await city.detail(husband, second)
    assert (ended["state"], ended["reason"]["code"]) == ("rejected", "consent_late")
    assert ended["reason"]["text"].startswith("您的配偶在2026年")
    city.later(16 * 86_400)
    await waiting(city, husband)
    assert len(await sought(city)) == 2


async def test_r_wdr_20_accounts_is_asked_anew_whose_consent_it_is_and_what_was_overtaken_goes_on(
    city: City,
) -> None:
    home_of_hers(city)
    husband, wife = city.citizen(HUSBAND), city.citizen(WIFE)
    application_id = await waiting(city, husband)
    await wife.post("/look-up-consent")
    pool = city.withdrawals.context.pool
    silent = "SELECT id FROM look_up_consent WHERE id_number_hash IS NULL"
    consent_id = await pool.fetchval(silent)
    before = len(await city.withdrawals.events(str(consent_id)))
    city.later(1_801)
    await tasks.agreed_once(city.withdrawals.context, 50)
    assert len(await city.withdrawals.events(str(consent_id))) == before + 1
    hashed = consents.hash_of(city.withdrawals.context.personal_data, WIFE)
    # Told while the application was being decided: only the sweep sees both.
    await pool.execute("UPDATE look_up_consent SET id_number_hash = $1", hashed)
    await tasks.agreed_once(city.withdrawals.context, 50)
    await goes_on(city, husband, application_id)
