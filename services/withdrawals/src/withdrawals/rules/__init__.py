"""The types of withdrawal, one file each; a new one is a file here, its line below, its policy row."""

from withdrawals.rules.contract_ended import CONTRACT_ENDED
from withdrawals.rules.loan_repaid import LOAN_REPAID
from withdrawals.rules.model import WithdrawalType
from withdrawals.rules.retirement import RETIREMENT
from withdrawals.rules.sentenced import SENTENCED
from withdrawals.rules.settled_abroad import SETTLED_ABROAD

TYPES: tuple[WithdrawalType, ...] = (
    RETIREMENT,
    CONTRACT_ENDED,
    SENTENCED,
    SETTLED_ABROAD,
    LOAN_REPAID,
)
