"""Where the text of an article begins in the file it was read from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """The lines before the text and, where line ends allow, the characters (Unicode code points, no BOM).

    `uri` is the absolute address of the file.
    """

    lines: int = 0
    offset: int | None = 0
    uri: str = ""

    def address(self, start: int, end: int) -> str:
        """The address of a stretch of the text: `file:///a.txt#char=10,20` (RFC 5147)."""
        return self.uri if self.offset is None else f"{self.uri}#char={start + self.offset},{end + self.offset}"
