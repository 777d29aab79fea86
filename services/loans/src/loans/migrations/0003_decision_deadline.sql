-- R-LOAN-8: within how many days the centre decides about a loan; 10 instead of 15 under Decree 844.
ALTER TABLE loan_policy ADD COLUMN decide_days integer NOT NULL DEFAULT 15
    CONSTRAINT decided_within_a_month CHECK (decide_days BETWEEN 1 AND 31);

INSERT INTO loan_policy (effective_from, penalty_factor, penalty_on_interest, payoff_for_co_borrower,
                         debit_days, due_soon_days, early_per_month, early_minimum_fen, decide_days, source)
SELECT '2026-09-20', penalty_factor, penalty_on_interest, payoff_for_co_borrower, debit_days,
       due_soon_days, early_per_month, early_minimum_fen, 10, '国务院令第844号：贷款审批期限由15日改为10日'
FROM loan_policy WHERE effective_from = '2015-08-26';
