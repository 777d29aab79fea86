-- Policy is put in force by migrations, and by the owner of the database who then adopts the row; never by the service.
REVOKE INSERT ON policy FROM withdrawals;
CREATE TRIGGER renew_rule_book AFTER INSERT OR UPDATE OR DELETE ON adopted_policy
    FOR EACH STATEMENT EXECUTE FUNCTION renew_rule_book();
