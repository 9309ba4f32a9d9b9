"""Every mention resolved to the fullest name in the article: surnames, titles, roles learnt from appositions.

Passes in order, the first that answers wins; a short name that two people share is refused rather than guessed
(Citron, GenderGapTracker). Nothing is looked up outside the article.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from spacy.tokens import Doc, Span, Token

from claimcheck.italian.clauses.people import personal, whole, with_full_names
from claimcheck.italian.clauses.phrases import Phrase, complement_start, head_noun, phrase_from, phrase_to
from claimcheck.italian.clauses.roles import Role, clashes, fits, gender, genders, modifiers, office
from claimcheck.italian.cues import outlet_nouns
from claimcheck.italian.grammar import (
    DETERMINERS,
    DI,
    INDEFINITE,
    PARTICLES,
    PLAIN_DETERMINERS,
    PLURAL_ARTICLES,
    PRONOUNS,
)
from claimcheck.italian.nouns import chief_stems, generic, noun_class, stem
from claimcheck.italian.sameness import states
from claimcheck.italian.text import words

_FEW = 2  # people named once of whom l'uomo may still be the last
_DOMINANCE = 2  # times the runner-up: when Rossi alone means the Rossi named most
_BODY_REACH = 200  # tokens back in which a body keeps its fuller name


class Names:
    """The names of one Doc and how its mentions resolve to them."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        people = (e for e in doc.ents if e.label_ == "PER" and personal(e))
        self.people = with_full_names(doc, [whole(doc, p) for p in people])
        self._full = self._fullest(self.people)
        self.roles = tuple(self._learn_roles())

    def _fullest(self, people: Iterable[Span]) -> dict[str, str]:
        """Folded name -> the fullest form of that name in the article, as it is first spelt there."""
        mentions = Counter[tuple[str, ...]]()
        spelling: dict[tuple[str, ...], str] = {}
        for person in people:
            form = tuple(words(person.text))
            mentions[form] += 1
            spelling.setdefault(form, person.text)
        return {" ".join(short): spelling[_full_form(short, mentions)] for short in mentions}

    def canonical(self, name: str) -> str:
        """The fullest form of a person's name in the article."""
        return self._full.get(" ".join(words(name)), name)

    def _learn_roles(self) -> Iterable[Role]:
        for person in self.people:
            name = self.canonical(person.text)
            sentence = person[0].sent
            before = person.start - 1 if person.start and self.doc[person.start - 1].text == "," else person.start
            left = phrase_to(self.doc, before, sentence.start)
            if left and left[0] < person.start:
                yield from self._role((left[0], min(left[1], person.start)), name, person.start)
            if person.end < len(self.doc) and self.doc[person.end].text in (",", "("):
                right = phrase_from(self.doc, person.end + 1, sentence.end)
                if right:
                    yield from self._role(right, name, person.start)

    def _role(self, phrase: Phrase, name: str, position: int) -> Iterable[Role]:
        head = head_noun(self.doc, phrase)
        if head is None or head.ent_type_ == "PER" or noun_class(head.text) != "person":
            return
        if self.doc[phrase[0]].lower_ in PLURAL_ARTICLES or self.doc[phrase[0]].pos_ == "NUM":
            return  # alla ministra Rossi, i sindaci: several are not one
        said = modifiers(self.doc[head.i + 1 : phrase[1]])
        yield Role(stem(head.text), said, office(self.doc, phrase), genders(self.doc, phrase, name), name, position)

    def resolve(self, phrase: Phrase) -> str | None:
        """The fullest name for a noun phrase: a person, a described person, else the phrase without its article."""
        start, end = phrase
        if start + 2 < end and self.doc[start].lower_ == "parte" and self.doc[start + 1].lower_ in DI:
            phrase = (start + 2, end)  # da parte delle Ferrovie
        person = next(
            (p for p in self.people if phrase[0] <= p.start < phrase[1] and not self._complement(p, phrase)), None
        )
        if person is not None:
            return self.canonical(person.text)
        surname = self._surname(phrase)
        if surname:
            return surname
        described = self._described(phrase)
        if described:
            return described
        fuller = self._same_body(phrase)
        if fuller:
            return fuller
        return self._outlet(phrase) or self._bare(phrase)

    def _surname(self, phrase: Phrase) -> str | None:
        """Costa, lo stesso Verdi: the surname of one person named before, whatever the recogniser says of it here."""
        last = self.doc[phrase[1] - 1]
        lead = self.doc[phrase[0] : phrase[1] - 1]
        if not last.is_title or any(t.lower_ not in PLAIN_DETERMINERS | PRONOUNS for t in lead):
            return None
        if last.is_sent_start and self.doc[phrase[1] : phrase[1] + 1].text not in ("(", ":"):
            return None  # Conti in ordine: no name at all
        if len(lead) == 1 and lead[0].lower_ not in PRONOUNS:
            return None  # la Costa is a shore
        whole = [p for p in self.people if len(p) > 1 and p[-1].text == last.text]
        known = {self.canonical(p.text) for p in whole if p.end <= phrase[0]} or {self.canonical(p.text) for p in whole}
        known = known or {e.text for e in self.doc.ents if e.end <= phrase[0] and _person_as_body(e, last.text)}
        return known.pop() if len(known) == 1 else None

    def _same_body(self, phrase: Phrase) -> str | None:
        """il ministero, once the ministero della Difesa has been named: the fuller form, no modifier clashing."""
        head = head_noun(self.doc, phrase)
        if head is None or noun_class(head.text) != "body" or complement_start(self.doc, phrase) < phrase[1]:
            return None
        wanted = modifiers(self.doc[head.i + 1 : phrase[1]])
        for k in range(phrase[0] - 1, max(-1, phrase[0] - _BODY_REACH), -1):
            if self.doc[k].lower_ != head.lower_:
                continue
            earlier = phrase_from(self.doc, k, self.doc[k].sent.end)
            said = modifiers(self.doc[k + 1 : earlier[1]]) if earlier else frozenset()
            if earlier and wanted < said:
                return self._bare(earlier)
        return None

    def _complement(self, person: Span, phrase: Phrase) -> bool:
        """True for Conti in `il portavoce di Conti`, not in `le parole di Conti` nor in a name such as De Luca."""
        previous = self.doc[person.start - 1] if person.start > phrase[0] else None
        if previous is None:
            return False
        return (
            any(self.doc[k].lower_ in DI for k in range(phrase[0], person.start))
            and previous.lower_ in DI | DETERMINERS
        )

    def _outlet(self, phrase: Phrase) -> str | None:
        """l'agenzia di stampa russa TASS -> TASS: the name an outlet's description ends in."""
        head = next((k for k in range(*phrase) if self.doc[k].lower_ in outlet_nouns()), None)
        if head is None:
            return None
        start = next((k for k in range(head + 1, phrase[1]) if self.doc[k].text[:1].isupper()), None)
        if start is None or self.doc[start - 1].lower_ in DI:
            return None
        return self._bare((start, phrase[1]))

    def _described(self, phrase: Phrase) -> str | None:
        """il leader nordcoreano -> whoever was called so; a clashing modifier (il leader russo) refuses."""
        head = head_noun(self.doc, phrase)
        several = self.doc[phrase[0]].lower_ in PLURAL_ARTICLES  # i proprietari are no single owner
        if head is None or several or noun_class(head.text) != "person":
            return None
        wanted = modifiers(self.doc[head.i + 1 : phrase[1]])
        key, shown = office(self.doc, phrase), gender(self.doc, phrase)
        roles = [r for r in self.roles if fits(r, shown) and (not key or not r.office or r.office == key)]
        candidates = [(r, self._fit(stem(head.text), wanted, r)) for r in roles]
        fitting = [(fit, r.position, r.name) for r, fit in candidates if fit > 0 and r.position < phrase[1]]
        later = [(fit, -r.position, r.name) for r, fit in candidates if fit > 0]
        best = max(fitting or later, default=None)
        return best[2] if best else self._in_office(phrase) or self._only_candidate(phrase, head)

    def _in_office(self, phrase: Phrase) -> str | None:
        """il capo del governo -> the premier of the article; il capo della Casa Bianca -> who is named most."""
        key = office(self.doc, phrase)
        shown = gender(self.doc, phrase)
        holders = {r.name for r in self.roles if key is not None and r.office == key and fits(r, shown)}
        if len(holders) == 1:
            return holders.pop()
        if key is None or holders or complement_start(self.doc, phrase) == phrase[1]:
            return None
        taken = {r.name for r in self.roles}
        counts = Counter(self.canonical(p.text) for p in self.people)
        (first, often), (_, rarely) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
        return first if often > max(rarely, 1) and first not in taken else None

    def _only_candidate(self, phrase: Phrase, head: Token) -> str | None:
        """il Presidente, said of nobody before: the person named most who carries no other role."""
        article = self.doc[phrase[0]].lower_.replace("’", "'")
        plural = "Plur" in head.morph.get("Number", [])
        if article not in ("il", "lo", "la", "l'") or plural or complement_start(self.doc, phrase) < phrase[1]:
            return None
        if head.lower_ not in generic() and modifiers(self.doc[head.i + 1 : phrase[1]]):
            return None  # l'ambasciatore iraniano is somebody of his own
        same = stem(head.text)
        others = [t for t in self.doc[: phrase[0]] if stem(t.text) == same]
        if any(self._owned(t) for t in others):
            return None  # il fratello di Rossi … il fratello
        if head.lower_ not in generic() and any(_of_some(t) for t in others):
            return None  # la soldatessa, where soldatesse nobody names were spoken of before
        taken = set() if head.lower_ in generic() else {r.name for r in self.roles}
        free = [self.canonical(p.text) for p in self.people if p.end <= phrase[0]]
        free = [n for n in free if n not in taken and " " in n and not clashes(article, n)]
        counts, latest = Counter(free), {name: place for place, name in enumerate(free)}
        if head.lower_ in generic() and len(counts) > _FEW and max(counts.values()) == 1:
            return None  # l'uomo, where several are named once each: somebody unnamed
        return max(counts, key=lambda name: (counts[name], latest[name]), default=None)

    def _owned(self, noun: Token) -> bool:
        """True for a noun with a person after di: il fratello di Rossi is not Rossi."""
        following = noun.i + 2
        return any(p.start in (following, following + 1) for p in self.people) and noun.nbor().lower_ in DI

    def _fit(self, head: str, wanted: frozenset[str], role: Role) -> int:
        same = head == role.head
        if not same and not ({head, role.head} <= chief_stems() and wanted & role.modifiers):
            return 0
        if wanted and not wanted <= role.modifiers:
            return 1 if same and len(wanted & role.modifiers) > 0 else 0
        return 2 + len(wanted) + same

    def _bare(self, phrase: Phrase) -> str | None:
        start, end = phrase
        while start < end and (self.doc[start].lower_ in PLAIN_DETERMINERS or _clock(self.doc[start])):
            if start + 1 < end and self.doc[start + 1].lower_ in DI:
                break  # uno dei legali
            start += 1
        text = self.doc[start:end].text.strip(" ,.:;–-«»“”\"'’")
        if start < end and self.doc[start].lower_ in DETERMINERS:
            text = text[:1].lower() + text[1:]  # Diversi governi, at the head of a sentence
        return text or None

    def joint(self, before: int) -> str | None:
        """The last two people named before token `before`, in order of first mention: `i due leader`."""
        recent: list[str] = []
        used: set[str] = set()
        for person in reversed([p for p in self.people if p.start < before]):
            name = self.canonical(person.text)
            if not used & set(words(name)) and not states(name):
                recent.append(name)
                used |= set(words(name))
            if len(recent) == 2:
                first = {self.canonical(p.text): p.start for p in reversed(self.people)}
                return "; ".join(sorted(recent, key=lambda n: first.get(n, 0)))
        return None

    def protagonist(self, before: int) -> str | None:
        """The person named most often, before token `before` if anybody is, else in the whole article."""
        earlier = [self.canonical(p.text) for p in self.people if p.end <= before]
        names = earlier or [self.canonical(p.text) for p in self.people]
        return max(Counter(names).items(), key=lambda named: named[1], default=(None, 0))[0]

    def last_person(self, before: int) -> str | None:
        """The person named last before token `before`."""
        earlier = [p for p in self.people if p.end <= before]
        return self.canonical(earlier[-1].text) if earlier else None


