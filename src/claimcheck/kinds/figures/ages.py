"""Ages: Mario Rossi, 45 anni; a 86 anni; un 42enne; sulla quarantina."""

import re
from dataclasses import replace

from claimcheck.italian.calendar import words as calendar_words
from claimcheck.italian.nouns import country_words, noun_class, stem
from claimcheck.italian.numbers import read
from claimcheck.italian.numerals import cardinal
from claimcheck.kinds.figures.periods import Period, period, period_figure
from claimcheck.kinds.figures.scan import Found, Scan, word_set
from claimcheck.model import Figure

_ENDINGS = ("enne", "enni")
_JOINTS = frozenset("-–’'")  # 42-enne, 15-24enni
_ONE = frozenset({"uno", "una"})  # una di 12 anni, but una tregua di due mesi
_YOUNGEST = 10
_OLDEST = 110
_STREET_REACH = 8
_AGE_REACH = 7
_SENTENCE = 14
_PERSON = re.compile(r"(?:ist[aei]|tric[ei]|tor[ei]|essa|nese|lian[oa])$")


def age(scan: Scan, i: int) -> Found | None:
    """Mario Rossi, 45 anni, ...; a 86 anni; un 42enne; sulla quarantina; 3 anni di età."""
    special = _in_digits(scan, i) or _in_words(scan, i) or _about(scan, i) or _beside_name(scan, i)
    if special:
        return special
    found = period(scan, i)
    if found is None or found.unit not in ("year", "month", "week", "day"):
        return None
    told = scan.key(found.stop) in ("di", "d") and scan.key(found.stop + 1) == "eta"
    if not told and not (found.unit in ("year", "month") and _in_context(scan, found)):
        return None
    figure = replace(period_figure(scan, found, "age"), of=_whose(scan, found.amount.start))
    return Found(found.amount.start, found.stop + 2 * told, figure, "age")


def _in_context(scan: Scan, found: Period) -> bool:
    i = found.amount.start
    while scan.key(i - 1) in word_set("near", "age_adverbs"):
        i -= 1
    if scan.key(i - 1) in word_set("grammar", "and_or") and read(scan.tokens, i - 2):
        i -= 2
    before, following = scan.key(i - 1), scan.key(found.stop)
    if found.unit == "year" and _of_an_age(scan, i) and not _is_length(scan, found.stop):
        return True
    if scan.starts_line(i) and following == "," and scan.key(found.stop + 1) in word_set("near", "portrait"):
        return _YOUNGEST <= found.amount.single <= _OLDEST
    if found.amount.ranged and scan.key(found.amount.number - 1) in word_set("grammar", "plural_range"):
        return found.unit == "year" and not _is_length(scan, found.stop)
    if (not found.plural and before not in word_set("grammar", "single_age")) or _is_length(scan, found.stop):
        return False
    if before in (",", "(") and i >= 2:
        grown = found.unit == "year" and _YOUNGEST <= found.amount.single <= _OLDEST
        if (grown and following in (",", ")")) or (
            following in word_set("near", "age_closes") and _person(scan, i - 2)
        ):
            return True
        return grown and _full_name(scan, i - 2) and (following == "il" or scan.tokens[found.stop].capital)
    if before in word_set("age", "verbs"):
        return following not in ("per", "di") and scan.key(i - 2) not in word_set("grammar", "clitics")
    return before in word_set("near", "age_prepositions") and _after_preposition(scan, found, i, before)


def _full_name(scan: Scan, i: int) -> bool:
    """Michelle Obama, | sessant'anni il 17 gennaio: two capitals before the comma."""
    return i > 0 and scan.tokens[i].capital and scan.tokens[i - 1].capital


def _of_an_age(scan: Scan, i: int) -> bool:
    """l'età pensionabile da 62 a | 65 anni, un'età media di | 45 anni: the word stands before, in the same clause."""
    for k in range(i - 1, max(-1, i - _AGE_REACH), -1):
        if scan.key(k) == "eta":
            return True
        if scan.tokens[k].kind == "mark":
            return False
    return False


def _is_length(scan: Scan, j: int) -> bool:
    """3 anni di carcere, 25 anni dopo, 50 anni fa: lengths and distances."""
    if scan.key(j) in word_set("near", "not_age_after") or scan.key(j + 1) in word_set("age", "crimes"):
        return True
    if scan.key(j) not in ("di", "d") or scan.key(j + 1) in word_set("near", "age_of"):
        return False
    return scan.noun(j + 1) and not scan.tokens[j + 1].capital


def _after_preposition(scan: Scan, found: Period, i: int, before: str) -> bool:
    if before == "di":
        j = i - 3 if scan.key(i - 2) == "," else i - 2
        return _person_word(scan, j) or (_person_word(scan, j - 1) and scan.key(j - 1) not in _ONE)
    if before in ("a", "ad"):
        if scan.key(i - 2) in word_set("near", "age_at"):
            return found.unit == "year"
        length = scan.key(i - 2) in word_set("near", "not_age_at") or scan.key(found.stop) in ("per", "da")
        return found.unit == "year" and not length
    return found.unit == "year" and 12 <= found.amount.single <= 110


