"""Records of a Work as named statements: one function a record, a room for each kind.

The rooms register their functions when they are imported.
"""

from storage.statements import statements
from storage.writes import administration, dialogs, erasure, messages, outbox, people

__all__ = ["administration", "dialogs", "erasure", "messages", "outbox", "people", "statements"]
