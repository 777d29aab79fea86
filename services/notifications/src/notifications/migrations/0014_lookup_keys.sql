-- While the lookup key is replaced, a number's route is found under either key and moved to the active one.
DO $$
BEGIN
    EXECUTE format('GRANT UPDATE (phone_hash) ON sms_route TO %I', regexp_replace(current_user, '_owner$', ''));
END $$;
