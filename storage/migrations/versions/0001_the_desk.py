"""All that the desk keeps: people, dialogs, messages, the outbox, what admins keep, full text."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None

FOLDER = Path(__file__).parents[1] / "0001"

DIFFERS = {
    "sqlite": {
        "id": "INTEGER PRIMARY KEY",  # the one spelling that needs no second tree
        "identity": "INTEGER PRIMARY KEY AUTOINCREMENT",
        "without_rowid": " WITHOUT ROWID",
    },
    "postgresql": {
        "id": "BIGINT PRIMARY KEY",
        "identity": "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
        "without_rowid": "",
    },
}


def upgrade() -> None:
    dialect = op.get_context().dialect.name
    for file in sorted([*FOLDER.glob("*.sql"), *FOLDER.glob(f"{dialect}/*.sql")], key=lambda file: file.name):
        schema = file.read_text(encoding="utf-8").format(**DIFFERS[dialect])
        for statement in schema.split(";\n\n"):
            op.execute(statement)
