"""What `make run` leaves for whoever plays staff or an employer's operator: logins, a list with mistakes."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pyotp

from city.clients import Enrolled, Session, http_client, visitor
from city.seed import OPERATORS_FILE
from city.seed.office import STAFF_FILE
from local.addresses import City
from local.console import say
from local.folder import RunFolder
from local.staff import ADMIN, CHECKER, MAKER
from shared.base.money import yuan

SAMPLE_FILE = "sample-list.csv"
HEADER = ("个人账号", "姓名", "缴存基数", "调整原因")
PAGE_ITEMS = 200
Row = tuple[str, str, str, str]


POSTS = (("maker (经办)", MAKER), ("checker (复核)", CHECKER), ("administrator (管理员)", ADMIN))


def staff_lines(edge_url: str, known: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Say with what the desk is tried: each post's login; nothing of whom nothing is known."""
    lines = [
        line
        for post, login in POSTS
        if login in known
        for line in (
            ("", f"{post}: login {login}, password {known[login]['password']}"),
            (
                "",
                f"  one-time password {pyotp.TOTP(known[login]['totp_secret']).now()} now, of the",
            ),
            ("", f"  authenticator's secret {known[login]['totp_secret']}"),
        )
    ]
    return [("The desk (业务系统)", f"{edge_url}/hall/staff/"), *lines] if lines else []


async def lay_out(city: City, folder: RunFolder) -> None:
    """Write the list and print with what it is tried; nothing where the city is not a seeded one."""
    for title, value in staff_lines(city.edge_url, folder.recall(STAFF_FILE)):
        say(f"  {title:<26}{value}")
    operators: dict[str, Any] = folder.recall(OPERATORS_FILE)
    if not operators:
        return
    name, known = next(iter(operators.items()))
    enrolled = Enrolled(**known)
    async with http_client(city.authority) as client:
        operator = await enrolled.log_in(visitor(client, city))
        number = str((await operator.get("gateway/me"))["employer_number"])
        people = await _people(operator, number)
    path = folder.path / SAMPLE_FILE
    path.write_bytes(sample(people))
    rows = (
        ("Employers (单位网上大厅)", f"{city.edge_url}/hall/employers/"),
        ("", f"{name}: login {enrolled.login}, password {enrolled.password}"),
        (
            "",
            f"one-time password {pyotp.TOTP(enrolled.totp_secret).now()} now, of the authenticator's",
        ),
        ("", f"secret {enrolled.totp_secret}"),
        ("A list with mistakes", f"{path}: upload it under 当月汇缴, mend it there"),
    )
    for title, value in rows:
        say(f"  {title:<26}{value}")
    say("")


async def _people(operator: Session, number: str) -> list[dict[str, Any]]:
    """Return everybody who contributes."""
    found: list[dict[str, Any]] = []
    cursor: dict[str, str] = {}
    while True:
        page = await operator.get(
            f"accounts/employers/{number}/accounts", state="01", limit=PAGE_ITEMS, **cursor
        )
        found += page["items"]
        if page["next_cursor"] is None:
            return found
        cursor = {"cursor": page["next_cursor"]}


def sample(people: Sequence[dict[str, Any]]) -> bytes:
    """Return a list of these people as CSV, with a mistake of each kind in it; of a few people, fewer."""
    rows: list[Row] = [
        (one["account_number"], one["name"], yuan(one["base_fen"]), "") for one in people
    ]
    for at, spoil in enumerate(MISTAKES):
        where = 2 + 3 * at
        if where < len(rows):
            rows[where] = spoil(rows[where])
    if rows:
        rows.append(rows[0])
    out = io.StringIO()
    csv.writer(out).writerows([HEADER, *rows])
    return out.getvalue().encode("utf-8-sig")


MISTAKES: tuple[Callable[[Row], Row], ...] = (
    lambda row: (row[0], row[1], "六千", row[3]),
    lambda row: (row[0], row[1], f"-{row[2]}", row[3]),
    lambda row: (row[0], row[1], "", row[3]),
    lambda row: (row[0], "张冠李戴", row[2], row[3]),
    lambda row: (row[0], row[1], "100", "写错了位数"),
    lambda row: (f"9{row[0][1:]}", row[1], row[2], row[3]),
)
"""What goes wrong: no amount, a negative one, none, another's name, too little, no such account."""
