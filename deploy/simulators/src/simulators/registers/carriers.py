"""The carriers (运营商实名登记): in whose name a phone is registered."""

from typing import Any

from simulators.registers.book import Book

CARRIERS = "carriers"


def holds(book: Book, phone: str, person: tuple[str, str]) -> dict[str, Any]:
    """Answer whether a phone is registered in the name and number of somebody.

    On record is, by phone instead of ID number, `{"name": …, "id_number": …}`. In this city everybody has the
    phone that they say, unless the book names somebody else.
    """
    found = book.answer(CARRIERS, [phone])
    if found["outcome"] == "unknown":
        return found
    owner = (found["data"].get("name"), found["data"].get("id_number"))
    return {"outcome": "yes" if not found["data"] or owner == person else "no", "data": {}}
