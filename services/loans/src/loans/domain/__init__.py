"""The things that loans speaks of, as types; no rule, no I/O."""
