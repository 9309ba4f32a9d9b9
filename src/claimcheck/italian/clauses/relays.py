"""Outlets that pass on somebody else's words: the chain of sources between the speaker and the article."""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc, Token

from claimcheck.italian.clauses.phrases import Phrase, can_speak, head_noun, phrase_from, phrase_to
from claimcheck.italian.clauses.surface import lowered, sentence_bounds
from claimcheck.italian.clauses.types import Report
from claimcheck.italian.cues import outlet_names, outlet_nouns, relay_leads, relay_words, speech_nouns
from claimcheck.italian.grammar import AVERE, DA, DETERMINERS, IN, QUOTE_CLOSE, SU, A
from claimcheck.italian.marks import Marked
from claimcheck.italian.names import Names

_NOUN_REACH = 9  # tokens from a noun of speech to the outlet it was made to


def with_relays(doc: Doc, reports: list[Report], names: Names, marks: tuple[Marked, ...]) -> list[Report]:
    """Outlets that pass on another report of their sentence become its `via`, outermost first."""
    relays: dict[int, list[Report]] = {}
    through = _mediums(doc, names, marks)
    announced: dict[int, list[Report]] = {}
    for report in reports:
        if report.match is not None and report.match.clitic == "lo" and report.content is None:
            announced.setdefault(sentence_bounds(doc, report.first)[0], []).append(report)
        relay = relays_words(doc, report) or second_hand(doc, report, reports)
        if report.source and report.frame is not None and relay:
            relays.setdefault(sentence_bounds(doc, report.first)[0], []).append(report)
    out = []
    for report in reports:
        passing = [r for r in relays.get(sentence_bounds(doc, report.first)[0], []) if r is not report]
        outlets = [name for r in passing for name in (*r.via, r.source)]
        following = announced.get(sentence_bounds(doc, report.first)[1], [])  # Lo riporta X, in the next sentence
        outlets += [r.source for r in following if r.source and relays_words(doc, r)]
        verbal = report.match is not None or report.how == "come"
        told = through.get(sentence_bounds(doc, report.first)[0], []) if report.match is not None else []
        spoken = _told_to(doc, report, names) if verbal else None
        chain = [*outlets, *_holders(doc, report, reports), *report.via, *told, *([spoken] if spoken else [])]
        mine = tuple(dict.fromkeys(n for n in chain if n and n != report.source))
        out.append(replace(report, via=mine) if verbal else report)
    return out


def _holders(doc: Doc, report: Report, reports: list[Report]) -> list[str]:
    """Who reports the report itself, outermost first: X ha sostenuto che Y avrebbe detto …."""
    around = [
        r
        for r in reports
        if r is not report and r.content is not None and r.content.start <= report.first < r.content.end
        if r.mention is None or can_speak(doc, r.mention)
        if r.content.construction != "acc" or (report.match is not None and report.match.form.mood == "infinitive")
    ]
    around.sort(key=lambda r: r.content.start - r.content.end if r.content else 0)
    return [r.source for r in around if r.source]


def relays_words(doc: Doc, report: Report) -> bool:
    """True if the source of a report is an outlet: an agency, a paper, the media."""
    if report.mention is None:
        return False
    head = head_noun(doc, report.mention)
    return passes_on(doc, report.mention) or (head is not None and report.how == "come" and head.ent_type_ != "PER")


def second_hand(doc: Doc, report: Report, reports: Iterable[Report]) -> bool:
    """“…”, ha detto X, secondo quanto riferisce Y: Y passes on a quote, whatever Y is."""
    if report.how != "secondo-quanto":
        return False
    start = sentence_bounds(doc, report.first)[0]
    spoken = (r for r in reports if r.match is not None and r.how == "inversion" and r.content is None)
    return any(start <= r.first < report.first for r in spoken)


def passes_on(doc: Doc, phrase: Phrase) -> bool:
    """True if a phrase is an outlet: its first word after the determiners, its head when an adjective comes first."""
    first = next((doc[k] for k in range(*phrase) if doc[k].lower_ not in DETERMINERS), None)
    head = head_noun(doc, phrase)
    if any(t is not None and t.lower_ in outlet_nouns() for t in (first, head)):
        return True
    return first is not None and _known(first)


def _known(name: Token) -> bool:
    """True for the name of an outlet: Bbc, Corriere (della Sera)."""
    return name.text[:1].isupper() and name.ent_type_ != "PER" and name.lower_ in outlet_names()


