"""Ordinals before the noun they number: prima volta, il secondo viaggio, 3°, XX edizione."""

from functools import cache

from claimcheck.italian.lexicon import load
from claimcheck.italian.numbers import read
from claimcheck.italian.numerals import ordinal as ordinal_value
from claimcheck.italian.text import fold
from claimcheck.italian.verbs import forms
from claimcheck.kinds.figures.eras import roman
from claimcheck.kinds.figures.periods import unit_at
from claimcheck.kinds.figures.scan import PACKAGE, Found, Scan, word_set
from claimcheck.model import Figure

_LAST_OF = 10
_AGREEING = {"o": "oeài", "a": "aeà", "i": "ie", "e": "ei"}


def ordinal(scan: Scan, i: int) -> Found | None:
    """An ordinal with its noun, a digit ordinal (3°), a rank (arrivato terzo) or a long ordinal word (ventesimo)."""
    value, stop = _value(scan, i)
    if value is None:
        return None
    rules = (_range, _rank, _counted_up, _first_of)
    ranked = next((found for rule in rules if (found := rule(scan, i, value, stop))), None)
    if ranked:
        return ranked
    end = scan.noun_phrase(stop) or (stop + 1 if scan.key(stop) in word_set("ordinal", "placed") else 0)
    key = scan.key(i)
    if key in word_set("grammar", "plural_ordinals") and (unit_at(scan, stop) or read(scan.tokens, stop)):
        return None
    if end and scan.key(end - 1) in word_set("ordinal", "skip_before"):
        return None
    if scan.is_word(i) and value <= 10 and not roman(scan.tokens[i].text):
        if not end or not _modifies(scan, i, end):
            return _alone(scan, i, value)
    elif roman(scan.tokens[i].text) and (not end or len(scan.tokens[i].text) < 2 or _regnal(scan, i)):
        return None
    if (key in ("secondi", "terzi") and value < 4 and not end) or (not end and key in word_set("ordinal", "salaries")):
        return None
    return Found(
        i, end or stop, Figure("ordinal", value, value, of=scan.slice(stop, end) or None if end else None), "ordinal"
    )


def _range(scan: Scan, i: int, low: int, stop: int) -> Found | None:
    """tra il decimo e il quindicesimo posto, dal terzo al quinto."""
    opener, article = scan.key(i - 1), scan.key(stop + 1)
    between = scan.key(i - 2) in ("tra", "fra") and scan.key(stop) in ("e", "ed") and article in word_set("expand", "i")
    onward = opener in word_set("grammar", "from_the") and scan.key(stop) in word_set("grammar", "to_the")
    if not (between or onward):
        return None
    j = stop + 1 + between
    high, after = _value(scan, j) if j < len(scan.tokens) else (None, j)
    if high is None or high <= low or scan.key(after) == "secolo":
        return None
    end = scan.noun_phrase(after)
    of = scan.slice(after, end) if end else None
    return Found(i - 1 - between, end or after, Figure("ordinal", low, high, of=of), "range of ordinals")


def _rank(scan: Scan, i: int, value: int, stop: int) -> Found | None:
    """arrivato terzo, si classifica secondo, agli ottavi come seconda, prima in classifica: a place without a noun."""
    listed = scan.key(stop) == "in" and scan.key(stop + 1) in word_set("ordinal", "tables")
    ends = (
        stop >= len(scan.tokens)
        or scan.tokens[stop].kind == "mark"
        or scan.key(stop) in word_set("ordinal", "after_rank")
    )
    told = scan.key(i - 1) in placing_verbs() or scan.key(i - 1) == "come"
    placed = told and ends and scan.key(i) not in ("prima", "prime")
    if not (listed or placed) or not scan.is_word(i):
        return None
    return Found(i, stop, Figure("ordinal", value, value), "rank")


def _counted_up(scan: Scan, i: int, value: int, stop: int) -> Found | None:
    """si tratta del terzo | dall'inizio dell'anno, la seconda di fila: how many there have been."""
    since = scan.key(stop) in ("dall", "dal") and scan.key(stop + 1) in word_set("ordinal", "since")
    row = scan.keys(stop, ("di", "fila")) or scan.key(stop) in word_set("ordinal", "in_a_row")
    if not scan.is_word(i) or scan.key(i - 1) not in word_set("ordinal", "articles") or not (since or row):
        return None
    return Found(i, stop, Figure("ordinal", value, value), "rank")


