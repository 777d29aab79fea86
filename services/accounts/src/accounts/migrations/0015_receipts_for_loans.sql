-- A bank receipt that repays a loan leaves suspense for it, whole and once, before the loan is repaid.
ALTER TABLE receipt
    ADD COLUMN loan_claim uuid CONSTRAINT a_claim_takes_one_receipt UNIQUE,
    ADD CONSTRAINT a_receipt_pays_once CHECK (loan_claim IS NULL OR list_id IS NULL);
COMMENT ON COLUMN receipt.loan_claim IS 'the claim of a loan that it repays';

ALTER TABLE loan_money
    DROP CONSTRAINT known_loan_money,
    ADD CONSTRAINT known_loan_money CHECK (kind IN (
        'disbursement', 'disbursement_return', 'debit', 'debit_reversal', 'repayment', 'repayment_reversal',
        'opening', 'opening_repayment', 'receipt')),
    DROP CONSTRAINT known_source,
    ADD CONSTRAINT known_source CHECK (source IN ('card', 'account', 'counter', 'transfer'));
