"""Articles into the corpus, and new ones against it: where the store, alignment and comparison meet."""

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from claimcheck.alignment.blocking import stems
from claimcheck.alignment.events import likeness, same_event
from claimcheck.alignment.features import Topic, topic
from claimcheck.alignment.origins import same_text, shingles, sketch
from claimcheck.alignment.tables import weights
from claimcheck.comparison import Aligned, Prepared, prepare, relate
from claimcheck.corpus import Corpus, Index, Near
from claimcheck.model import Article, Change, Check, ClaimRef, Pair, Reading, Result, Verdict
from claimcheck.model.relations import STRENGTH
from claimcheck.reading.samples import samples
from claimcheck.tables import load

WORDS = (
    ("claimcheck.alignment", "common.toml"),
    ("claimcheck.italian.data", "stopwords.toml"),
    ("claimcheck.italian.data", "synonyms.toml"),
)
"""The word tables that decide what finds an article again."""
CANDIDATES = 200
"""Stored articles looked at for one new article: those that share the most telling stems with it."""


def store(corpus: Corpus, reading: Reading, reader: str) -> Change:
    """Put an article with its claims into the corpus; `reader` is the label of the pipeline that found them.

    One transaction: afterwards it is stored wholly, or an error is raised and nothing has changed. Raises
    DuplicateIdError when the corpus has an article of this id from another source, CorpusError when it cannot write.
    """
    marks = index(topic(reading.article))
    with corpus.transaction():
        return corpus.put(reading, marks, reader, copies(corpus, reading.article, marks))


def index(about: Topic) -> Index:
    """What finds an article again in a corpus."""
    return replace(_index(about), rules=rules())


def _index(about: Topic) -> Index:
    marks = sketch(_prints(about.article.text))
    return Index(stems(about), about.sentences, about.spread, about.names, marks, "")


@cache
def rules() -> str:
    """The name of the present rules of the index: a hash of their words and of what they make of the samples."""
    digest = hashlib.blake2b(digest_size=8)
    for package, name in WORDS:
        digest.update(repr(load(package, name)).encode())
    for article in samples().articles:
        made = _index(topic(article))
        digest.update(repr([sorted(made.spread.items()), sorted(made.names.items()), made.stems, made.sketch]).encode())
    return digest.hexdigest()


def renew(corpus: Corpus) -> Iterator[str]:
    """Index anew what was indexed by other rules, an article in a transaction; gives the id of each.

    Raises CorpusError when there is such an article and the file cannot be written: checks would miss evidence.
    """
    for name in corpus.outdated(rules()):
        with corpus.transaction():
            article = corpus.reading(name).article
            marks = index(topic(article))
            corpus.renew(name, marks, copies(corpus, article, marks))
        yield name


def copies(corpus: Corpus, article: Article, marks: Index) -> list[str]:
    """The ids of the stored articles that are one text with an article, itself not counted."""
    prints = _prints(article.text)
    found = corpus.sharing(marks)
    return [name for name, text in found if name != article.id and same_text(prints, _prints(text))]


@lru_cache(maxsize=128)
def _prints(text: str) -> frozenset[int]:
    """The shingles of a text; articles of one day are compared with the same others again and again."""
    return shingles(text)


def check(readings: Sequence[Reading], corpus: Corpus, lang: str = "it") -> Check:
    """What the corpus has on each claim of new articles, explained in Italian (`it`) or English (`en`).

    New articles are compared neither with one another nor with stored versions of any of them. The corpus is never
    loaded as a whole: per article at most CANDIDATES stored ones. What is indexed by older rules is indexed anew first.
    """
    deque(renew(corpus), maxlen=0)
    ordered = sorted(readings, key=lambda reading: reading.article.id)
    given = frozenset(reading.article.id for reading in ordered)
    found = [_Findings.of(reading, corpus, given, lang) for reading in ordered]
    named = {ref.article for one in found for pair in one.pairs for ref in (pair.a, pair.b)}
    evidence = {r.article.id: r for one in found for r in one.evidence if r.article.id in named}
    origins = {name: origin for one in found for name, origin in one.origins.items() if name in evidence}
    results = tuple(result for one in found for result in one.results())
    return Check(tuple(ordered), results, tuple(evidence[name] for name in sorted(evidence)), origins)


