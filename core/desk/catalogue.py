"""The catalogue is replaced as a whole, whoever changed a word of it."""

from core.audit import Audited
from core.catalogue.model import CatalogueReplaced
from core.unit_of_work import UnitOfWork


def replace_catalogue(work: UnitOfWork, admin_id: int, text: str, **what: str) -> None:
    """`text` was checked by core.catalogue.parse; `what` of it changed. Used from the commit on."""
    action = "catalogue-changed" if what else "catalogue-replaced"
    work.add(
        CatalogueReplaced(text=text, at=work.now, by=admin_id),
        Audited(by=admin_id, action=action, at=work.now, values=what),
    )
