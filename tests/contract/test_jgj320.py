"""JGJ/T 320-2014 (贯标): names and lengths of the standard's tables hold, for a role that only reads."""

from typing import Any

import asyncpg
import pytest

DAY, MONEY, RATIO, RATE = "date", "numeric(18,2)", "numeric(4,2)", "numeric(8,7)"
COUNT, SMALL = "numeric(18,0)", "smallint"

STANDARD: dict[str, dict[str, str]] = {
    "st_common_unit": {
        "DWMC": "255", "DWZH": "20", "DWDZ": "255", "DWFRDBXM": "120", "DWFRDBZJLX": "2", "DWFRDBZJHM": "18",
        "DWLSGX": "2", "DWJJLX": "2", "DWSSHY": "4", "DWYB": "6", "DWDZXX": "120", "DWFXR": "2",
        "JBRXM": "120", "JBRGDDHHM": "20", "JBRSJHM": "11", "JBRZJLX": "2", "JBRZJHM": "18", "ZZJGDM": "20",
        "DWSLRQ": DAY, "DWKHRQ": DAY, "STYHMC": "255", "STYHDM": "3",
    },
    "st_common_person": {
        "GRZH": "20", "XingMing": "120", "XMQP": "255", "XingBie": "1", "GDDHHM": "20", "SJHM": "11",
        "ZJLX": "2", "ZJHM": "18", "CSNY": DAY, "HYZK": "2", "ZhiYe": "2", "ZhiChen": "3", "ZhiWu": "4",
        "XueLi": "3", "YZBM": "6", "JTZZ": "255", "JTYSR": MONEY,
    },
    "st_common_policy": {
        "DWJCBLSX": RATIO, "DWJCBLXX": RATIO, "GRJCBLSX": RATIO, "GRJCBLXX": RATIO, "YJCESX": MONEY,
        "YJCEXX": MONEY, "GRZFDKZCNX": SMALL, "GRZFDKZGED": MONEY, "GRZFDKZGDKBL": "numeric(3,2)",
        "LLLX": "2", "ZXLL": RATE, "XMDKZCNX": SMALL, "XMDKZGDKBL": RATIO,
    },
    "st_collection_unit_account": {
        "DWZH": "20", "DWJCBL": RATIO, "GRJCBL": RATIO, "DWJCRS": COUNT, "DWFCRS": COUNT, "DWZHYE": MONEY,
        "DWXHRQ": DAY, "DWXHYY": "2", "DWZHZT": "2", "JZNY": DAY,
    },
    "st_collection_unit_business_details": {
        "DWZH": "20", "JZRQ": DAY, "FSE": MONEY, "FSLXE": MONEY, "FSRS": COUNT, "YWMXLX": "2", "HBJNY": DAY,
        "YWLSH": "20", "CZBZ": "2",
    },
    "st_collection_personal_account": {
        "GRZH": "20", "GRJCJS": MONEY, "GRZHZT": "2", "KHRQ": DAY, "GRZHYE": MONEY, "GRZHSNJZYE": MONEY,
        "GRZHDNGJYE": MONEY, "GRYJCE": MONEY, "DWYJCE": MONEY, "XHRQ": DAY, "FCHXHYY": "2", "GRCKZHHM": "30",
        "GRCKZHKHYHMC": "255", "GRCKZHKHYHDM": "3",
    },
    "st_collection_personal_business_details": {
        "GRZH": "20", "JZRQ": DAY, "GJHTQYWLX": "2", "FSE": MONEY, "DNGJFSE": MONEY, "SNJZFSE": MONEY,
        "FSLXE": MONEY, "TQYY": "2", "TQFS": "2", "DWZH": "20", "CZBZ": "2",
    },
    "st_housing_personal_loan": {
        "JKHTBH": "30", "GFHTBH": "30", "SWTYHMC": "255", "SWTYHDM": "3", "DKDBLX": "2", "YDFKRQ": DAY,
        "YDDQRQ": DAY, "DKHKFS": "2", "HKZH": "30", "ZHKHYHMC": "255", "ZHKHYHDM": "3", "HTDKJE": MONEY,
        "DKLX": "2", "DKQS": SMALL, "FWZL": "255", "FWJZMJ": MONEY, "FWTNMJ": MONEY, "FWXZ": "2",
        "FWZJ": MONEY, "JKHTLL": RATE, "LLFDBL": RATIO, "GFSFK": MONEY, "JKRGJJZH": "20", "JKRXM": "120",
        "JKRZJLX": "2", "JKRZJH": "18", "SFRMC": "255", "SFRZHHM": "30", "SFRKHYHDM": "3",
        "SFRKHYHMC": "255", "JKHTQDRQ": DAY, "YDHKR": "2",
    },
    "st_housing_coborrower": {
        "GTJKRGJJZH": "20", "JKHTBH": "30", "GTJKRXM": "120", "GTJKRZJLX": "2", "GTJKRZJHM": "18",
        "YSR": MONEY, "CDGX": "2", "GDDHHM": "20", "SJHM": "11",
    },
    "st_housing_personal_account": {
        "DKZH": "30", "JKHTBH": "30", "DKFXDJ": "2", "DKFFE": MONEY, "DKFFRQ": DAY, "DKYE": MONEY,
        "DKLL": RATE, "LLFDBL": RATIO, "DKQS": SMALL, "DQJHHKJE": MONEY, "DQJHGHBJ": MONEY,
        "DQJHCHLX": MONEY, "DQYHJE": MONEY, "DQYHBJ": MONEY, "DQYHLX": MONEY, "DQYHFX": MONEY,
        "DKJQRQ": DAY, "HSBJZE": MONEY, "HSLXZE": MONEY, "FXZE": MONEY, "TQGHBJZE": MONEY, "YQBJZE": MONEY,
        "YQLXZE": MONEY, "LJYQQS": SMALL,
    },
    "st_housing_business_details": {
        "DKZH": "30", "YWLSH": "20", "DKYWMXLX": "2", "YWFSRQ": DAY, "DKYHDM": "3", "FSE": MONEY,
        "BJJE": MONEY, "LXJE": MONEY, "FXJE": MONEY, "DQQC": SMALL, "ZCZYQBJJE": MONEY, "YQZZCBJJE": MONEY,
        "JZRQ": DAY,
    },
    "st_settlement_daybook": {
        "YWLSH": "20", "ZJYWLX": "2", "YWPZHM": "20", "YHJSLSH": "40", "FSE": MONEY, "JSFSRQ": DAY,
        "JSYHDM": "3", "FKYHDM": "3", "FKZHHM": "30", "FKZHMC": "120", "SKYHDM": "3", "SKZHHM": "30",
        "SKZHMC": "120", "ZhaiYao": "255",
    },
    "st_finance_bank_deposit_journal": {
        "CNLSH": "20", "YHZHHM": "30", "JFFSE": MONEY, "DFFSE": MONEY, "YuE": MONEY, "YEJDFX": "2",
        "YHJSLSH": "40", "ZhaiYao": "255", "JZRQ": DAY, "RZRQ": DAY, "RZZT": "2", "PZSSNY": DAY, "CZBS": "2",
        "ZJYWLX": "2", "JZPZH": "20",
    },
}  # fmt: skip
"""By hand from the standard's tables: name and, of a text, its length."""
CHANGES = "SELECT has_table_privilege($1, 'INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER')"
OWNERS = {
    "accounts": ("st_common", "st_collection"),
    "loans": ("st_housing",),
    "settlement": ("st_settlement", "st_finance"),
}
COLUMNS = """
SELECT table_name, column_name, data_type, character_maximum_length AS length, numeric_precision AS digits,
       numeric_scale AS scale
FROM information_schema.columns WHERE table_schema = 'jgj320' ORDER BY table_name, ordinal_position
"""


def type_of(row: asyncpg.Record) -> str:
    if row["data_type"] == "numeric":
        return f"numeric({row['digits']},{row['scale']})"
    return str(row["length"]) if row["length"] else row["data_type"]


@pytest.mark.parametrize("service", OWNERS)
async def test_names_order_and_lengths_are_the_standards(
    service: str, service_database: Any
) -> None:
    database = await service_database(service)
    connection = await asyncpg.connect(database.reader_url)
    try:
        found: dict[str, dict[str, str]] = {}
        for row in await connection.fetch(COLUMNS):
            if not row["column_name"].islower():
                found.setdefault(row["table_name"], {})[row["column_name"]] = type_of(row)
        wanted = {t: columns for t, columns in STANDARD.items() if t.startswith(OWNERS[service])}
        assert found == wanted
        assert [list(found[table]) for table in wanted] == [list(wanted[t]) for t in wanted]
        for table in wanted:
            await connection.fetch(f"SELECT * FROM jgj320.{table}")
            assert not await connection.fetchval(CHANGES, f"jgj320.{table}"), table
        for statement in ("SELECT * FROM outbox", "CREATE TABLE jgj320.mine (x integer)"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(statement)
    finally:
        await connection.close()
