"""Policy with effective days on the desk: drafted, held against what holds, tried, decided by two people."""
