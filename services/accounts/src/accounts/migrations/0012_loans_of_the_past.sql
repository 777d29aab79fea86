-- Loans that were paid out before this system (期初): lent already, against an account of their own.
DO $$
DECLARE
    kinds text;
BEGIN
    SELECT substring(pg_get_constraintdef(oid) FROM 'ARRAY\[(.*)\]') INTO kinds
    FROM pg_constraint WHERE conname = 'known_kind' AND conrelid = 'ledger_account'::regclass;
    ALTER TABLE ledger_account DROP CONSTRAINT known_kind;
    EXECUTE format('ALTER TABLE ledger_account ADD CONSTRAINT known_kind
                    CHECK (kind IN (%s, %L))', kinds, 'loan_opening');
END $$;
INSERT INTO ledger_account (kind, number) VALUES ('loan_opening', 'loans-of-the-past');

ALTER TABLE loan_money DROP CONSTRAINT known_loan_money, ADD CONSTRAINT known_loan_money CHECK (kind IN
    ('disbursement', 'disbursement_return', 'debit', 'debit_reversal', 'repayment', 'repayment_reversal',
     'opening', 'opening_repayment'));
