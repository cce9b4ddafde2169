"""Sheets that are written row by row, so that a million of them needs no more memory than ten.

What people wrote is a string and nothing else: no formula, no link.
"""

import asyncio
from collections.abc import AsyncIterable, Iterable, Sequence
from datetime import datetime
from typing import IO, Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

AT_ONCE = 500
MOST_ROWS = 1_048_576  # of a sheet, in Excel
LONGEST = 32_767  # characters of a cell
Cell = str | int | float | datetime | None
Row = Sequence[Cell]


class Book:
    def __init__(self, file: IO[bytes]) -> None:
        self._book = Workbook(file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
        self._moment = self._book.add_format({"num_format": "dd.mm.yyyy hh:mm"})
        self._head = self._book.add_format({"bold": True, "bg_color": "#E4E8EE", "text_wrap": True, "valign": "top"})

    async def write(self, title: str, columns: Sequence[tuple[str, int]], rows: AsyncIterable[Row]) -> None:
        """`columns`: heading and width. What is more than a sheet takes goes on in another."""
        sheet = self._begin(title, columns)
        at, sheets, batch = 1, 1, []
        async for row in rows:
            batch.append(row)
            if len(batch) == AT_ONCE:
                await asyncio.to_thread(self._put, sheet, at, batch)
                at, batch = at + len(batch), []
            if at + len(batch) == MOST_ROWS:
                await asyncio.to_thread(self._put, sheet, at, batch)
                sheet.autofilter(0, 0, MOST_ROWS - 1, len(columns) - 1)
                at, sheets, batch = 1, sheets + 1, []
                sheet = self._begin(f"{title} {sheets}", columns)
        await asyncio.to_thread(self._put, sheet, at, batch)
        sheet.autofilter(0, 0, at + len(batch) - 1, len(columns) - 1)

    async def close(self) -> None:
        await asyncio.to_thread(self._book.close)

    def _begin(self, title: str, columns: Sequence[tuple[str, int]]) -> Worksheet:
        sheet = self._book.add_worksheet(title)
        sheet.freeze_panes(1, 0)
        for number, (heading, width) in enumerate(columns):
            sheet.set_column(number, number, width)
            sheet.write_string(0, number, heading, self._head)
        return sheet

    def _put(self, sheet: Worksheet, at: int, rows: Iterable[Row]) -> None:
        for offset, row in enumerate(rows):
            for column, cell in enumerate(row):
                self._cell(sheet, at + offset, column, cell)

    def _cell(self, sheet: Worksheet, row: int, column: int, cell: Any) -> None:
        if cell is None or cell == "":
            return
        if isinstance(cell, str):
            sheet.write_string(row, column, cell[:LONGEST])
        elif isinstance(cell, datetime):
            sheet.write_datetime(row, column, cell, self._moment)
        else:
            sheet.write_number(row, column, cell)
