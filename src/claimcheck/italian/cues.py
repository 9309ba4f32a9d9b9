"""Reporting cues: the verbs of data/cues.toml with every inflected form, looked up by spelling."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from claimcheck.italian.lexicon import load
from claimcheck.italian.nouns import plurals
from claimcheck.italian.verbs import Form, forms
from claimcheck.model import Stance

PACKAGE = "claimcheck.italian.data"
_REFLEXIVE_CLITICS = ("lo", "la", "li", "le", "si", "ne", "gli", "ci", "vi", "mi", "ti")


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb and the constructions that hold what is reported (see data/cues.toml)."""

    name: str
    use: frozenset[str]
    stance: Stance = "asserted"
    prep: str = ""
    tails: tuple[tuple[str, ...], ...] = ()
    reflexive: bool = False
    impersonal: bool = False
    addressee: bool = False
    naming: bool = False
    promise: bool = False
    governs: bool = False


@dataclass(frozen=True, slots=True)
class CueForm:
    """One inflected form of a cue."""

    cue: Cue
    form: Form


@cache
def cue_forms() -> Mapping[str, tuple[CueForm, ...]]:
    """Every inflected form, case folded, with the cues it may belong to; longer cues (rendere noto) come first."""
    table: dict[str, list[CueForm]] = {}
    for name, row in load(PACKAGE, "cues.toml")["verb"].items():
        cue = Cue(
            name=name,
            use=frozenset(row["use"].split()),
            stance=row.get("stance", "asserted"),
            prep=row.get("prep", ""),
            tails=tuple(tuple(t.split()) for t in row["tail"].split("|")) if "tail" in row else (),
            reflexive="reflexive" in row,
            impersonal="impersonal" in row,
            addressee="addressee" in row,
            naming="naming" in row,
            promise="promise" in row,
            governs="governs" in row,
        )
        for form in forms(_infinitive(name), row):
            table.setdefault(form.text, []).append(CueForm(cue, form))
            if form.mood in ("gerund", "infinitive"):
                _add_enclitics(table, cue, form)
    return {k: tuple(sorted(v, key=lambda f: (not f.cue.tails, f.cue.name))) for k, v in table.items()}


def _infinitive(name: str) -> str:
    """`rendere noto` is conjugated like rendere, `far sapere` like fare, `auto-definire` like autodefinire."""
    verb = name.split()[0].replace("-", "")
    verb = verb.removesuffix("si") + "e" if verb.endswith("rsi") else verb
    return "fare" if verb == "far" else verb


def _add_enclitics(table: dict[str, list[CueForm]], cue: Cue, form: Form) -> None:
    """definendolo, dirlo: gerunds and infinitives carry their object."""
    stem = form.text if form.mood == "gerund" else form.text[:-1]
    for clitic in _REFLEXIVE_CLITICS:
        table.setdefault(stem + clitic, []).append(CueForm(cue, form))


@cache
def table(section: str, key: str) -> frozenset[str]:
    """A word list of data/cues.toml, e.g. `table("noun", "speech")`."""
    return frozenset(load(PACKAGE, "cues.toml")[section][key])


def _with_plurals(key: str) -> frozenset[str]:
    return frozenset(form for noun in table("noun", key) for form in (noun, *plurals(noun)))


@cache
def speech_nouns() -> frozenset[str]:
    """Nouns that carry somebody's words, singular and plural: parola, replica, accusa."""
    return _with_plurals("speech")


@cache
def titled_nouns() -> frozenset[str]:
    """Nouns for works, events and bodies that bear a title between marks: il libro “…”, il convegno “…”."""
    return _with_plurals("titled")


@cache
def statement_nouns() -> frozenset[str]:
    """Nouns whose owner states what follows the verb to be: la tesi di X è che, il bilancio di X è di."""
    return table("noun", "statement") | table("noun", "supposition")


@cache
def outlet_nouns() -> frozenset[str]:
    """Nouns for outlets that pass on the words of others, singular and plural: agenzia, quotidiano."""
    return _with_plurals("outlet")


@cache
def outlet_names() -> frozenset[str]:
    """The first words of well known outlets, lower case: bbc, corriere (della Sera)."""
    media = load(PACKAGE, "places.toml")["media"]["names"]
    return frozenset(name.split()[0] for name in media) - {"al", "new", "le", "el"} | table("relay", "named")


@cache
def relay_words(key: str) -> frozenset[str]:
    """Words that lead to the outlet one spoke to: `through` (tramite), `interview`, `asked`
    (intervistata), `passes` (riporta), `appeared` (pubblicata)."""
    return table("relay", key)


@cache
def relay_leads() -> frozenset[str]:
    """Every word that may lead to such an outlet, nouns of speech among them."""
    return speech_nouns().union(*map(relay_words, ("through", "asked", "passes")))


@cache
def source_prepositions() -> tuple[tuple[str, ...], ...]:
    """secondo, stando a, a detta di ... as word sequences, longest first."""
    source = load(PACKAGE, "cues.toml")["source"]
    return tuple(
        sorted((tuple(p.split()) for p in [*source["direct"], *source["compound"]]), key=lambda p: (-len(p), p))
    )
