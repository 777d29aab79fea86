"""The list with mistakes that `make run` leaves to try."""

import csv

from city.trying import HEADER, MISTAKES, sample

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
