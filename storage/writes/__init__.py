"""Records of a UnitOfWork as named statements: one function a record, a room for each kind.

The rooms register their functions when they are imported.
"""

from storage.statements import statements
from storage.writes import administration, dialog, erasure, message, outbox, person

__all__ = ["administration", "dialog", "erasure", "message", "outbox", "person", "statements"]
