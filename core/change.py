"""What storage is to keep, as typed records: each kind has its statement in storage/writes."""


class Change:
    """One change of a UnitOfWork: a frozen record beside its noun."""

    __slots__ = ()
