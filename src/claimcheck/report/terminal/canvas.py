"""Drawing: colours and weights on a colour terminal, marks where there is no colour; no markup is ever parsed."""

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.style import Style
from rich.table import Table
from rich.text import Text

from claimcheck.model import Article, Claim
from claimcheck.report.passages import Passage, Role
from claimcheck.report.places import Place
from claimcheck.report.words import Words

NARROWEST = 40
STYLES: dict[Role, str] = {"context": "", "claim": "bold", "differs": "bold underline magenta"}
TITLE = "bold"
QUIET = "dim"
SECTION = {"conflict": "bold red", "compatible": "bold magenta", "agree": "bold green"}
RANDOM_ID = re.compile(r"\x1b\]8;id=[^;]*;")
"""rich numbers links at random: without the numbers two runs give the same bytes."""
CLAIM_MARK = "**"
DIFFERS_MARK = "_"


@dataclass(frozen=True, slots=True)
class Page:
    """What every drawing needs: the words, the width in columns, whether there is colour.

    `links` gives, by the id of an article, the file to which its claims lead on a terminal that knows links.
    """

    words: Words
    width: int
    colour: bool
    links: Mapping[str, Place] = field(default_factory=dict)

    def linked(self, text: Text, article: Article, claim: Claim) -> Text:
        """The text as a link (OSC 8) to the place of a claim; as it is where there is no file or no colour."""
        place = self.links.get(article.id)
        if place and self.colour:
            text.stylize(Style(link=place.address(claim.start, claim.end)))
        return text

    def passage(self, shown: Passage) -> Text:
        """A claim in its sentence: bold and underlined in colour, `**claim**` and `_differing words_` without."""
        text, inside = Text(), False
        for words, role in shown.pieces:
            if inside != (role != "context"):
                text.append(self._mark(CLAIM_MARK))
                inside = not inside
            mark = self._mark(DIFFERS_MARK) if role == "differs" else ""
            text.append(f"{mark}{words}{mark}", style=STYLES[role])
        return text.append(self._mark(CLAIM_MARK) if inside else "")

    def section(self, title: str, style: str = TITLE) -> RenderableType:
        """A heading across the page."""
        return Padding(Rule(Text(title, style=style), align="left", style=style), (1, 0, 0, 0))

    def line(self, text: Text, indent: int = 2) -> RenderableType:
        """A text folded to one line."""
        short = text.copy()
        short.truncate(max(self.width - indent, 1), overflow="ellipsis")
        return Padding(short, (0, 0, 0, indent))

    def draw(self, parts: Iterable[RenderableType]) -> str:
        """The page as text; escape sequences only in colour."""
        console = Console(
            file=io.StringIO(),
            width=max(self.width, NARROWEST),
            force_terminal=self.colour,
            color_system="standard" if self.colour else None,
            no_color=not self.colour,
            markup=False,
            highlight=False,
            emoji=False,
            legacy_windows=False,
            _environ={},
        )
        for part in parts:
            console.print(part)
        drawn: str = console.file.getvalue()  # type: ignore[attr-defined]
        return "\n".join(line.rstrip() for line in RANDOM_ID.sub("\x1b]8;;", drawn).split("\n"))

    def _mark(self, mark: str) -> str:
        return "" if self.colour else mark


def room(width: int, *taken: str) -> int:
    """Columns left beside these texts."""
    return max(width - sum(cell_len(text) for text in taken), 20)


def hanging(lead: str, text: Text, width: int = 3) -> RenderableType:
    """A text whose further lines stand under its first word; `lead` is a number or bullet `width` columns wide."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=width, justify="right")
    grid.add_column()
    grid.add_row(Text(lead, style=TITLE), text)
    return grid


def abreast(parts: Sequence[RenderableType]) -> RenderableType:
    """Parts side by side, equally wide."""
    grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
    for _ in parts:
        grid.add_column(ratio=1)
    grid.add_row(*parts)
    return grid


def paragraph(text: Text, indent: int) -> RenderableType:
    """A text wrapped between words, indented."""
    return Padding(text, (0, 0, 0, indent))
