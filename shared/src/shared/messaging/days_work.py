"""What a day's work tells many at once: it has queues of its own, so that nobody who waits is behind it."""

from shared.messages import accounts as a
from shared.messages import changes as c
from shared.messages import deposits as dp
from shared.messages import gateway as g
from shared.messages import loans as ln
from shared.messages import registrations as rg
from shared.messages import withdrawals as w

BY_A_DAYS_WORK = (
    w.WithdrawalReminded,
    w.WithdrawalAgreementTold,
    a.IndividualAccountSealed,
    a.IndividualAccountUnsealed,
    c.IndividualAccountTransferred,
    a.EmployerReminded,
    dp.ContributionMissed,
    c.EmployerAsked,
    c.HardshipAnswered,
    rg.RegistrationAnswered,
    ln.LoanRepaid,
    ln.LoanRepaymentDueSoon,
    ln.LoanOverdue,
    ln.LoanDebitFailed,
)
"""Facts of which there may be a hundred thousand in a minute."""
CODES = (
    g.LoginCodeIssued,
    g.ConfirmationCodeIssued,
    g.StaffActivationIssued,
    rg.RegistrationCodeIssued,
)
"""What somebody waits for in front of a page."""
