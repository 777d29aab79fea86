"""The register of identities (公安人口库): whose name a number has, and what that person had before."""

from collections.abc import Collection
from typing import Any

from simulators.registers.book import Book

IDENTITY = "identity"
Pair = tuple[str, str]
"""A name, and the number of an identity document."""


def compare(book: Book, wanted: Pair, present: Pair) -> dict[str, Any]:
    """Answer whether the wanted name has the wanted number, and what the present pair is to that person.

    `present`: `same`, that person's own, now or before; `other`, the valid pair of another number; `unknown`.
    On record is, by number, `{"name": …, "names_before": […], "numbers_before": […]}`.
    """
    name, number = wanted
    found = book.answer(IDENTITY, [number])
    if found["outcome"] != "yes":
        return {"outcome": "unknown", "data": {}}
    said = "yes" if found["data"].get("name") == name else "no"
    return {"outcome": said, "data": {"present": _standing(book, number, found["data"], present)}}


def _standing(book: Book, number: str, person: dict[str, Any], present: Pair) -> str:
    name, before = present
    own: Collection[str] = [number, *person.get("numbers_before", ())]
    names: Collection[str] = [str(person.get("name")), *person.get("names_before", ())]
    if before in own and name in names:
        return "same"
    other = book.answer(IDENTITY, [before])
    valid = before != number and other["outcome"] == "yes" and other["data"].get("name") == name
    return "other" if valid else "unknown"
