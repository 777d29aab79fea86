-- An order is made of every approval, also of one whose card or holder cannot be opened or written: the order says
-- so to the others, where a message set aside said nothing to anybody. Its tail is not known then.
ALTER TABLE payment_order DROP CONSTRAINT r_chk_2_card_tail, ADD CONSTRAINT r_chk_2_card_tail
    CHECK (card_tail ~ '^([0-9]{4})?$');

-- Two of the staff may conclude an order that cannot be opened and therefore never leaves.
DROP TRIGGER final_states_stay ON payment_order;
CREATE TRIGGER final_states_stay BEFORE UPDATE OF state ON payment_order FOR EACH ROW
    WHEN (OLD.state <> NEW.state AND NOT (
        (OLD.state = 'to_send' AND NEW.state IN ('sent', 'succeeded'))
        OR (OLD.state = 'to_send' AND NEW.state = 'failed' AND OLD.attention = 'unreadable')
        OR (OLD.state = 'sent' AND NEW.state IN ('to_send', 'succeeded', 'failed', 'unknown'))
        OR (OLD.state = 'unknown' AND NEW.state IN ('to_send', 'succeeded', 'failed'))
        OR (OLD.state = 'succeeded' AND NEW.state = 'returned')))
    EXECUTE FUNCTION refuse_illegal_move();
