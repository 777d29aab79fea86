"""The rules of loans: pure functions and one aggregate, no I/O, money in fen, rates as Decimal."""
