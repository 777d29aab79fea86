"""Whether loans are paid out and repaid as they must be: the bank's book against the loans', and more."""

from collections import Counter
from collections.abc import Callable, Iterator

from .loan_evidence import Disbursement, LoanBooks, Wish

ORDERED_AS = {"applied": "succeeded", "failed": "failed", "reversed": "returned"}
BOOKED_BY_BANK = {"applied": ("debit",), "failed": (), "reversed": ("debit", "reversal")}
IN_LOAN = {"applied": (1,), "failed": (), "reversed": (1, -1)}
"""How a debit ended → the signs of the loan's entries that it is the source of."""
IN_LEDGER = {
    "applied": ("debit", "repayment"),
    "failed": (),
    "reversed": ("debit", "debit_reversal", "repayment", "repayment_reversal"),
}

LENT_AS: dict[str, tuple[str, str, tuple[str, ...], tuple[int, ...], tuple[str, ...]]] = {
    "paid": ("succeeded", "ACSC", ("payout",), (1,), ("disbursement",)),
    "failed": ("failed", "RJCT", (), (), ()),
    "returned": (
        "returned", "ACSC", ("payout", "return"), (1, -1), ("disbursement", "disbursement_return"),
    ),
}  # fmt: skip
"""How a disbursement ended → the state of the order, the bank's word, what the bank booked, the signs of the
loan's entries, what the ledger booked."""

Finding = tuple[str, str, str]
"""The law, what it is about, and what differs."""


def every_wish_ends(books: LoanBooks) -> Iterator[Finding]:
    """Each borrower got one debit, which ended as it must; loans knows of no other."""
    law = "early repayments end"
    states = {debit.debit_id: debit for debit in books.debits}
    for wish in books.wishes:
        if wish.refused is not None or len(set(wish.answers)) != 1:
            yield (
                law,
                _about(wish),
                wish.refused or f"one request became {sorted(set(wish.answers))}",
            )
        elif (debit := states.get(wish.answers[0])) is None:
            yield law, _about(wish), "the debit was promised and is not there"
        elif (debit.state, debit.contract_number) != (wish.end, wish.contract_number):
            yield law, _about(wish), f"{debit.state} on {debit.contract_number}, not {wish.end}"
    wanted = {answer for wish in books.wishes for answer in wish.answers}
    early = {debit.debit_id for debit in books.debits if debit.early}
    for debit_id in sorted(early - wanted):
        yield law, debit_id, "a debit that nobody has asked for"


def debited_as_repaid(books: LoanBooks) -> Iterator[Finding]:
    """What the bank took from cards, and gave back, is what the loans' entries say, to the fen."""
    law = "debited as repaid"
    in_bank = Counter[str]()
    for item in books.bank:
        for kind, fen in item.booked:
            in_bank[item.key] += fen if kind == "debit" else -fen
    in_loans = Counter[str]()
    for entry in books.entries:
        if entry.source == "card":
            in_loans[entry.source_id.replace("-", "")] += entry.amount_fen
    for key in sorted(in_bank.keys() | in_loans.keys()):
        if in_bank[key] != in_loans[key]:
            yield law, key, f"{in_bank[key]} fen at the bank, {in_loans[key]} fen in the loan"


def once_everywhere(books: LoanBooks) -> Iterator[Finding]:
    """Every party has the debit once: the amount that was quoted, from the card in use."""
    law = "debited once"
    for wish in books.wishes:
        for debit_id in sorted(set(wish.answers)):
            key, fen = debit_id.replace("-", ""), wish.quoted_fen
            at_bank = [item for item in books.bank if item.key == key]
            seen = sorted(booked for item in at_bank for booked in item.booked)
            if seen != [(kind, fen) for kind in BOOKED_BY_BANK[wish.end]]:
                yield law, _about(wish), f"the bank booked {seen} for {wish.end} of {fen} fen"
            executed = sum(item.status == "ACSC" for item in at_bank)
            if executed != bool(BOOKED_BY_BANK[wish.end]) or any(
                (item.card, item.amount_fen) != (wish.card, fen) for item in at_bank
            ):
                yield law, _about(wish), f"{executed} debits, of this card and amount or others"
            entries = [item.amount_fen for item in books.entries if item.source_id == debit_id]
            if entries != [sign * fen for sign in IN_LOAN[wish.end]]:
                yield law, _about(wish), f"the loan has entries {entries} for {wish.end}"
            orders = [item for item in books.orders if item.order_id == debit_id]
            told = [(item.state, item.amount_fen, item.attention) for item in orders]
            if told != [(ORDERED_AS[wish.end], fen, None)]:
                yield law, _about(wish), f"settlement has {told} for {wish.end}"
            ledger = sorted(
                (item.kind, item.amount_fen) for item in books.ledger if item.source_id == debit_id
            )
            if ledger != [(kind, fen) for kind in IN_LEDGER[wish.end]]:
                yield law, _about(wish), f"the ledger booked {ledger} for {wish.end}"


