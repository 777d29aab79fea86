-- One withdrawal: a transaction for each step at which money or promise must be durable before the next one.
\set account random(1, 100000)
\set high random(0, 4611686018427387903)
BEGIN;
INSERT INTO application VALUES (md5(:high::text || ':' || :account)::uuid, :account, 'submitted', NULL);
COMMIT;
BEGIN;
UPDATE account SET frozen_fen = frozen_fen + 1 WHERE id = :account;
INSERT INTO transfer VALUES (md5(:high::text || ':' || :account)::uuid, 'pending');
UPDATE application SET state = 'approved', fen = 1 WHERE id = md5(:high::text || ':' || :account)::uuid;
INSERT INTO payment_order VALUES (md5(:high::text || ':' || :account)::uuid, 'sent', 1, NULL);
INSERT INTO sms (application_id, state) VALUES (md5(:high::text || ':' || :account)::uuid, 'sent');
COMMIT;
BEGIN;
UPDATE payment_order SET state = 'succeeded', serial = 'B' WHERE id = md5(:high::text || ':' || :account)::uuid;
UPDATE application SET state = 'paid' WHERE id = md5(:high::text || ':' || :account)::uuid;
UPDATE transfer SET state = 'posted' WHERE id = md5(:high::text || ':' || :account)::uuid;
INSERT INTO entry (transfer_id, account_id, fen) VALUES (md5(:high::text || ':' || :account)::uuid, :account, -1), (md5(:high::text || ':' || :account)::uuid, 0, 1);
UPDATE account SET frozen_fen = frozen_fen - 1, posted_fen = posted_fen - 1, state = 'closed' WHERE id = :account;
INSERT INTO sms (application_id, state) VALUES (md5(:high::text || ':' || :account)::uuid, 'sent');
COMMIT;