def _first_of(scan: Scan, i: int, value: int, stop: int) -> Found | None:
    """il primo dei profeti, la seconda delle tre prove."""
    before = scan.key(i - 1)
    if (
        not scan.is_word(i)
        or before not in word_set("grammar", "the_one")
        or scan.key(stop) not in word_set("grammar", "of_many")
    ):
        return None
    number = read(scan.tokens, stop + 1)
    end = scan.noun_phrase(number.stop if number else stop + 1)
    if not end or value > _LAST_OF or (number and number.high < value):
        return None
    return Found(i, stop, Figure("ordinal", value, value, of=scan.slice(stop + 1, end)), "ordinal")


@cache
def placing_verbs() -> frozenset[str]:
    """Every form of the verbs after which an ordinal is a place: arrivare, classificarsi."""
    return frozenset(fold(form.text) for verb in load(PACKAGE)["ordinal"]["verbs"] for form in forms(verb))


def _value(scan: Scan, i: int) -> tuple[int | None, int]:
    if scan.is_digits(i):
        slash = scan.key(i + 1) == "/" and scan.glued(i + 2) and scan.tokens[i + 2].text in ("o", "a")
        if slash and scan.tokens[i].text.isdigit() and len(scan.tokens[i].text) < 4:  # 79/o anniversario
            return int(scan.tokens[i].text), i + 3
        marked = scan.key(i + 1) in word_set("ordinal", "marks") and scan.glued(i + 1) and scan.tokens[i].text.isdigit()
        code = (
            marked and scan.glued(i) and scan.tokens[i - 1].kind == "word" and scan.tokens[i - 1].text[-1] not in "'’"
        )
        value = int(scan.tokens[i].text) if marked and not code and len(scan.tokens[i].text) < 5 else None
        degrees = scan.key(i + 1) == "°" and scan.key(i + 2) in word_set("grammar", "degree_scales")
        return (None if degrees else value), i + 2
    if not scan.is_word(i):
        return None, i
    return ordinal_value(scan.key(i)) or roman(scan.tokens[i].text), i + 1


def _modifies(scan: Scan, i: int, end: int) -> bool:
    """True if the ordinal numbers the noun after it: `il secondo viaggio`, not `secondo fonti` nor `prima arriva`."""
    key, before = scan.key(i), scan.key(i - 1)
    noun = scan.tokens[end - 1]
    if noun.capital and ((not scan.tokens[i].capital and key in ("secondo", "prima")) or scan.tokens[i].capital):
        return False
    if key in word_set("grammar", "first") and before == "per":
        return False
    if key == "prima" and scan.tags.get(scan.tokens[i].start) in ("ADJ", "NUM"):
        return True
    determined = before in word_set("ordinal", "determiners")
    if not determined and scan.tags.get(scan.tokens[i].start) in ("ADP", "ADV", "SCONJ"):
        return False
    if key == "secondo":
        return determined and before not in word_set("grammar", "before_secondo") and noun.key[-1] not in "ia"
    if key == "prima":
        return noun.key[-1] in "aeè" and (
            (determined and before not in word_set("grammar", "before_prima"))
            or noun.key in word_set("grammar", "firsts")
            or (scan.starts_line(i) and noun.key.endswith("a"))
        )
    told = before in word_set("ordinal", "opened_by") and noun.key[-1:] in _AGREEING[key[-1]]
    return determined or told or key not in word_set("ordinal", "risky") or scan.starts_line(i)


def _regnal(scan: Scan, i: int) -> bool:
    """Carlo III, Giovanni XXIII: a numeral after a name; via XX Settembre: a street."""
    following = scan.tokens[i + 1] if i + 1 < len(scan.tokens) else None
    name = i > 0 and scan.tokens[i - 1].capital and not scan.tokens[i].breaks and not scan.starts_line(i - 1)
    return name or following is None or scan.key(i - 1) in word_set("grammar", "before_regnal") or following.capital


def _alone(scan: Scan, i: int, value: int) -> Found | None:
    """A list of nothing but ordinals: primo, secondo, terzo."""
    only = len(scan.tokens) <= 12 and all(t.kind == "mark" or ordinal_value(t.key) for t in scan.tokens)
    return Found(i, i + 1, Figure("ordinal", value, value), "ordinal") if only else None
