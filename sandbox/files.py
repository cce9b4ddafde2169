"""Files: what Telegram keeps of them, and the bytes, real or made up."""

import mimetypes
import secrets
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

from sandbox.refusals import Json, bad_request

DOWNLOAD_LIMIT = 20 << 20
# Ids begin as Telegram's do, so that one can tell them apart in a log.
PREFIXES = {
    "photo": "AgACAgI", "document": "BQACAgI", "video": "BAACAgI", "animation": "CgACAgI", "audio": "CQACAgI",
    "voice": "AwACAgI", "video_note": "DQACAgI", "sticker": "CAACAgI",
}  # fmt: skip
TYPE_NAMES = {"photo": "Photo", "sticker": "Sticker", "voice": "VoiceNote", "video_note": "VideoNote"}
FOLDERS = {"photo": "photos", "video": "videos", "voice": "voice", "audio": "music", "sticker": "stickers"}
ENDINGS = {
    "photo": ".jpg", "video": ".mp4", "animation": ".mp4", "audio": ".mp3", "voice": ".oga",
    "video_note": ".mp4", "sticker": ".webp",
}  # fmt: skip
MIMES = {
    "photo": "image/jpeg", "video": "video/mp4", "animation": "video/mp4", "audio": "audio/mpeg",
    "voice": "audio/ogg", "video_note": "video/mp4", "sticker": "image/webp",
}  # fmt: skip


@dataclass(slots=True)
class File:
    id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    size: int
    width: int = 0
    height: int = 0

    @property
    def path(self) -> str:
        """As getFile tells it."""
        return f"{FOLDERS.get(self.kind, 'documents')}/file_{self.unique_id}{Path(self.name).suffix}"


class Files:
    """Bytes that somebody sent are kept in memory, or in a folder; a made-up file is made anew each time."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._bytes: dict[str, bytes] = {}
        self.known: dict[str, File] = {}
        self.by_path: dict[str, File] = {}

    def add(self, kind: str, *, name: str = "", mime: str = "", size: int = 0, content: bytes | None = None) -> File:
        unique = secrets.token_urlsafe(11)
        name = name or f"{kind}{ENDINGS.get(kind, '')}"
        width, height = picture_size(content) if content else (0, 0)
        file = File(
            id=f"{PREFIXES[kind]}{secrets.token_urlsafe(36)}",
            unique_id=unique,
            kind=kind,
            name=name,
            mime=mime or mimetypes.guess_type(name)[0] or MIMES.get(kind, "application/octet-stream"),
            size=len(content) if content is not None else size,
            width=width or (1280 if kind in ("photo", "video", "animation") else 0),
            height=height or (960 if kind == "photo" else 720 if kind in ("video", "animation") else 0),
        )
        if content is not None:
            self._keep(unique, content)
        return self.remember(file)

    def remember(self, file: File) -> File:
        self.known[file.id] = file
        self.by_path[file.path] = file
        return file

    def forget(self) -> None:
        self.known.clear()
        self.by_path.clear()
        self._bytes.clear()

    def find(self, file_id: str, kind: str) -> File:
        """The file that a bot names to send it again."""
        file = self.known.get(file_id)
        if file is None:
            raise bad_request(unknown(file_id))
        if (file.kind == "photo") != (kind == "photo"):
            was, wanted = (TYPE_NAMES.get(one, one.title()) for one in (file.kind, kind))
            raise bad_request(f"can't use file of type {was} as {wanted}")
        return file

    def content(self, file: File) -> bytes:
        if file.unique_id in self._bytes:
            return self._bytes[file.unique_id]
        if self._folder and (kept := self._folder / file.unique_id).exists():
            return kept.read_bytes()
        return made_up(file)

    def _keep(self, unique: str, content: bytes) -> None:
        if self._folder:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / unique).write_bytes(content)
        else:
            self._bytes[unique] = content

    def get_file(self, file_id: str) -> Json:
        """Bot API File."""
        file = self.known.get(file_id)
        if file is None:
            raise bad_request("invalid file_id")
        if file.size > DOWNLOAD_LIMIT:
            raise bad_request("file is too big")
        return {
            "file_id": file.id,
            "file_unique_id": file.unique_id,
            "file_size": file.size,
            "file_path": file.path,
        }


def unknown(file_id: str) -> str:
    if file_id.startswith(("http://", "https://")):
        return "failed to get HTTP URL content"  # this Telegram is in no network
    if "." in file_id or not file_id:
        return "wrong file identifier/HTTP URL specified"
    return "wrong remote file identifier specified: can't unserialize it. Wrong last symbol"


def made_up(file: File) -> bytes:
    if file.kind == "photo":
        return picture(file.unique_id)
    line = f"{file.name}: made up by the sandbox, {file.size} bytes\n".encode()
    return (line * (file.size // len(line) + 1))[: file.size]


def picture(seed: str, width: int = 320, height: int = 240) -> bytes:
    """A calm PNG: one colour of its own that grows lighter downwards."""
    red, green, blue = (90 + byte % 110 for byte in zlib.crc32(seed.encode()).to_bytes(4, "big")[:3])
    rows = b"".join(
        b"\0" + bytes(min(255, part + 60 * y // height) for part in (red, green, blue)) * width for y in range(height)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks
    )


def picture_size(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG, GIF or JPEG; zeros for all else."""
    if content[:8] == b"\x89PNG\r\n\x1a\n":
        return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")
    if content[:4] == b"GIF8":
        return int.from_bytes(content[6:8], "little"), int.from_bytes(content[8:10], "little")
    return _jpeg_size(content) if content[:2] == b"\xff\xd8" else (0, 0)


def _jpeg_size(content: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return (
                int.from_bytes(content[at + 7 : at + 9], "big"),
                int.from_bytes(content[at + 5 : at + 7], "big"),
            )
        at += 2 + length
    return 0, 0
