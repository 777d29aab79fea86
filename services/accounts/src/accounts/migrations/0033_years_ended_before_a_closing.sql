-- What a closing payment settled of fund years that had ended and that no run had settled yet (R-WDR-12, R-INT-2).
ALTER TABLE reservation ADD COLUMN settled_interest_fen bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN reservation.settled_interest_fen IS
    'part of interest_fen + late_interest_fen that was booked as the yearly interest of ended fund years';
