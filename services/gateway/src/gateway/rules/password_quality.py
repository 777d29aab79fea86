"""Which passwords are too easily guessed (NIST SP 800-63B: length and a list of common ones). Pure.

The list and the estimate are those of zxcvbn: common passwords and names, dates, keyboard runs, repeats.
"""

LEAST_CHARACTERS = 12
LOOKED_AT_CHARACTERS = 72
"""Of a long password; the estimate takes time with the square of the length."""
LEAST_SCORE = 3
"""Of 4: at least 10^8 guesses, where each costs an argon2id hash."""
OURS = ("gongjijin", "gjj", "zhufang", "provident", "fund", "dezhou", "12329")


def is_easily_guessed(password: str, login: str) -> bool:
    """Whether a password is common, made of the login or our own name, or too short to hold."""
    # Its lists take as much memory as a tenth of the service; few processes are ever asked.
    from zxcvbn import zxcvbn  # type: ignore[import-untyped]  # noqa: PLC0415

    found = zxcvbn(password[:LOOKED_AT_CHARACTERS], user_inputs=[login, *login.split("."), *OURS])
    return len(password) < LEAST_CHARACTERS or int(found["score"]) < LEAST_SCORE
