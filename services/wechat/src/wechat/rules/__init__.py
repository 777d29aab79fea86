"""Pure rules: which businesses there are, how a notice looks, what an answer of WeChat comes to."""
