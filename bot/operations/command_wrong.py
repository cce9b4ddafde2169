"""A command on the command line that can't do what it was asked."""


class CommandWrong(Exception):
    """The sentence says why."""
