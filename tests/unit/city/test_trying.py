"""The list with mistakes that `make run` leaves to try."""

import csv
import re

from city.trying import HEADER, MISTAKES, sample, staff_lines
from local.staff import ADMIN, CHECKER, MAKER

PEOPLE = [
    {"account_number": f"3714{n:08d}", "name": f"职工{n}", "base_fen": 600_000} for n in range(20)
]


def test_a_list_of_twenty_has_a_mistake_of_each_kind_and_one_person_twice() -> None:
    head, *rows = csv.reader(sample(PEOPLE).decode("utf-8-sig").splitlines())
    assert tuple(head) == HEADER
    right = [[str(one["account_number"]), str(one["name"]), "6,000.00", ""] for one in PEOPLE]
    wrong = [at for at, row in enumerate(rows[:20]) if row != right[at]]
    assert wrong == [2, 5, 8, 11, 14, 17]
    assert len(wrong) == len(MISTAKES)
    assert rows[20] == right[0]


def test_of_few_people_there_are_fewer_mistakes() -> None:
    rows = list(csv.reader(sample(PEOPLE[:4]).decode("utf-8-sig").splitlines()))
    assert len(rows) == 6
    assert rows[3][2] == "六千"
    assert len(list(csv.reader(sample([]).decode("utf-8-sig").splitlines()))) == 1


def test_the_desk_is_tried_as_a_maker_a_checker_and_an_administrator() -> None:
    """Each with the password of one's own, and one of the authenticator's that is good now."""
    known = {
        login: {"password": f"of {login}", "totp_secret": secret}
        for login, secret in (
            (MAKER, "A" * 32),
            (CHECKER, "B" * 32),
            (ADMIN, "C" * 32),
        )
    }
    said = "\n".join(value for _title, value in staff_lines("http://127.0.0.1:8329", known))
    assert said.startswith("http://127.0.0.1:8329/hall/staff/\n")
    for login, one in known.items():
        assert f"login {login}, password of {login}" in said
        assert f"secret {one['totp_secret']}" in said
    assert len(re.findall(r"one-time password \d{6} now", said)) == 3
    assert staff_lines("http://127.0.0.1:8329", {}) == []