def _full_form(short: tuple[str, ...], mentions: Mapping[tuple[str, ...], int]) -> tuple[str, ...]:
    """The fullest name that `short` abbreviates; refused when two people share it and neither clearly dominates."""
    longer = sorted((f for f in mentions if len(f) > len(short) and _abbreviates(short, f)), key=lambda f: (-len(f), f))
    if len(short) > 1:  # Conti Luca Neri: two names the recogniser ran together
        longer = [f for f in longer if f[: len(short)] == short or mentions[f] >= mentions[short]]
    if not longer:
        return short
    if _one_person(longer):
        return longer[0]
    first, second = sorted(longer, key=lambda f: (-mentions[f], f))[:2]
    return first if mentions[first] >= _DOMINANCE * mentions[second] else short


def _abbreviates(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Rossi or Mario for Mario Rossi; Lee Soo Jin and Lee Soo-jin are the same words."""
    return short == full[-len(short) :] or short == full[: len(short)]


def _one_person(names: list[tuple[str, ...]]) -> bool:
    """False when the longer names cannot be one person: Marina and Silvio Berlusconi."""
    longest = set(names[0]) - PARTICLES
    return all(set(n) <= longest | PARTICLES or longest <= set(n) for n in names)


def _person_as_body(entity: Span, surname: str) -> bool:
    """True for Rosa Lodi, which the recogniser took for a body, when Lodi speaks; not for Banca Lodi."""
    if len(entity) != 2 or entity[1].text != surname or not entity[0].is_title or entity.label_ != "ORG":
        return False
    before = entity.doc[max(entity.start - 2, 0) : entity.start]
    beside = len(before) == 2 and before[0].ent_type_ == "PER" and before[1].lower_ in ("e", "ed")
    return beside or noun_class(entity[0].text) is None


def _clock(token: Token) -> bool:
    """11:39 Lisbona: the hour of a live entry is no part of a name."""
    return token.text[:1].isdigit() and ":" in token.text


def _of_some(noun: Token) -> bool:
    """True for a noun of several people or of one not yet known: soldatesse, una soldatessa."""
    indefinite = noun.i > 0 and noun.nbor(-1).lower_ in INDEFINITE
    return noun.pos_ == "NOUN" and (indefinite or "Plur" in noun.morph.get("Number", []))
