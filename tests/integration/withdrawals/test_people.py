"""One person's withdrawals whole, as staff look at them with a reason (R-QRY-5)."""

import uuid

from shared.identity.principal import Role

from .conftest import CARD, Withdrawals


async def test_r_qry_5_staff_see_a_persons_withdrawals_whole_and_the_look_is_kept(
    withdrawals: Withdrawals,
) -> None:
    person, other = withdrawals.citizen(), withdrawals.citizen()
    application_id = await person.apply()
    await other.apply(card="6222021612003456796")
    assert (await person.post("/cards", {"card_number": CARD})).status_code == 202
    await person.post("/brakes/daily-limit", {"daily_limit_fen": 500_000})
    maker = withdrawals.caller(Role.STAFF_MAKER)
    seen = (await maker.get(f"/people/{person.person_id}")).json()
    assert [(one["id"], one["kind_text"]) for one in seen["applications"]] == [
        (application_id, "离退休提取")
    ]
    assert [one["card_tail"] for one in seen["cards"]] == [CARD[-4:]]
    assert seen["brakes"]["daily_limit_fen"] == 500_000
    assert seen["consent"] == {"given": False, "given_on": None, "ends_on": None}
    assert CARD not in str(seen)

    nobody = (await maker.get(f"/people/{uuid.uuid4()}")).json()
    for what in ("applications", "agreements", "cards", "bans", "deaths"):
        assert nobody[what] == []
    kept = await withdrawals.context.pool.fetch(
        "SELECT subject, reason FROM audit_record WHERE action LIKE '%/people/%' ORDER BY id"
    )
    assert (kept[0]["subject"], kept[0]["reason"]) == (str(person.person_id), "柜台咨询")
