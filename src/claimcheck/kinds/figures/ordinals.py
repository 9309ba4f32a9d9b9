"""Ordinals before the noun they number: prima volta, il secondo viaggio, 3°, XX edizione."""

from claimcheck.italian.numbers import read
from claimcheck.italian.numerals import ordinal as ordinal_value
from claimcheck.kinds.figures.eras import roman
from claimcheck.kinds.figures.periods import unit_at
from claimcheck.kinds.figures.scan import Found, Scan, word_set
from claimcheck.model import Figure

_MARKS = frozenset({"°", "º", "ª", "o", "a", "esimo", "esima", "esimi", "esime", "mo", "ma"})
_RISKY = frozenset(
    {
        "prima",
        "secondo",
        "primi",
        "prime",
        "terzi",
        "secondi",
        "quarto",
        "quinta",
        "quarti",
        "terza",
        "sesto",
        "seconda",
    }
)


def ordinal(scan: Scan, i: int) -> Found | None:
    """An ordinal with its noun, a digit ordinal (3°) or a long ordinal word on its own (ventesimo)."""
    value, stop = _value(scan, i)
    if value is None:
        return None
    end = scan.noun_phrase(stop)
    key = scan.key(i)
    if key in ("primi", "prime", "secondi") and (unit_at(scan, stop) or read(scan.tokens, stop)):
        return None
    if end and scan.key(end - 1) in word_set("ordinal", "skip_before"):
        return None
    if scan.is_word(i) and value <= 10 and not roman(scan.tokens[i].text):
        if not end or not _modifies(scan, i, end):
            return _alone(scan, i, value)
    elif roman(scan.tokens[i].text) and (not end or len(scan.tokens[i].text) < 2 or _regnal(scan, i)):
        return None
    if key in ("secondi", "terzi") and value < 4 and not end:
        return None
    return Found(
        i, end or stop, Figure("ordinal", value, value, of=scan.slice(stop, end) or None if end else None), "ordinal"
    )


def _value(scan: Scan, i: int) -> tuple[int | None, int]:
    if scan.is_digits(i):
        marked = scan.key(i + 1) in _MARKS and scan.glued(i + 1) and scan.tokens[i].text.isdigit()
        code = (
            marked and scan.glued(i) and scan.tokens[i - 1].kind == "word" and scan.tokens[i - 1].text[-1] not in "'’"
        )
        value = int(scan.tokens[i].text) if marked and not code and len(scan.tokens[i].text) < 5 else None
        degrees = scan.key(i + 1) == "°" and scan.key(i + 2) in ("c", "f", "celsius")
        return (None if degrees else value), i + 2
    if not scan.is_word(i):
        return None, i
    return ordinal_value(scan.key(i)) or roman(scan.tokens[i].text), i + 1


def _modifies(scan: Scan, i: int, end: int) -> bool:
    """True if the ordinal numbers the noun after it: `il secondo viaggio`, not `secondo fonti` nor `prima arriva`."""
    key, before = scan.key(i), scan.key(i - 1)
    noun = scan.tokens[end - 1]
    if scan.tags and scan.tags.get(scan.tokens[i].start) in ("ADP", "ADV", "SCONJ"):
        return False
    if noun.capital and not scan.tokens[i].capital and key in ("secondo", "prima"):
        return False
    if key in ("primo", "prima", "primi", "prime") and before == "per":
        return False
    if key == "prima" and scan.tags.get(scan.tokens[i].start) in ("ADJ", "NUM"):
        return True
    determined = before in word_set("ordinal", "determiners")
    if key == "secondo":
        return (
            determined and before not in ("e", "o", "di", "come", "in", "per", "con", "da") and noun.key[-1] not in "ia"
        )
    if key == "prima":
        return noun.key[-1] in "aeè" and (
            (determined and before not in ("e", "o", "di", "con", "come"))
            or noun.key in ("volta", "donna", "visita")
            or (scan.starts_line(i) and noun.key.endswith("a"))
        )
    return determined or key not in _RISKY or scan.starts_line(i)


def _regnal(scan: Scan, i: int) -> bool:
    """Carlo III, Giovanni XXIII: a numeral after a name; via XX Settembre: a street."""
    following = scan.tokens[i + 1] if i + 1 < len(scan.tokens) else None
    name = i > 0 and scan.tokens[i - 1].capital and not scan.tokens[i].breaks and not scan.starts_line(i - 1)
    return (
        name or following is None or scan.key(i - 1) in ("via", "piazza", "corso", "viale", "papa") or following.capital
    )


def _alone(scan: Scan, i: int, value: int) -> Found | None:
    """A list of nothing but ordinals: primo, secondo, terzo."""
    only = len(scan.tokens) <= 12 and all(t.kind == "mark" or ordinal_value(t.key) for t in scan.tokens)
    return Found(i, i + 1, Figure("ordinal", value, value), "ordinal") if only else None
