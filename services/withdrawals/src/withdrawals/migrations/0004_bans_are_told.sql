-- A ban bars loans too (R-WDR-14): those that were confirmed before loans could hear of them are told now.
WITH known AS (
    SELECT * FROM ban WHERE confirmed_at IS NOT NULL
), told AS (
    SELECT 'ban.imposed.v1' AS type, 1 AS sequence, known.* FROM known
    UNION ALL
    SELECT 'ban.lifted.v1', 2, known.* FROM known WHERE lifted_at IS NOT NULL
), numbered AS (
    INSERT INTO subject_sequence (subject, last_sequence)
    SELECT id::text, max(sequence) FROM told GROUP BY id ON CONFLICT DO NOTHING
)
INSERT INTO outbox (message_id, type, subject, sequence, occurred_at, traceparent, body)
SELECT gen_random_uuid(), type, id::text, sequence, now(),
       format('00-%s-%s-01', md5(id::text), left(md5(id::text), 16)),
       json_build_object('ban_id', id, 'person_id', person_id, 'cause', cause, 'found_on', found_on,
                         'ends_on', ends_on)::text
FROM told ORDER BY id, sequence;
