"""The laws about loans say nothing about good books, and name what is wrong with others."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from .loan_evidence import (
    BankDebit,
    BankPayout,
    Booking,
    Disbursement,
    Instalment,
    Lent,
    LoanBooks,
    LoanDebit,
    LoanEntry,
    LoanOrder,
    Offset,
    Wish,
)
from .loan_laws import BOOKED_BY_BANK, IN_LEDGER, IN_LOAN, LENT_AS, LOAN_LAWS, ORDERED_AS

FEN = 20_013_000
ENDS = ("applied", "failed", "reversed")
CARD = "6222021612003456788"


def good_books() -> LoanBooks:
    """A debit that was applied, one that failed, one that was taken back; an instalment from two sources."""
    books = LoanBooks()
    for number, end in enumerate(ENDS, start=1):
        debit_id, loan = f"{number:08x}-0000-4000-8000-000000000000", f"DK{number}"
        kinds = BOOKED_BY_BANK[end]
        status = "ACSC" if kinds else "RJCT"
        books = LoanBooks(
            wishes=[*books.wishes, Wish(number, loan, CARD, FEN, end, [debit_id, debit_id])],
            bank=[
                *books.bank,
                BankDebit(debit_id.replace("-", ""), status, FEN, CARD, [(kind, FEN) for kind in kinds]),
            ],
            debits=[*books.debits, LoanDebit(debit_id, loan, "payoff", end)],
            entries=[
                *books.entries,
                *(LoanEntry(loan, "card", debit_id, sign * FEN) for sign in IN_LOAN[end]),
            ],
            orders=[*books.orders, LoanOrder(debit_id, "debit", ORDERED_AS[end], FEN, None)],
            ledger=[*books.ledger, *(Booking(kind, debit_id, FEN) for kind in IN_LEDGER[end])],
        )  # fmt: skip
    offset_id, debit_id = f"{9:08x}", f"{8:08x}"
    books = with_a_loan_paid_out_at_the_third_attempt(books)
    return replace(
        books,
        instalments=[Instalment(9, "DK9", 1_000, ["account", "card"])],
        offsets=[Offset(offset_id, "DK9", "posted", 600)],
        bank=[*books.bank, BankDebit(debit_id, "ACSC", 400, CARD, [("debit", 400)])],
        debits=[*books.debits, LoanDebit(debit_id, "DK9", "instalment", "applied")],
        entries=[
            *books.entries,
            LoanEntry("DK9", "account", offset_id, 600),
            LoanEntry("DK9", "card", debit_id, 400),
        ],
        orders=[*books.orders, LoanOrder(debit_id, "debit", "succeeded", 400, None)],
        ledger=[
            *books.ledger,
            Booking("repayment", offset_id, 600),
            Booking("debit", debit_id, 400),
            Booking("repayment", debit_id, 400),
        ],
    )


SELLER = ("6222021612003456796", "德州某某置业有限公司")


def with_a_loan_paid_out_at_the_third_attempt(books: LoanBooks) -> LoanBooks:
    ends = ("failed", "returned", "paid")
    books = replace(books, lent=[Lent("DK7", FEN, ends, [SELLER] * 3)])
    for number, end in enumerate(ends, start=1):
        one = f"{number:08x}-0000-4000-8000-000000000001"
        order, word, booked, signs, ledger = LENT_AS[end]
        lines = [(kind, FEN) for kind in booked]
        books = replace(
            books,
            disbursements=[*books.disbursements, Disbursement(one, "DK7", end, FEN)],
            payouts=[*books.payouts, BankPayout(one.replace("-", ""), word, FEN, *SELLER, lines)],
            orders=[*books.orders, LoanOrder(one, "disbursement", order, FEN, None)],
            entries=[
                *books.entries, *(LoanEntry("DK7", "disbursement", one, sign * FEN) for sign in signs)
            ],
            ledger=[*books.ledger, *(Booking(kind, one, FEN) for kind in ledger)],
        )  # fmt: skip
    return books


def laws_broken(books: LoanBooks) -> set[str]:
    return {law for check in LOAN_LAWS for law, _, _ in check(books)}


def changed(name: str, position: int, **changes: Any) -> Callable[[LoanBooks], LoanBooks]:
    def change(books: LoanBooks) -> LoanBooks:
        items = list(getattr(books, name))
        items[position] = replace(items[position], **changes)
        return replace(books, **{name: items})

    return change


def without(name: str, position: int) -> Callable[[LoanBooks], LoanBooks]:
    def change(books: LoanBooks) -> LoanBooks:
        items = list(getattr(books, name))
        del items[position]
        return replace(books, **{name: items})

    return change


def test_good_books_break_no_law() -> None:
    assert laws_broken(good_books()) == set()


TWICE = [("debit", FEN), ("debit", FEN)]
FAULTS: dict[str, tuple[Callable[[LoanBooks], LoanBooks], str]] = {
    "debited twice": (changed("bank", 0, booked=TWICE), "debited as repaid"),
    "debited a fen too much": (changed("bank", 0, booked=[("debit", FEN + 1)]), "debited as repaid"),
    "debited, and no entry in the loan": (without("entries", 0), "debited as repaid"),
    "an entry twice": (
        lambda books: replace(books, entries=[*books.entries, books.entries[0]]), "debited as repaid"
    ),
    "taken back, and the loan does not know": (without("entries", 2), "debited as repaid"),
    "from another card": (changed("bank", 0, card="6228480402564890018"), "debited once"),
    "a failed debit that was executed": (changed("bank", 1, status="ACSC"), "debited once"),
    "settlement still doubts": (changed("orders", 0, state="unknown"), "debited once"),
    "an order that needs attention": (changed("orders", 0, attention="contradiction"), "debited once"),
    "not in the ledger": (without("ledger", 0), "debited once"),
    "still open": (changed("debits", 0, state="debiting"), "early repayments end"),
    "one request, two debits": (changed("wishes", 0, answers=["a", "b"]), "early repayments end"),
    "refused at the door": (changed("wishes", 0, refused="422"), "early repayments end"),
    "lost": (without("debits", 0), "early repayments end"),
    "taken from the account, and not in the loan": (without("entries", -2), "offset as repaid"),
    "a fen more from the account": (changed("offsets", 0, posted_fen=601), "offset as repaid"),
    "money that stays frozen": (changed("offsets", 0, state="reserved"), "offset as repaid"),
    "an instalment paid by halves": (without("entries", -1), "the instalment day collects"),
    "a loan paid out twice": (
        lambda books: replace(books, payouts=[*books.payouts, books.payouts[-1]]), "lent once"
    ),
    "lent to another account": (changed("payouts", -1, account=CARD), "lent once"),
    "lent to another name": (changed("payouts", -1, holder="德州另一置业有限公司"), "lent once"),
    "a fen more lent": (changed("payouts", -1, booked=[("payout", FEN + 1)]), "lent once"),
    "a return that the loan does not know": (
        lambda books: replace(
            books, entries=[item for item in books.entries if item.contract_number != "DK7"]
        ), "lent once"
    ),
    "settlement doubts a disbursement": (
        lambda books: replace(
            books,
            orders=[replace(item, state="unknown") for item in books.orders],
        ), "lent once"
    ),
    "lent, and not in the ledger": (
        lambda books: replace(
            books, ledger=[item for item in books.ledger if item.kind != "disbursement"]
        ), "lent once"
    ),
    "an approved loan that is not paid out": (without("disbursements", -1), "lent once"),
    "a loan that nobody approved": (without("lent", 0), "lent once"),
    "a disbursement order of nobody": (
        lambda books: replace(
            books, orders=[*books.orders, LoanOrder("ff", "disbursement", "succeeded", 1, None)]
        ), "no debit invented"
    ),
    "a stranger's debit at the bank": (
        lambda books: replace(
            books, bank=[*books.bank, BankDebit("ff", "ACSC", 1, CARD, [("debit", 1)])]
        ), "no debit invented"
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_wrong_is_named(fault: str) -> None:
    change, law = FAULTS[fault]
    assert law in laws_broken(change(good_books()))
