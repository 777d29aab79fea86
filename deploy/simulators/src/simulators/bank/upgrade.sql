-- A book from before there were debits: its entries move into the table as it is now. Nothing is lost.
INSERT INTO entry (number, kind, amount_fen, serial, booked_on, value_on, end_to_end_id, party, remittance,
                   reason_code, reason_text, reference)
SELECT number, kind, amount_fen, serial, booked_on, value_on, end_to_end_id, party, remittance,
       reason_code, reason_text, reference
FROM entry_before;
DROP TABLE entry_before;
ALTER TABLE card ADD COLUMN balance_fen INTEGER NOT NULL DEFAULT 10000000000 CHECK (balance_fen >= 0);
ALTER TABLE payment ADD COLUMN debit INTEGER NOT NULL DEFAULT 0 CHECK (debit IN (0, 1));