def _mediums(doc: Doc, names: Names, marks: tuple[Marked, ...]) -> dict[int, list[str]]:
    """By first token of the sentence, the outlets through which its speaker spoke, outside quotation marks.

    Una dichiarazione rilasciata ai media russi; in un'intervista al Corriere; attraverso il quotidiano Avvenire;
    intervistato da Repubblica.
    """
    found: dict[int, list[str]] = {}
    leads = relay_leads()
    for i, word in enumerate(lowered(doc)[:-1]):
        phrase = _medium_after(doc, i) if word in leads else None
        if phrase is None or any(m.start <= doc[i].idx < m.end for m in marks):
            continue
        name = names.resolve(phrase)
        if name:
            found.setdefault(sentence_bounds(doc, i)[0], []).append(name)
    return found


def _medium_after(doc: Doc, i: int) -> Phrase | None:
    """The outlet that the word at `i` leads to, as a noun phrase."""
    word, end = doc[i].lower_, sentence_bounds(doc, i)[1]
    if word in relay_words("through"):
        return _outlet_at(doc, i + 1, end, named=False)
    if word in relay_words("asked") and doc[i + 1].lower_ in DA | SU | IN:
        place = doc[i + 1].lower_ in IN and i + 2 < end and doc[i + 2].ent_type_ != "ORG"
        return _outlet_at(doc, i + 2, end, named=not place)  # in Rai, not in Sicilia
    if word in relay_words("passes"):
        return _passing(doc, i, end)
    if doc[i].pos_ != "NOUN" or word not in speech_nouns():
        return None
    appeared = False
    for k in range(i + 1, min(i + _NOUN_REACH, end - 1)):
        appeared = appeared or doc[k].lower_ in relay_words("appeared")
        if appeared and doc[k].lower_ in SU:
            return _outlet_at(doc, k + 1, end, named=True)
        if doc[k].is_punct or doc[k].lower_ in ("che", "e"):
            return None
        if doc[k].lower_ in A:
            return _outlet_at(doc, k + 1, end, named=word in relay_words("interview"))
    return None


def _passing(doc: Doc, i: int, end: int) -> Phrase | None:
    """L'agenzia X ha riportato le dichiarazioni di Y: the outlet, where a noun of speech is what it passes on."""
    passed = phrase_from(doc, i + 1, end)
    head = head_noun(doc, passed) if passed else None
    if head is None or head.lower_ not in speech_nouns():
        return None
    k = i
    while k > 0 and (doc[k - 1].lower_ in AVERE or doc[k - 1].pos_ == "ADV"):
        k -= 1
    outlet = phrase_to(doc, k, sentence_bounds(doc, i)[0])
    return outlet if outlet and any(t.lower_ in outlet_nouns() for t in doc[outlet[0] : outlet[1]]) else None


def _outlet_at(doc: Doc, i: int, end: int, *, named: bool) -> Phrase | None:
    """The noun phrase at `i` if its head is a noun for outlets or, where any name will do, the name of no person."""
    phrase = phrase_from(doc, i, end) if i < end else None
    head = head_noun(doc, phrase) if phrase else None
    if head is None:
        return None
    outlet = any(t.lower_ in outlet_nouns() for t in doc[phrase[0] : phrase[1]]) if phrase else False
    outlet = outlet or _known(head) or (named and head.text[:1].isupper() and head.ent_type_ != "PER")
    if not outlet or phrase is None:
        return None
    name = head.i + 1 if head.text[:1].isupper() else phrase[1]  # a Repubblica | Ugo Conti ha detto
    person = next(
        (k for k in range(name, phrase[1]) if doc[k].ent_iob_ == "B" and doc[k].ent_type_ == "PER"), phrase[1]
    )
    return (phrase[0], person)


def _told_to(doc: Doc, report: Report, names: Names) -> str | None:
    """ha dichiarato X all'agenzia TASS: the outlet that was told."""
    _, end = sentence_bounds(doc, report.first)
    for k in range(report.last + 1, min(end, report.last + 22)):
        if doc[k].lower_ in A and k + 1 < end and (doc[k + 1].lower_ in outlet_nouns() or _known(doc[k + 1])):
            phrase = _outlet_at(doc, k + 1, end, named=False)
            if phrase:
                return names.resolve(phrase)
        if doc[k].lower_ == "che" or doc[k].text in QUOTE_CLOSE:
            return None
    return None
