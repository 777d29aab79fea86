-- A whole name with the end of the ID number finds somebody in the whole city (ADR 24): the service hashes it for every account, by itself.
INSERT INTO account_to_index SELECT number FROM individual_account ON CONFLICT DO NOTHING;
