"""What reading a Doc for reports yields: one report, and the whole scene of a Doc."""

from bisect import bisect_left
from dataclasses import dataclass

from claimcheck.italian.clauses.asides import SourceFrame
from claimcheck.italian.clauses.contents import Content
from claimcheck.italian.clauses.phrases import Phrase
from claimcheck.italian.clauses.verbgroups import CueMatch
from claimcheck.italian.marks import Marked
from claimcheck.italian.names import Names


@dataclass(frozen=True, slots=True)
class Report:
    """Who says what: `cue` tokens [first, last], resolved `source`, its `mention` phrase, `content`, `via`."""

    first: int
    last: int
    match: CueMatch | None
    source: str | None
    mention: Phrase | None
    how: str
    content: Content | None = None
    via: tuple[str, ...] = ()
    frame: SourceFrame | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """One Doc read for reports: its marks, names, cues and reports in order; `inner` are cues inside quoted words."""

    marks: tuple[Marked, ...]
    names: Names
    cues: tuple[CueMatch, ...]
    reports: tuple[Report, ...]
    inner: tuple[CueMatch, ...] = ()

    def between(self, start: int, end: int) -> tuple[Report, ...]:
        """The reports whose cue begins in the tokens [start, end)."""
        low = bisect_left(self.reports, start, key=_first)
        return self.reports[low : bisect_left(self.reports, end, lo=low, key=_first)]


def _first(report: Report) -> int:
    return report.first
