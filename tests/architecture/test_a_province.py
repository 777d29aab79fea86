"""What Citus asks of a schema that it distributes, asked of ours by account (ADR 64).

Its published rules: every unique key of a distributed table has the distribution column; a foreign key to
another distributed table has it on both sides; one to anything else goes to a reference table, which is whole
on every node; a distributed table has no triggers. `NOT_YET` may only shrink.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

SCHEMA = Path(__file__).parents[2] / "services" / "accounts" / "schema.sql"
BY = {"individual_account": "number", "ledger_account": "number"}
"""Where the account's number has another name than `account_number`."""
OF_THE_LEDGER = frozenset({"entry", "hold", "ledger_balance"})
"""Account-wise, too: they know the account by the number of its ledger account alone."""
REFERENCE = frozenset({"employer", "ledger_subject"})
"""Whole on every node: small, or changed rarely."""
STAGING = frozenset({"list_file_row", "moving_in_row"})
"""Rows of files that were uploaded: of a file, not of an account, and gone when it is read."""

TABLE = re.compile(r"^CREATE TABLE (\w+) \(\n(.*?)\n\)[^;]*;", re.S | re.M)
KEY = re.compile(r"CONSTRAINT (\w+) (?:PRIMARY KEY|UNIQUE)[^(]*\(([^)]*)\)")
FOREIGN = re.compile(r"CONSTRAINT (\w+) FOREIGN KEY \(([^)]*)\) REFERENCES (\w+)\(([^)]*)\)")
UNIQUE = re.compile(r"^CREATE UNIQUE INDEX (\w+) ON public\.(\w+) USING \w+ \(([^)]*)\)", re.M)
TRIGGER = re.compile(r"^CREATE TRIGGER (\w+) .*? ON public\.(\w+) ", re.M)

LISTED = """
account_history.account_history_pkey
account_history.history_is_of_an_employer
account_transfer.account_transfer_person_id_fkey
account_transfer.account_transfer_pkey
back_payment_line.back_payment_line_back_payment_id_fkey
complaint.complaint_person_id_fkey
complaint.complaint_pkey
correction.correction_corrected_transfer_id_fkey
correction.correction_pkey
correction.correction_to_account_number_fkey
deceased.deceased_pkey
dispute.dispute_person_id_fkey
dispute.dispute_pkey
employer_movement.employer_movement_account_transfer_id_fkey
employer_movement.employer_movement_pkey
employer_movement.movement_is_immutable
employer_movement.movements_balance
entry.column
entry.entries_post
entry.entry_is_immutable
entry.entry_ledger_account_id_fkey
entry.entry_pkey
entry.entry_refuses_sealed_day
entry.entry_transfer_id_fkey
estate_distribution.a_share_is_set_aside_anew_once
estate_distribution.estate_distribution_income_transfer_id_fkey
estate_distribution.estate_distribution_income_transfer_id_key
estate_distribution.estate_distribution_pkey
hold.column
hold.hold_is_never_deleted
hold.hold_ledger_account_id_fkey
hold.hold_pkey
hold.hold_transfer_id_fkey
hold.holds_change
hold.holds_freeze
identity_proposal.identity_proposal_person_id_fkey
identity_proposal.identity_proposal_pkey
individual_account.account_contributes_from_its_opening
individual_account.individual_account_ledger_account_id_fkey
individual_account.individual_account_ledger_account_id_key
individual_account.individual_account_person_id_fkey
individual_account.moved_accounts_are_indexed
individual_account.new_accounts_are_indexed
individual_account.r_acc_8_one_open_account_per_person
interest_settlement.interest_settlement_transfer_id_fkey
ledger_account.ledger_account_begins_at_0
ledger_account.ledger_account_pkey
ledger_balance.column
ledger_balance.ledger_balance_ledger_account_id_fkey
ledger_balance.ledger_balance_pkey
letter_receipt.letter_receipt_bank_serial_fkey
letter_receipt.letter_receipt_person_id_fkey
letter_receipt.letter_receipt_pkey
letter_receipt.letter_receipt_transfer_id_fkey
letter_receipt.letter_receipt_transfer_id_key
letter_receipt.r_trf_4_a_receipt_is_of_one_letter
loan_offset.loan_offset_pkey
loan_offset.loan_offset_transfer_id_fkey
loan_offset.one_transfer_per_offset
moving_in_line.moving_in_line_moving_in_id_fkey
remittance_line.r_dep_6_lines_are_frozen_delete
remittance_line.r_dep_6_lines_are_frozen_update
remittance_line.remittance_line_list_id_fkey
reservation.reservation_estate_request_id_fkey
reservation.reservation_pkey
reservation.reservation_transfer_id_fkey
seal_request.seal_request_person_id_fkey
seal_request.seal_request_pkey
"""
NOT_YET = frozenset(LISTED.split())
"""`table.what`, where what is a key, a foreign key, a trigger, or `column` where the number is not there."""


