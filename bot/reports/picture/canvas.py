"""A sheet to draw on: drawn twice as large and scaled down, so that edges are smooth."""

import re
from functools import lru_cache
from io import BytesIO

import font_manrope
from PIL import Image, ImageDraw, ImageFont

SCALE = 2
BACKGROUND, INK, GREY, LINE, SOFT = "#ffffff", "#1b1f24", "#6b7480", "#e4e8ee", "#f4f6f9"
BLUE, GREEN, AMBER, RED = "#2f6fde", "#1f8554", "#b86f0c", "#c23b34"
# What the font has: Latin, Greek, Cyrillic, punctuation, signs of money and №.
UNDRAWN = re.compile("[^ -\u024f\u0370-\u052f\u2010-\u2044\u20a0-\u20bf\u2116\u2212]")


@lru_cache
def _font(size: int, bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font_manrope.ManropeBold if bold else font_manrope.ManropeMedium, size * SCALE)


class Canvas:
    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self._image = Image.new("RGB", (width * SCALE, height * SCALE), BACKGROUND)
        self._draw = ImageDraw.Draw(self._image)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: int = 26,
        *,
        bold: bool = False,
        color: str = INK,
        to_right: bool = False,
    ) -> None:
        """`y`: the middle of the line."""
        shown, anchor = UNDRAWN.sub("", text), "rm" if to_right else "lm"
        self._draw.text((x * SCALE, y * SCALE), shown, font=_font(size, bold), fill=color, anchor=anchor)

    def fitted(self, text: str, size: int, width: float, *, bold: bool = False) -> str:
        """The text, or as much of it as fits."""
        text = UNDRAWN.sub("", text)
        if self.measure(text, size, bold=bold) <= width:
            return text
        while text and self.measure(text + "…", size, bold=bold) > width:
            text = text[:-1]
        return text.rstrip() + "…"

    def measure(self, text: str, size: int, *, bold: bool = False) -> float:
        return _font(size, bold).getlength(text) / SCALE

    def box(self, x: float, y: float, width: float, height: float, color: str, radius: float = 0) -> None:
        if width > 0 and height > 0:
            corners = (x * SCALE, y * SCALE, (x + width) * SCALE, (y + height) * SCALE)
            self._draw.rounded_rectangle(corners, min(radius, width / 2, height / 2) * SCALE, fill=color)

    def line(self, x: float, y: float, width: float, color: str = LINE) -> None:
        self.box(x, y, width, 1, color)

    def png(self) -> bytes:
        small = self._image.resize((self._image.width // SCALE, self._image.height // SCALE), Image.Resampling.BOX)
        out = BytesIO()
        small.save(out, "PNG", optimize=False, compress_level=6)
        return out.getvalue()
