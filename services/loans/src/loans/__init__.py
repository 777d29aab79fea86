"""Fund loans (公积金贷款): contracts, schedules, repayments, offset agreements, payoff facts."""
