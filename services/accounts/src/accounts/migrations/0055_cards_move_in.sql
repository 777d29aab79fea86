-- A card to which an older system paid somebody's withdrawals comes with the account, sealed with its person; counted here.
ALTER TABLE moving_in_row ADD COLUMN has_card boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN moving_in_row.person_sealed IS 'name, document, phone and card; empty once the account is open';
COMMENT ON COLUMN moving_in_row.has_card IS 'an own card (收款银行卡) was given';
