"""What may stand in callback data. Buttons can be forged: what no button of ours carries is read as no button."""

from typing import Annotated

from pydantic import Field

Number = Annotated[int, Field(ge=1, lt=2**53)]  # of a dialog
Page = Annotated[int, Field(ge=0, lt=100_000)]
