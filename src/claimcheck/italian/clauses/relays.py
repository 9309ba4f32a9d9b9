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
    announced: dict[int, list[Report]] = {}
    for report in reports:
        if report.match is not None and report.match.clitic == "lo" and report.content is None:
            announced.setdefault(sentence_bounds(doc, report.first)[0], []).append(report)
        if report.source and report.frame is not None and relays_words(doc, report):
            relays.setdefault(sentence_bounds(doc, report.first)[0], []).append(report)
    out = []
    for report in reports:
        outlets = [
            r.source for r in relays.get(sentence_bounds(doc, report.first)[0], []) if r is not report and r.source
        ]
        following = announced.get(sentence_bounds(doc, report.first)[1], [])  # Lo riporta X, in the next sentence
        outlets += [r.source for r in following if r.source and relays_words(doc, r)]
        told = _told_to(doc, report, names) if report.match is not None else None
        chain = [*outlets, *report.via, *([told] if told else [])]
        mine = tuple(dict.fromkeys(n for n in chain if n and n != report.source))
        out.append(replace(report, via=mine) if report.match is not None else report)
    return out


def relays_words(doc: Doc, report: Report) -> bool:
    """True if the source of a report is an outlet: an agency, a paper, the media."""
    if report.mention is None:
        return False
    head = head_noun(doc, report.mention)
    if head is None:
        return False
    return head.lower_ in outlet_nouns() or (report.how == "come" and head.ent_type_ != "PER")


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
