"""Outlets that pass on somebody else's words: the chain of sources between the speaker and the article."""

from dataclasses import replace

from spacy.tokens import Doc

from claimcheck.italian.clauses.phrases import head_noun, phrase_from
from claimcheck.italian.clauses.subjects import sentence_bounds
from claimcheck.italian.clauses.types import Report
from claimcheck.italian.cues import outlet_nouns
from claimcheck.italian.grammar import QUOTE_CLOSE, A
from claimcheck.italian.names import Names


def with_relays(doc: Doc, reports: list[Report], names: Names) -> list[Report]:
    """Outlets that pass on another report of their sentence become its `via`, outermost first."""
    relays: dict[int, list[Report]] = {}
    for report in reports:
        if report.source and report.frame is not None and relays_words(doc, report):
            relays.setdefault(sentence_bounds(doc, report.first)[0], []).append(report)
    out = []
    for report in reports:
        outlets = [
            r.source for r in relays.get(sentence_bounds(doc, report.first)[0], []) if r is not report and r.source
        ]
        outlets += _reported_after(doc, report, reports)
        told = _told_to(doc, report, names) if report.match is not None else None
        chain = [*outlets, *report.via, *([told] if told else [])]
        mine = tuple(dict.fromkeys(n for n in chain if n and n != report.source))
        out.append(replace(report, via=mine) if report.match is not None else report)
    return out


def _reported_after(doc: Doc, report: Report, reports: list[Report]) -> list[str]:
    """The outlets of the next sentence's Lo riporta X."""
    _, end = sentence_bounds(doc, report.first)
    relays = [r for r in reports if end <= r.first <= end + 1 and r.match is not None and r.match.clitic == "lo"]
    return [r.source for r in relays if r.source and r.content is None and relays_words(doc, r)]


def relays_words(doc: Doc, report: Report) -> bool:
    """True if the source of a report is an outlet: an agency, a paper, the media."""
    if report.mention is None:
        return False
    head = head_noun(doc, report.mention)
    return report.how == "come" or (head is not None and head.lower_ in outlet_nouns())


def _told_to(doc: Doc, report: Report, names: Names) -> str | None:
    """ha dichiarato X all'agenzia TASS: the outlet that was told."""
    _, end = sentence_bounds(doc, report.first)
    for k in range(report.last + 1, min(end, report.last + 22)):
        if doc[k].lower_ in A and k + 1 < end and doc[k + 1].lower_ in outlet_nouns():
            phrase = phrase_from(doc, k + 1, end)
            if phrase:
                return names.resolve(phrase)
        if doc[k].lower_ == "che" or doc[k].text in QUOTE_CLOSE:
            return None
    return None
