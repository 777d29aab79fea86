"""The rules, pure: codes, cells of a row, periods of publication."""