def pairs(corpus: Corpus, lang: str = "it") -> Iterator[tuple[Prepared, list[tuple[Aligned, Prepared]]]]:
    """Each stored article by id, with its pairs that no earlier article has given, each beside the other article."""
    deque(renew(corpus), maxlen=0)
    seen: set[tuple[str, str]] = set()
    for reading in corpus.readings():
        known = prepare(reading)
        name = reading.article.id
        near = closest(corpus, known.topic, index(known.topic), {name})
        fresh = [other for other in near if (other.article.id, name) not in seen]
        seen.update((name, other.article.id) for other in fresh)
        others = [_stored(corpus, other) for other in fresh]
        yield known, [(aligned, other) for other in others for aligned in relate(known, other, lang)]


def closest(corpus: Corpus, about: Topic, marks: Index, given: Set[str]) -> list[Topic]:
    """The topics of the stored articles that report the event of an article, most alike first, without the given.

    Their articles have no text.
    """
    near = corpus.near(marks, _window(about.article), CANDIDATES)
    topics = [_topic(one) for one in near if one.id not in given]
    alike = [(-likeness(about, other), other.article.id, other) for other in topics if same_event(about, other)]
    return [other for _, _, other in sorted(alike, key=lambda found: found[:2])]


def _stored(corpus: Corpus, about: Topic) -> Prepared:
    reading = corpus.reading(about.article.id)
    return prepare(reading, replace(about, article=reading.article))


def _window(article: Article) -> tuple[int, int] | None:
    """The days on which articles of the same event appear, as ordinals; None when anything goes."""
    day, reach = article.published_on, int(weights("event")["days"])
    return (day.toordinal() - reach, day.toordinal() + reach) if day else None


def _topic(near: Near) -> Topic:
    return Topic(
        Article(near.id, "", title=near.title, published=near.published), near.sentences, near.spread, near.names
    )


@dataclass(frozen=True, slots=True)
class _Findings:
    """What the corpus has on one article; `own` are the origins of the texts that are copies of it."""

    reading: Reading
    evidence: Sequence[Reading]
    pairs: Sequence[Pair]
    origins: dict[str, str]
    own: set[str]

    @classmethod
    def of(cls, reading: Reading, corpus: Corpus, given: Set[str], lang: str) -> "_Findings":
        known = prepare(reading)
        marks = index(known.topic)
        with corpus.snapshot():
            stored = corpus.change(reading.article) != "added"
            same = copies(corpus, reading.article, marks) + [reading.article.id] * stored
            others = [_stored(corpus, other) for other in closest(corpus, known.topic, marks, given)]
            origins = {other.topic.article.id: corpus.origin(other.topic.article.id) for other in others}
            own = {corpus.origin(name) for name in same}
        found = [aligned.pair for other in others for aligned in relate(known, other, lang)]
        return cls(reading, [other.reading for other in others], found, origins, own)

    def results(self) -> Iterator[Result]:
        """A verdict on each claim that is no page chrome, in the order of the text."""
        days = {r.article.id: r.article.published_on for r in self.evidence}
        ages = {name: -day.toordinal() if day else 0 for name, day in days.items()}
        article = self.reading.article.id
        for claim in self.reading.claims:
            if claim.furniture:
                continue
            ref = ClaimRef(article, claim.id)
            mine = [(p, p.b.article if p.a == ref else p.a.article) for p in self.pairs if ref in (p.a, p.b)]
            mine.sort(key=lambda m: (STRENGTH[m[0].relation], ages[m[1]], -m[0].score, m[0].a, m[0].b))
            agreeing = {self.origins[other] for pair, other in mine if pair.relation == "agree"} - self.own
            kept = tuple(pair for pair, _ in mine)
            yield Result(ref, verdict(kept, len(agreeing)), kept, len(agreeing))


def verdict(found: Iterable[Pair], origins: int) -> Verdict:
    """What the pairs of one claim come to; `origins` counts the independent texts that agree."""
    relations = {pair.relation for pair in found}
    if "conflict" in relations:
        return "conflict"
    return "corroborated" if origins else "compatible" if relations else "new"
