"""Every table says what it keeps of whom, why and how long; and what it says of columns is so."""

import importlib
import re
from pathlib import Path

import pytest

from shared.messaging.topology import SERVICES
from shared.privacy.kept import SEALED_ENDING, Fate, Kept

ROOT = Path(__file__).parents[2]


def tables(service: str) -> dict[str, set[str]]:
    """The columns of each table, as the schema has them."""
    schema = (ROOT / "services" / service / "schema.sql").read_text("utf-8")
    found = re.findall(r"^CREATE TABLE (\w+) \((.*?)^\)", schema, re.MULTILINE | re.DOTALL)
    return {name: set(re.findall(r"^    (\w+) ", body, re.MULTILINE)) for name, body in found}


def kept(service: str) -> dict[str, Kept]:
    lines: tuple[Kept, ...] = importlib.import_module(f"{service}.kept").KEPT
    assert len({each.table for each in lines}) == len(lines), "a table stands twice"
    return {each.table: each for each in lines}


@pytest.mark.parametrize("service", SERVICES)
def test_every_table_has_its_line_in_kept(service: str) -> None:
    """A new table? Say in `<service>/kept.py` what stands in it, why, and how long (shared.privacy.kept)."""
    assert set(kept(service)) == set(tables(service))


@pytest.mark.parametrize("service", SERVICES)
def test_what_a_person_is_shown_is_there(service: str) -> None:
    columns = tables(service)
    for table, line in kept(service).items():
        assert set(line.shown) <= columns[table], table


@pytest.mark.parametrize("service", SERVICES)
def test_whatever_names_a_person_is_shown_to_that_person(service: str) -> None:
    """A table with a person's id in it is about that person."""
    technical = {Fate.WITH_THE_WORK}
    unseen = {"staff_standing", "identity", "review_opinion"}
    for table, columns in tables(service).items():
        line = kept(service)[table]
        if "person_id" in columns and table not in unseen and line.fate not in technical:
            assert line.about, table


def test_what_is_sealed_of_a_person_is_opened_for_that_person() -> None:
    """In a table about people, a sealed column that is theirs is among what is shown."""
    hidden = {
        "proposal.body_sealed",  # what staff wrote, of others too
        "application.holder_name_sealed",  # the bank's answer about the card
        "request.contributions_sealed", "request.loans_sealed",  # gone when it is printed
        "inquiry.identity_sealed", "inquiry.registers_sealed",  # of whom the case is, and of relatives
        "document.pdf_sealed",  # fetched as a document
        "shown_code.code_sealed",  # whoever saw it again elsewhere could use it
        "shown_code.contributions_sealed", "shown_code.loans_sealed",  # gone when both are there
        "shown_code.sheet_sealed",  # gone when it was read, or at midnight
        "reading.code_sealed", "reading.id_number_sealed",  # of another centre's person
        "identity.id_number_sealed",  # of staff
    }  # fmt: skip
    left = {
        f"{table}.{column}"
        for service in SERVICES
        for table, columns in tables(service).items()
        for column in columns
        if column.endswith(SEALED_ENDING)
        and kept(service)[table].about
        and column not in kept(service)[table].shown
    }
    assert left == hidden


@pytest.mark.parametrize("service", SERVICES)
def test_what_is_said_to_be_anonymised_is_done_to_each_column_that_names_somebody(
    service: str,
) -> None:
    """A table of that fate has, in `erasures`, something instead of every sealed value and every hash."""
    named = {
        column
        for table, line in kept(service).items()
        if line.fate is Fate.ANONYMISED
        for column in tables(service)[table]
        if column.endswith(SEALED_ENDING) or "_hash" in column
    }
    rooms = [ROOT / "services" / service / "src" / service / room for room in ("store", "handlers")]
    said = "".join((room / "erasures.py").read_text("utf-8") for room in rooms if named)
    assert {one for one in named if not re.search(rf"\b{one} ?= ?", said)} == set()
