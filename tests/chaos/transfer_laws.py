"""Whether accounts move between cities as they must: our books against the platform's and the bank's."""

from collections.abc import Callable, Iterator

from .transfer_evidence import Letter, Move, TransferBooks, Transferred

KNOWN_AS = {"done": "00", "cancelled": "05", "refused": "13"}
"""How a letter ended → the platform's code of it (转移接续状态)."""
OTHER_ACCOUNT = "3700161880005000239"
OTHER_NAME = "济南住房公积金中心"
"""Where the money goes and who pays, by the national list of the simulated platform."""
OPEN, SEALED, MOVED = "01", "02", "04"
"""States of an account (Appendix A.6)."""

Finding = tuple[str, str, str]
"""The law, what it is about, and what differs."""


def every_letter_ends(books: TransferBooks) -> Iterator[Finding]:
    """Each request became one letter, which ended as it may, and the platform knows it so."""
    law = "letters end"
    letters = {letter.letter_id: letter for letter in books.letters}
    platform = {known.number: known.state for known in books.platform}
    for move in books.moves:
        about = _about(move)
        if move.refused is not None or len(set(move.answers)) != 1:
            yield law, about, move.refused or f"became {sorted(set(move.answers))}"
        elif (letter := letters.get(move.answers[0])) is None:
            yield law, about, "the letter was promised and is not there"
        elif letter.state not in move.ends:
            yield law, about, f"ended {letter.state}, not {sorted(move.ends)}"
        elif letter.number is None:
            if letter.state != "cancelled":
                yield law, about, f"{letter.state} without a number"
        elif move.number not in (None, letter.number):
            yield law, about, f"is about {letter.number}, not {move.number}"
        elif platform.get(letter.number) != KNOWN_AS[letter.state]:
            yield law, about, f"{letter.state} is {platform.get(letter.number)} at the platform"


def moved_out_once(books: TransferBooks) -> Iterator[Finding]:
    """Who leaves is paid once by every book, to the account of the national list; the account is closed."""
    for move, letter in _ended(books):
        if not move.comes:
            yield from _moved_out(books, move, letter)


def _moved_out(books: TransferBooks, move: Move, letter: Letter) -> Iterator[Finding]:
    done, fen = letter.state == "done", move.due_fen
    for party, seen, wanted in (
        ("the bank", [(one.kind, one.amount_fen, one.party) for one in _at_bank(books, letter)],
         [("payout", fen, OTHER_ACCOUNT)]),
        ("settlement", [(one.state, one.amount_fen, one.attention)
                        for one in books.orders if one.letter_id == letter.letter_id],
         [("succeeded", fen, None)]),
        ("the ledger", [(one.state, one.amount_fen)
                        for one in books.reservations if one.letter_id == letter.letter_id],
         [("posted", fen)]),
        ("the letter", [letter.amount_fen] if letter.amount_fen is not None else [], [fen]),
    ):  # fmt: skip
        if [*seen] != (wanted if done else []):
            yield "moved out once", _about(move), f"{party} has {seen} for {letter.state}"
    left = (MOVED, 0) if done else (OPEN, move.had_fen)
    if (move.account_state, move.balance_fen) != left:
        what = f"{move.balance_fen} fen on an account in state {move.account_state}"
        yield "moved out once", _about(move), f"{what} for {letter.state}"


def moved_in_once(books: TransferBooks) -> Iterator[Finding]:
    """Who comes has what the other centre paid on the account, once; who took it back has nothing of it."""
    law = "moved in once"
    for move, letter in _ended(books):
        if not move.comes:
            continue
        fen = move.due_fen if letter.state == "done" else 0
        came = [(one.kind, one.amount_fen, one.party) for one in _at_bank(books, letter)]
        if came != ([("receipt", fen, OTHER_NAME)] if fen else []):
            yield law, _about(move), f"the bank has {came} for {letter.state}"
        if (letter.amount_fen or 0) != fen:
            yield law, _about(move), f"told {letter.amount_fen} fen for {letter.state}"
        if (move.account_state, move.balance_fen) != (OPEN, move.had_fen + fen):
            what = f"{move.balance_fen} fen on an account in state {move.account_state}"
            yield law, _about(move), f"{what}, not {move.had_fen + fen}"


def no_transfer_is_invented(books: TransferBooks) -> Iterator[Finding]:
    """There is no letter, order, reservation or money of one for which nobody has asked."""
    law = "no transfer invented"
    wanted = {answer for move in books.moves for answer in move.answers}
    numbers = {letter.number for letter in books.letters if letter.letter_id in wanted}
    for name, found in (
        ("letter", [letter.letter_id for letter in books.letters]),
        ("order", [order.letter_id for order in books.orders]),
        ("reservation", [reservation.letter_id for reservation in books.reservations]),
    ):
        for letter_id in sorted(set(found) - wanted):
            yield law, letter_id, f"a {name}"
    for one in books.bank:
        if one.about not in wanted | numbers:
            yield law, one.about, f"the bank booked {one.kind} {one.amount_fen} fen"
    for known in books.platform:
        if known.number not in numbers:
            yield law, known.number, f"the platform has it in state {known.state}"


TRANSFER_LAWS: tuple[Callable[[TransferBooks], Iterator[Finding]], ...] = (
    every_letter_ends,
    moved_out_once,
    moved_in_once,
    no_transfer_is_invented,
)


def _ended(books: TransferBooks) -> Iterator[tuple[Move, Letter]]:
    """Everybody with the letter that ended; who has none is told by `every_letter_ends`."""
    letters = {letter.letter_id: letter for letter in books.letters}
    for move in books.moves:
        for answer in sorted(set(move.answers)):
            letter = letters.get(answer)
            if letter is not None and letter.state in KNOWN_AS:
                yield move, letter


def _at_bank(books: TransferBooks, letter: Letter) -> list[Transferred]:
    return [one for one in books.bank if one.about in (letter.letter_id, letter.number)]


def _about(move: Move) -> str:
    return f"mover {move.mover} ({'comes' if move.comes else 'leaves'})"
