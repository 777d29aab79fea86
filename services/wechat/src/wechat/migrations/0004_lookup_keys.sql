-- While the lookup key is replaced, a WeChat user moves to the active one with all that hangs on it.
ALTER TABLE subscription DROP CONSTRAINT subscription_openid_hash_fkey,
    ADD CONSTRAINT subscription_openid_hash_fkey FOREIGN KEY (openid_hash) REFERENCES follower ON UPDATE CASCADE;
ALTER TABLE binding DROP CONSTRAINT binding_openid_hash_fkey,
    ADD CONSTRAINT binding_openid_hash_fkey FOREIGN KEY (openid_hash) REFERENCES follower ON UPDATE CASCADE;
