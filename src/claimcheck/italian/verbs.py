"""Italian verb forms generated from dictionary rows: third persons, gerund, infinitive, past participles.

News reports in the third person, so first and second persons are left out. A row names its infinitive and only the
forms that the regular conjugation gets wrong (Serianni, Italiano, 2012, ch. XI).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

Mood = Literal[
    "present", "imperfect", "past", "future", "conditional", "subjunctive", "gerund", "infinitive", "participle"
]


@dataclass(frozen=True, slots=True)
class _Theme:
    """The regular endings of a conjugation: (singular, plural) where two are given."""

    present: tuple[str, str]
    subjunctive: tuple[str, str]
    past: tuple[str, str]
    gerund: str
    participle: str
    future: str


_THEMES = {
    "are": _Theme(("a", "ano"), ("i", "ino"), ("ò", "arono"), "ando", "at", "er"),
    "ere": _Theme(("e", "ono"), ("a", "ano"), ("é", "erono"), "endo", "ut", "er"),
    "ire": _Theme(("e", "ono"), ("a", "ano"), ("ì", "irono"), "endo", "it", "ir"),
}


@dataclass(frozen=True, slots=True)
class Form:
    """One inflected form: its spelling, mood and number (0 where number does not show)."""

    text: str
    mood: Mood
    plural: bool | None = None


def forms(infinitive: str, row: Mapping[str, str] | None = None) -> tuple[Form, ...]:
    """All third-person and non-finite forms of a verb.

    `row` may give `stem` (dic- for dire), `present` and `present_plural`, `past` (passato remoto, singular),
    `participle` (masculine singular), `future` (stem of futuro and condizionale), `subjunctive` (its stem), `endings`
    (facendo: those of -ere) and `isc = "yes"` (definisce).

    >>> [f.text for f in forms("dire", {"stem": "dic", "past": "disse", "participle": "detto", "future": "dir"})][:4]
    ['dice', 'dicono', 'dica', 'dicano']
    """
    return tuple(_generate(infinitive, row or {}))


def _generate(infinitive: str, row: Mapping[str, str]) -> Iterator[Form]:
    ending = row.get("endings", infinitive[-3:])
    theme = _THEMES[ending if ending in _THEMES else "ere"]
    stem = row.get("stem", infinitive[:-3])
    vowel = "i" if ending == "ire" and "stem" not in row else "a" if ending == "are" else "e"
    yield from _present(stem, theme, row)
    yield Form(f"{stem}{vowel}va", "imperfect", False)
    yield Form(f"{stem}{vowel}vano", "imperfect", True)
    yield from _past(stem, theme, row)
    future = row.get("future") or (_softened(stem, "e") if ending == "are" else stem) + theme.future
    yield Form(f"{future}à", "future", False)
    yield Form(f"{future}anno", "future", True)
    yield Form(f"{future}ebbe", "conditional", False)
    yield Form(f"{future}ebbero", "conditional", True)
    yield Form(stem + theme.gerund, "gerund")
    yield Form(infinitive, "infinitive")
    masculine = row.get("participle", f"{stem}{theme.participle}o")
    for vowel_, plural in (("o", False), ("a", False), ("i", True), ("e", True)):
        yield Form(masculine[:-1] + vowel_, "participle", plural)


def _present(stem: str, theme: _Theme, row: Mapping[str, str]) -> Iterator[Form]:
    isc = "isc" if row.get("isc") else ""
    singular, plural = theme.present
    yield Form(row.get("present", stem + isc + singular), "present", False)
    yield Form(row.get("present_plural", stem + isc + plural), "present", True)
    one, many = theme.subjunctive
    base = row.get("subjunctive", _softened(stem + isc, one))
    yield Form(base + one, "subjunctive", False)
    yield Form(base + many, "subjunctive", True)


def _past(stem: str, theme: _Theme, row: Mapping[str, str]) -> Iterator[Form]:
    irregular = row.get("past")
    if irregular:
        yield Form(irregular, "past", False)
        yield Form(f"{irregular}ro", "past", True)
        return
    singular, plural = theme.past
    yield Form(stem + singular, "past", False)
    yield Form(stem + plural, "past", True)


def _softened(stem: str, ending: str) -> str:
    """Spelling before e and i: indic- keeps its sound (indicherà), annunci- loses its i (annuncerà, annunci)."""
    if ending in ("a", "ano"):
        return stem
    if stem.endswith(("c", "g")):
        return stem + "h"
    return stem[:-1] if stem.endswith("i") else stem
