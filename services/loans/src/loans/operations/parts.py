"""What the operations on one contract have in common: whom it concerns, accounts as a checker sees them."""

from uuid import UUID

from loans.domain.contracts import OWING, Contract
from shared.base.money import Fen
from shared.proposals.operation import Facts


def about(contract: Contract, what: str, amount_fen: Fen | None = None) -> Facts:
    """What is proposed of a contract; it concerns who owes the loan."""
    return Facts(
        contract.contract_number,
        f"{what}：合同{contract.contract_number}",
        owing(contract),
        amount_fen,
    )


def owing(contract: Contract) -> frozenset[UUID]:
    """Borrower and co-borrowers."""
    return frozenset(party.person_id for party in contract.parties if party.role in OWING)


def tail(number: str) -> str:
    """A card or account as the checker sees it (R-QRY-5)."""
    return f"尾号{number[-4:]}"
