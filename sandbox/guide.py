"""What to try first, and a command that fills the bot with something to see: both from whoever starts the sandbox."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sandbox.refusals import Impossible, Json


@dataclass(frozen=True, slots=True)
class Guide:
    errands: Sequence[Json] = ()
    filler: Sequence[str] = ()  # the command and its arguments

    def view(self) -> Json:
        return {"errands": list(self.errands), "can_fill": bool(self.filler)}

    async def fill(self) -> Json:
        """What the command said last. Raises: Impossible, with its last words where it failed."""
        if not self.filler:
            raise Impossible("there is nothing to fill the bot with")
        process = await asyncio.create_subprocess_exec(
            *self.filler, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
        )
        said, _ = await process.communicate()
        last: Any = (said.decode(errors="replace").strip().splitlines() or [""])[-1]
        if process.returncode:
            raise Impossible(last or "it failed without a word")
        return {"said": last}
