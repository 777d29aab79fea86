"""R-QRY-1: a person asks for booked rows of some days or of one business type, and for what they come to."""

from datetime import date
from typing import Any

from shared.identity.principal import Role

from .conftest import Accounts


def figures(totals: Any) -> tuple[int, ...]:
    names = ("entries", "in_fen", "out_fen", "opening_balance_fen", "closing_balance_fen")
    return tuple(totals[name] for name in names)


async def test_r_qry_1_rows_are_asked_for_by_day_and_type_and_summed(accounts: Accounts) -> None:
    """600,000 fen at 8 + 8 % are 96,000 a month (E18); two months, booked on two days."""
    number = await accounts.employer()
    (person,) = await accounts.people(number, 600_000, opened_on=date(2026, 1, 1))
    citizen = accounts.citizen(person)
    empty = (await citizen.get("/my/entries/totals")).json()
    assert (figures(empty), empty["by_business_type"]) == ((0, 0, 0, 0, 0), [])
    await accounts.remit(number, "2026-01")
    accounts.on(date(2026, 3, 9))
    await accounts.remit(number, "2026-02")

    first = {"booked_until": "2026-03-08"}
    then = {"booked_from": "2026-03-09"}
    for path in ("/my/entries", f"/accounts/{person.account_number}/entries"):
        (row,) = (await citizen.get(path, **first)).json()["items"]
        assert (row["contribution_month"], row["balance_after_fen"]) == ("2026-01", 96_000)
        (row,) = (await citizen.get(path, **then)).json()["items"]
        assert (row["contribution_month"], row["balance_after_fen"]) == ("2026-02", 192_000)
        assert len((await citizen.get(path, business_type="01")).json()["items"]) == 2
        assert (await citizen.get(path, business_type="09")).json()["items"] == []
        page = (await citizen.get(path, limit=1, business_type="01")).json()
        (last,) = (await citizen.get(path, business_type="01", cursor=page["next_cursor"])).json()[
            "items"
        ]
        assert last["contribution_month"] == "2026-01"

        whole = (await citizen.get(f"{path}/totals")).json()
        assert figures(whole) == (2, 192_000, 0, 0, 192_000)
        assert [(one["business_text"], one["in_fen"]) for one in whole["by_business_type"]] == [
            ("汇缴", 192_000)
        ]
        assert figures((await citizen.get(f"{path}/totals", **then)).json()) == (
            1, 96_000, 0, 96_000, 192_000,
        )  # fmt: skip
        other = (await citizen.get(f"{path}/totals", business_type="09")).json()
        assert figures(other) == (0, 0, 0, 0, 192_000)
    assert (await citizen.get("/my/entries", booked_from="yesterday")).status_code == 422
    nobody = accounts.caller(Role.INDIVIDUAL)
    assert (await nobody.get("/my/entries/totals")).status_code == 403
