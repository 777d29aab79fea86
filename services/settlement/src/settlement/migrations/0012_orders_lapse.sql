-- An order that waited too long is not sent any more: the bank is asked about it, and its word ends it (R-WDR-13).

DROP TRIGGER final_states_stay ON payment_order;
CREATE TRIGGER final_states_stay BEFORE UPDATE OF state ON payment_order FOR EACH ROW
    WHEN (OLD.state <> NEW.state AND NOT (
           (OLD.state = 'to_send' AND NEW.state IN ('sent', 'succeeded', 'unknown'))
        OR (OLD.state = 'to_send' AND NEW.state = 'failed' AND OLD.attention = 'unreadable')
        OR (OLD.state = 'sent' AND NEW.state IN ('to_send', 'succeeded', 'failed', 'unknown'))
        OR (OLD.state = 'unknown' AND NEW.state IN ('to_send', 'succeeded', 'failed'))
        OR (OLD.state = 'succeeded' AND NEW.state = 'returned')))
    EXECUTE FUNCTION refuse_illegal_move();
