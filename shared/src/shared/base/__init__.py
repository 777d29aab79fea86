"""What everything else stands on: settings, database, telemetry, clock, calendar, money, identifiers."""
