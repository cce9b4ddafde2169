"""What storage is to keep, as typed records: each kind has its statement in storage/writes."""


class Change:
    """One record of a UnitOfWork."""

    __slots__ = ()
