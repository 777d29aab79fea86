-- A contract's payments, and those that wait to be confirmed, were found by looking at every one.
CREATE INDEX disbursement_of_contract ON disbursement (contract_number);
CREATE INDEX contract_to_confirm ON contract (entered_at, contract_number) WHERE state = '6';
