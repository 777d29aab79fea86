"""The types of withdrawal, one file each; a new one is a file here, a line below, a policy row, its texts."""

from withdrawals.rules.build import BUILD
from withdrawals.rules.contract_ended import CONTRACT_ENDED
from withdrawals.rules.hardship import HARDSHIP
from withdrawals.rules.illness import ILLNESS
from withdrawals.rules.loan_repaid import LOAN_REPAID
from withdrawals.rules.model import WithdrawalType
from withdrawals.rules.other import OTHER
from withdrawals.rules.property_fee import PROPERTY_FEE
from withdrawals.rules.purchase import PURCHASE
from withdrawals.rules.renovation import RENOVATION
from withdrawals.rules.rent import RENT
from withdrawals.rules.repay_running import REPAY_RUNNING
from withdrawals.rules.retirement import RETIREMENT
from withdrawals.rules.sentenced import SENTENCED
from withdrawals.rules.settled_abroad import SETTLED_ABROAD
from withdrawals.rules.unable_to_work import UNABLE_TO_WORK

SEED: tuple[WithdrawalType, ...] = (
    RETIREMENT,
    CONTRACT_ENDED,
    SENTENCED,
    SETTLED_ABROAD,
    LOAN_REPAID,
)
"""Those of 2019, which the account and the fund's own loans decide."""

CASES: tuple[WithdrawalType, ...] = (
    RENT,
    PURCHASE,
    BUILD,
    REPAY_RUNNING,
    RENOVATION,
    PROPERTY_FEE,
    UNABLE_TO_WORK,
    ILLNESS,
    HARDSHIP,
    OTHER,
)
"""Those of the law beside them (R-WDR-16), for which registers are asked; a policy row switches each on."""

TYPES = (*SEED, *CASES)
