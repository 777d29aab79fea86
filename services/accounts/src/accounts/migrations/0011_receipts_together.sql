-- Several receipts may pay one list together, and the reference of a list is found inside a note (R-DEP-7).
ALTER TABLE receipt ADD COLUMN reference text;
COMMENT ON COLUMN receipt.reference IS 'payment reference of a list that was found in the note';
UPDATE receipt SET reference = list.payment_reference FROM remittance_list AS list
    WHERE list.payment_reference = receipt.remittance_information;
DROP INDEX r_dep_8_one_receipt_per_list;
DROP INDEX receipt_in_suspense;
CREATE INDEX receipt_by_list ON receipt (list_id) WHERE list_id IS NOT NULL;
CREATE INDEX receipt_for_a_list ON receipt (reference) WHERE list_id IS NULL AND reference IS NOT NULL;
COMMENT ON COLUMN remittance_list.bank_serial IS 'of the last receipt, by its value date';

-- Who may cancel a confirmed list that nobody pays: the centre, by two people (R-CHG-6).
INSERT INTO proposal_policy (kind, effective_from, decider, deadline_hours)
VALUES ('remittance_list.cancel', '2002-03-24', 'checker', 168);
