"""What every process holds in memory: it is read again where its version has changed."""

from dataclasses import dataclass
from typing import Protocol

from core.admins import AdminAppointed, AdminRevoked
from core.catalogue.model import CatalogueReplaced
from core.change import Change
from core.live_settings import SettingChanged
from core.threads import GroupMoved

CONFIG_CHANGES = (CatalogueReplaced, SettingChanged, AdminAppointed, AdminRevoked, GroupMoved)


@dataclass(frozen=True, slots=True)
class ConfigRead(Change):
    """What is decided is decided on this version; a Conflict where another one is kept by now."""

    version: int


class ConfigReads(Protocol):
    async def config_version(self) -> int:
        """Counts the changes of the config."""