def no_debit_is_invented(books: LoanBooks) -> Iterator[Finding]:
    """Neither the bank nor settlement nor the ledger has money that loans never asked for."""
    law = "no debit invented"
    known = {debit.debit_id for debit in books.debits}
    lent = {one.disbursement_id for one in books.disbursements}
    claimed = {claim.claim_id: claim.amount_fen for claim in books.claims}
    sources = known | lent | {offset.offset_id for offset in books.offsets} | set(claimed)
    keys = {debit_id.replace("-", "") for debit_id in known}
    for item in books.bank:
        if item.key not in keys:
            yield law, item.key, f"the bank debited {item.amount_fen} fen"
    for order in books.orders:
        if order.order_id not in (known if order.kind == "debit" else lent):
            yield law, order.order_id, f"a {order.kind} order of settlement"
    for booking in books.ledger:
        if booking.source_id not in sources:
            yield law, booking.source_id, f"the ledger booked a {booking.kind}"
    for claim_id, fen in claimed.items():
        taken = [
            one.amount_fen
            for one in books.ledger
            if (one.kind, one.source_id) == ("receipt", claim_id)
        ]
        if taken != [fen]:
            yield (
                law,
                claim_id,
                f"a receipt of {fen} fen repaid a loan, the ledger let go of {taken}",
            )


def offset_as_repaid(books: LoanBooks) -> Iterator[Finding]:
    """What was taken from fund accounts is what the loans' entries and the ledger say, to the fen."""
    law = "offset as repaid"
    in_accounts = {item.offset_id: item.posted_fen for item in books.offsets if item.posted_fen}
    in_loans, in_ledger = Counter[str](), Counter[str]()
    for entry in books.entries:
        if entry.source == "account":
            in_loans[entry.source_id] += entry.amount_fen
    for booking in books.ledger:
        if (
            booking.kind == "repayment"
            and booking.source_id in in_accounts.keys() | in_loans.keys()
        ):
            in_ledger[booking.source_id] += booking.amount_fen
    for offset_id in sorted(in_accounts.keys() | in_loans.keys()):
        seen = (in_accounts.get(offset_id, 0), in_loans[offset_id], in_ledger[offset_id])
        if len(set(seen)) > 1:
            yield law, offset_id, f"{seen} fen in account, loan and ledger"
    for item in books.offsets:
        if item.state == "reserved":
            yield law, item.offset_id, "money that is still frozen"


def instalments_are_collected(books: LoanBooks) -> Iterator[Finding]:
    """Who owed an instalment today has repaid just that, from the sources that the agreement names."""
    law = "the instalment day collects"
    for one in books.instalments:
        found = [
            item
            for item in books.entries
            if item.contract_number == one.contract_number and item.source != "disbursement"
        ]
        sources = [item.source for item in found]
        if sum(item.amount_fen for item in found) != one.due_fen or sources != [*one.sources]:
            amounts = [(item.source, item.amount_fen) for item in found]
            yield law, f"borrower {one.borrower}", f"{amounts} for {one.due_fen} fen"


def lent_once(books: LoanBooks) -> Iterator[Finding]:
    """Each approved loan was paid out once, to the right account, and every party has each attempt once."""
    law = "lent once"
    for loan in books.lent:
        attempts = [
            item for item in books.disbursements if item.contract_number == loan.contract_number
        ]
        told = [(item.state, item.amount_fen) for item in attempts]
        if loan.refused is not None or told != [(end, loan.amount_fen) for end in loan.ends]:
            what = loan.refused or f"{told}, not {[*loan.ends]} of {loan.amount_fen} fen"
            yield law, loan.contract_number, what
            continue
        for attempt, payee in zip(attempts, loan.payees, strict=True):
            yield from _paid_out(law, attempt, payee, books)
    known = {loan.contract_number for loan in books.lent}
    for item in books.disbursements:
        if item.contract_number not in known:
            yield law, item.contract_number, "a disbursement that nobody approved"


def _paid_out(
    law: str, attempt: Disbursement, payee: tuple[str, str], books: LoanBooks
) -> Iterator[Finding]:
    order, word, booked, signs, ledger = LENT_AS[attempt.state]
    one, fen = attempt.disbursement_id, attempt.amount_fen
    at_bank = [item for item in books.payouts if item.key == one.replace("-", "")]
    orders = [item for item in books.orders if item.order_id == one]
    for party, seen, wanted in (
        ("the bank", [(item.status, item.amount_fen, item.account, item.holder) for item in at_bank],
         [(word, fen, *payee)]),
        ("the bank's account", [line for item in at_bank for line in item.booked],
         [(kind, fen) for kind in booked]),
        ("settlement", [(item.state, item.amount_fen, item.attention) for item in orders],
         [(order, fen, None)]),
        ("the loan", [item.amount_fen for item in books.entries if item.source_id == one],
         [sign * fen for sign in signs]),
        ("the ledger", [(item.kind, item.amount_fen) for item in books.ledger if item.source_id == one],
         [(kind, fen) for kind in ledger]),
    ):  # fmt: skip
        if sorted(seen, key=str) != sorted(wanted, key=str):
            yield law, attempt.contract_number, f"{party} has {seen} for {attempt.state}"


LOAN_LAWS: tuple[Callable[[LoanBooks], Iterator[Finding]], ...] = (
    every_wish_ends,
    debited_as_repaid,
    once_everywhere,
    no_debit_is_invented,
    offset_as_repaid,
    instalments_are_collected,
    lent_once,
)


def _about(wish: Wish) -> str:
    return f"borrower {wish.borrower} ({wish.end})"
