-- What registers told that two people are to look at before it is paid (R-WDR-22, 40): codes of review reasons.
ALTER TABLE application ADD COLUMN doubts text NOT NULL DEFAULT '';
COMMENT ON COLUMN application.doubts IS 'codes of review reasons that the facts gave, parted by blanks; empty where there is no doubt';