@dataclass
class Table:
    """As the schema declares it."""

    columns: list[str]
    keys: dict[str, list[str]] = field(default_factory=dict)
    foreign: list[tuple[str, list[str], str, list[str]]] = field(default_factory=list)
    triggers: list[str] = field(default_factory=list)


def declared(schema: str) -> dict[str, Table]:
    """Every table of a schema."""
    found: dict[str, Table] = {}
    for name, inside in TABLE.findall(schema):
        lines = [line.strip() for line in inside.split(",\n    ")]
        table = Table([line.split()[0] for line in lines if not line.startswith("CONSTRAINT")])
        for line in lines:
            if key := KEY.match(line):
                table.keys[key[1]] = key[2].split(", ")
            if foreign := FOREIGN.match(line):
                names = (foreign[2].split(", "), foreign[3], foreign[4].split(", "))
                table.foreign.append((foreign[1], *names))
        found[name] = table
    for index, name, columns in UNIQUE.findall(schema):
        found[name].keys[index] = columns.split(", ")
    for trigger, name in TRIGGER.findall(schema):
        found[name].triggers.append(trigger)
    return found


def by_account(tables: dict[str, Table]) -> dict[str, str]:
    """The tables that hold rows of accounts, each with the column that names the account."""
    named = {
        name: "account_number" for name, one in tables.items() if "account_number" in one.columns
    }
    return {**named, **BY, **dict.fromkeys(OF_THE_LEDGER, "account_number")}


def hindrances(tables: dict[str, Table]) -> set[str]:
    """What keeps Citus from distributing the account-wise tables by account."""
    column = {name: of for name, of in by_account(tables).items() if name not in STAGING}
    found: set[str] = set()
    for name, of in column.items():
        table = tables[name]
        if of not in table.columns:
            found.add(f"{name}.column")
        found |= {f"{name}.{key}" for key, columns in table.keys.items() if of not in columns}
        found |= {f"{name}.{trigger}" for trigger in table.triggers}
        for key, own, target, theirs in table.foreign:
            together = target in column and (of, column[target]) in zip(own, theirs, strict=True)
            if not together and target not in REFERENCE:
                found.add(f"{name}.{key}")
    return found


def test_the_account_wise_tables_hold_citus_s_rules_but_for_those_that_are_listed() -> None:
    found = hindrances(declared(SCHEMA.read_text("utf-8")))
    assert sorted(found - NOT_YET) == [], "a new one: carry the account's number in it"
    assert sorted(NOT_YET - found) == [], "it holds now: take it off the list"


def test_the_tables_that_a_month_writes_most_of_are_found() -> None:
    """The test sees what it is about: also a table that somebody adds."""
    tables = declared(SCHEMA.read_text("utf-8"))
    assert {"entry", "remittance_line", "interest_settlement", "reservation"} <= by_account(
        tables
    ).keys()
    inside = (
        "id uuid NOT NULL,\n    account_number text,\n    CONSTRAINT mine_pkey PRIMARY KEY (id)"
    )
    made = f"CREATE TABLE mine (\n    {inside}\n);"
    assert hindrances({**tables, **declared(made)}) - hindrances(tables) == {"mine.mine_pkey"}


def test_what_holds_is_not_listed_by_mistake() -> None:
    """Most tables of a month's business could be distributed today."""
    tables = declared(SCHEMA.read_text("utf-8"))
    listed = {one.partition(".")[0] for one in NOT_YET}
    assert {"base_change", "contribution_period", "missed_month"} <= by_account(
        tables
    ).keys() - listed