def _person_word(scan: Scan, i: int) -> bool:
    """A noun for a person, a name, or a word in -enne."""
    if i < 0 or not scan.is_word(i):
        return False
    token = scan.tokens[i]
    if cardinal(token.key) and scan.key(i - 1) in word_set("near", "plural_articles"):
        return True
    if token.key in word_set("people", "pronouns") or noun_class(token.key) == "person":
        return True
    if token.text.islower() and stem(token.key) in country_words():
        return True
    if _PERSON.search(token.key) and token.key not in ("settore", "motore"):
        return True
    return (
        token.key in word_set("people") or (token.capital and not scan.starts_line(i)) or in_word(token.key) is not None
    )


def _person(scan: Scan, i: int) -> bool:
    """The end of a name, a noun for a person or a closing quotation mark."""
    token = scan.tokens[i]
    return token.capital or token.key in word_set("people") or token.text in '”»")'


def _whose(scan: Scan, i: int) -> str | None:
    """The name or person noun right before an age."""
    j = i - 1
    while j >= 0 and scan.key(j) in (",", "(", "di", "a"):
        j -= 1
    end = j + 1
    while (
        j >= 0
        and scan.tokens[j].capital
        and scan.key(j) not in word_set("function") | word_set("age", "verbs")
        and (j + 1 == end or not scan.tokens[j + 1].breaks)
    ):
        j -= 1
    if j + 1 < end:
        return scan.slice(j + 1, end)
    return scan.tokens[j].text if j >= 0 and scan.key(j) in word_set("people") else None


def in_word(key: str) -> float | None:
    """The age in a folded word: trentenne, quarantaduenni, ultranovantenne; None for other words."""
    stem = key.removeprefix("ultra")
    if not stem.endswith(_ENDINGS):
        return None
    base = stem[:-4]
    value = next((v for v in (cardinal(base + vowel) for vowel in ("", "a", "i", "e", "o")) if v), None)
    return float(value) if value and value >= _YOUNGEST else None


def _in_digits(scan: Scan, i: int) -> Found | None:
    """42enne, 42-enne; 15-24enni."""
    follows = scan.key(i + 1) in _ENDINGS or scan.key(i + 1) in _JOINTS
    number = read(scan.tokens, i) if follows and scan.is_digits(i) else None
    if number is None:
        return None
    last = _in_digits(scan, i + 2) if scan.key(i + 1) in ("-", "–") and scan.glued(i + 2) else None
    if last and last.figure.low and number.low < last.figure.low:
        return replace(last, start=i, figure=replace(last.figure, low=int(number.low), timex=None))
    j = i + 1 + (scan.key(i + 1) in ("-", "’", "'") and scan.glued(i + 1))
    if scan.key(j) not in _ENDINGS or not scan.glued(j):
        return None
    return Found(i, j + 1, _age_figure(number.low, number.low, _whose(scan, i)), "age in -enne")


def _beside_name(scan: Scan, i: int) -> Found | None:
    """Christian, 18, e Isabella, 16, …: a number between commas after a name; Iago, che ha 11 anni, Nina di 8."""
    if _said_again(scan, i):
        value = int(scan.tokens[i].text)
        return Found(i, i + 1, _age_figure(value, value, scan.tokens[i - 2].text), "age beside a name")
    if not scan.is_digits(i) or scan.key(i - 1) != "," or scan.key(i + 1) not in (",", "e"):
        return None
    text = scan.tokens[i].text
    name = i > 1 and scan.tokens[i - 2].capital and not scan.starts_line(i - 2)
    street = any(scan.key(k) in word_set("street") for k in range(max(0, i - _STREET_REACH), i))
    if not (name and text.isdigit() and _YOUNGEST <= int(text) <= _OLDEST) or street or scan.noun(i + 1):
        return None
    return Found(i, i + 1, _age_figure(int(text), int(text), _whose(scan, i)), "age beside a name")


def _said_again(scan: Scan, i: int) -> bool:
    """True for the number of `Nina di 8`, after an age in years in the same sentence."""
    named = scan.is_digits(i) and scan.key(i - 1) == "di" and i > 1 and scan.tokens[i - 2].capital
    if not (named and scan.key(i).isdigit() and int(scan.key(i)) <= _OLDEST and not scan.noun(i + 1)):
        return False
    before = [scan.key(k) for k in range(max(0, i - _SENTENCE), i)]
    return "anni" in before and not {".", ";"} & set(before[before.index("anni") :])


def _in_words(scan: Scan, i: int) -> Found | None:
    value = in_word(scan.key(i)) if scan.is_word(i) else None
    if value is None:
        return None
    high = None if scan.key(i).startswith("ultra") else value
    return Found(i, i + 1, _age_figure(value, high, _whose(scan, i)), "age in -enne")


def _about(scan: Scan, i: int) -> Found | None:
    """sulla quarantina."""
    key = scan.key(i)
    if scan.key(i - 1) != "sulla" or not key.endswith("ina"):
        return None
    decades = calendar_words("decades")
    value = decades.get(key.removesuffix("ina") + "a", decades.get(key.removesuffix("ina") + "i", 0)) % 100
    if not value:
        return None
    return Found(i - 1, i + 1, replace(_age_figure(value, value, None), approx=True), "age about")


def _age_figure(low: float, high: float | None, of: str | None) -> Figure:
    value = int(low)
    return Figure("age", value, None if high is None else value, unit="year", of=of, timex=f"P{value}Y")
