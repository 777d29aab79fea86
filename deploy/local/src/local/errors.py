"""What can stand in the way of a start, each said in one clear sentence."""


class CannotStart(Exception):
    """The sentence to print instead of a traceback."""
