-- A device speaks for one channel, which is whatever is logged in through it; nobody says it of themselves.

ALTER TABLE device_credential
    ADD COLUMN channel text NOT NULL DEFAULT 'kiosk'
        CONSTRAINT channel_is_known CHECK (channel IN ('kiosk', 'hotline', 'wechat'));
