"""JGJ/T 320: what the views of collection say is what the ledger has, to the fen."""

from datetime import date
from decimal import Decimal
from typing import Any

from .conftest import Accounts


async def rows(accounts: Accounts, view: str, where: str = "true", *values: Any) -> list[Any]:
    query = f"SELECT * FROM jgj320.{view} WHERE {where}"
    return list(await accounts.pool.fetch(query, *values))


async def test_the_standards_tables_say_what_the_ledger_has(accounts: Accounts) -> None:
    """600,000 fen at 8 + 8 % are 480.00 and 480.00 a month (E18); two months, 1,920.00."""
    number = await accounts.employer()
    one, two = await accounts.people(number, 600_000, 600_000, opened_on=date(2026, 1, 1))
    await accounts.remit(number, "2026-01")
    await accounts.seal(two, effective_month="2026-02")
    await accounts.remit(number, "2026-02")

    (unit,) = await rows(accounts, "st_common_unit", '"DWZH" = $1', number)
    assert (unit["DWMC"], unit["DWFXR"]) == ("德州测试有限公司", "10")
    assert unit["JBRXM"] is None, "sealed"
    (account,) = await rows(accounts, "st_collection_unit_account", '"DWZH" = $1', number)
    assert (account["DWJCBL"], account["DWJCRS"], account["DWFCRS"]) == (Decimal("8.00"), 1, 1)
    assert account["DWZHYE"] == Decimal("2880.00")
    assert account["JZNY"] == date(2026, 2, 1)
    lists = await rows(accounts, "st_collection_unit_business_details", '"DWZH" = $1', number)
    assert sorted((r["HBJNY"], r["FSE"], r["FSRS"], r["YWMXLX"]) for r in lists) == [
        (date(2026, 1, 1), Decimal("1920.00"), 2, "01"),
        (date(2026, 2, 1), Decimal("960.00"), 1, "01"),
    ]
    async with accounts.pool.acquire() as connection, connection.transaction():
        await connection.execute("SET LOCAL jgj320.as_of = '2026-03-02'")
        personal = await connection.fetchrow(
            'SELECT * FROM jgj320.st_collection_personal_account WHERE "GRZH" = $1',
            one.account_number,
        )
        await connection.execute("SET LOCAL jgj320.as_of = '2026-07-01'")
        carried = await connection.fetchrow(
            'SELECT * FROM jgj320.st_collection_personal_account WHERE "GRZH" = $1',
            one.account_number,
        )
    money = ("GRZHYE", "GRZHSNJZYE", "GRZHDNGJYE", "GRYJCE", "DWYJCE", "GRJCJS")
    assert [str(personal[name]) for name in money] == [
        "1920.00", "0.00", "1920.00", "480.00", "480.00", "6000.00",
    ]  # fmt: skip
    assert [str(carried[name]) for name in money[:3]] == ["1920.00", "1920.00", "0.00"]
    entries = await rows(
        accounts, "st_collection_personal_business_details", '"GRZH" = $1', one.account_number
    )
    assert sum(row["FSE"] for row in entries) == personal["GRZHYE"]
    assert {(row["GJHTQYWLX"], row["CZBZ"], row["FSLXE"]) for row in entries} == {
        ("01", "01", Decimal("0.00"))
    }
    (person,) = await rows(accounts, "st_common_person", '"GRZH" = $1', one.account_number)
    assert (person["ZJLX"], person["ZJHM"], person["XingMing"]) == ("01", None, None)
    (policy,) = await rows(accounts, "st_common_policy")
    assert policy["DWJCBLXX"] < policy["DWJCBLSX"] <= Decimal("12.00")
