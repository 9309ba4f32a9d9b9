"""Clock times: alle 11.05, intorno alle 8, ore 20:30, nove di sera. Values are T11:05 until a day is known."""

import re

from claimcheck.italian.calendar import words
from claimcheck.italian.numerals import cardinal
from claimcheck.italian.units import currency, measure
from claimcheck.kinds.figures.months import token_after, year_at
from claimcheck.kinds.figures.periods import unit_at
from claimcheck.kinds.figures.scan import Found, Scan, word_set
from claimcheck.model import Figure

_CLOCK = re.compile(r"([01]?\d|2[0-4])[.:,]([0-5]\d)(?![\d%]|[.,:]\d)")
_RULES = frozenset("|-–—")  # between the day and the hour of a dateline
_NEXT = re.compile(r"[0-5]?\d")


def clock(scan: Scan, i: int) -> Found | None:
    """A time of day; hours alone need alle, dalle, ore or the like and no noun after them."""
    if not 0 <= i < len(scan.tokens):
        return None
    if scan.key(i) in ("mezzanotte", "mezzogiorno"):
        return _named(scan, i)
    opened = (scan.key(i - 1) in word_set("near", "clock_openers") and scan.key(i - 1) != "all") or (
        scan.key(i - 1) == "all" and scan.key(i) in ("una", "1")
    )
    match = _CLOCK.match(scan.text, scan.tokens[i].start) if scan.is_digits(i) else None
    if match and "," in match[0] and _decimal(scan, token_after(scan, match.end())):
        return None
    if match and (opened or _told(scan, i, match) or _opens_entry(scan, i, match)):
        return _time(scan, i, token_after(scan, match.end()), int(match[1]), int(match[2]))
    if not opened:
        return None
    text = scan.key(i)
    hour = (
        int(text)
        if scan.is_digits(i) and text.isdigit() and len(text) <= 2
        else cardinal(text)
        if scan.is_word(i)
        else None
    )
    if scan.key(i) == "una":
        hour = 1
    if hour is None or hour > 24:
        return None
    if scan.key(i + 1) in ("del", "nel") and year_at(scan, i + 2):  # da 98 esecuzioni alle 24 del 2023
        return None
    minute, stop = _minutes(scan, i + 1)
    if stop == i + 1 and not _hour_alone(scan, i):
        return None
    return _time(scan, i, stop, hour - (minute < 0), minute % 60)


def _minutes(scan: Scan, i: int) -> tuple[int, int]:
    """alle otto | e mezza, alle 20 | e 30, alle sette | meno dieci: the minutes and the token after them."""
    sign = {"e": 1, "meno": -1}.get(scan.key(i))
    if sign is None or scan.tokens[i].breaks:
        return 0, i
    for phrase, value in words("clock_minutes").items():
        if scan.keys(i + 1, phrase.split()):
            return sign * value, i + 1 + len(phrase.split())
    text = scan.key(i + 1)
    value = int(text) if scan.is_digits(i + 1) and _NEXT.fullmatch(text) else cardinal(text) or 0
    told = 5 <= value < 60 and not _counts(scan, i + 2)
    return (sign * value, i + 2) if told else (0, i)


def _told(scan: Scan, i: int, match: re.Match[str]) -> bool:
    """17:30; 6,46 italiane; 4 marzo 2026 | 23.20; ultimo ingresso 18.30; the second hour of ore 9.30-18.30."""
    if ":" in match[0] and _free(scan, i):
        return True
    if scan.key(token_after(scan, match.end())) in ("locali", "italiane"):
        return True
    before = scan.key(i - 1)
    if before in _RULES and year_at(scan, i - 2) and not _unit(scan, token_after(scan, match.end())):
        return True
    if before in word_set("near", "hour_before") and "," not in match[0]:
        return True
    k = i - 2
    k -= 2 * (scan.key(k - 1) == ":")
    return (
        before in word_set("near", "hour_and") and scan.is_digits(k) and scan.key(k - 1) in word_set("grammar", "hours")
    )


def _decimal(scan: Scan, j: int) -> bool:
    """True where a number with a comma is no hour: dalle 10,5 tonnellate; not alle 21,25 su Rai 1."""
    return scan.key(j) != "su" and _counts(scan, j)


def _opens_entry(scan: Scan, i: int, match: re.Match[str]) -> bool:
    """7.23 Riad: intercettati …, 13.45 - L'Azerbaigian …: the time at the head of an entry of a live page."""
    j = token_after(scan, match.end())
    j += scan.key(j) in ("-", "–", "—", ":")
    if "." not in match[0] or len(match[0]) < 4 or j >= len(scan.tokens):
        return False
    if not scan.tokens[j].capital:
        return scan.starts_line(i) and scan.is_word(j) and bool(scan.noun_phrase(j)) and not _unit(scan, j)
    return scan.starts_line(i) or scan.key(i - 1) in "”»)" or _lost_break(scan, i, j)


def _lost_break(scan: Scan, i: int, j: int) -> bool:
    """… della città 11.12 Turchia, consultazioni …: the next entry of a live page that lost its line."""
    before = scan.tokens[i - 1]
    said = word_set("function") | word_set("label") | word_set("label", "alone")
    return before.kind == "word" and not before.capital and before.key not in said and not currency(scan.tokens, j)


def _free(scan: Scan, i: int) -> bool:
    """A colon time without `alle`: not within a longer code or score."""
    return not scan.glued(i) or scan.key(i - 1) in ("(", "[")


def _hour_alone(scan: Scan, i: int) -> bool:
    opener, following = scan.key(i - 1), i + 1
    told = scan.key(following) in ("di", "del") and scan.key(following + 1) in words("part_hours")
    if told or opener == "ore":
        return not unit_at(scan, following) or told
    if scan.tokens[i - 1].breaks and opener == "le":
        return False
    if _between(scan, i):
        return True
    if scan.key(i) == "una" or (not scan.is_digits(i) and opener in ("alle", "dalle")):
        return not _counts(scan, following) and scan.key(following) not in word_set("near", "not_hour_before")
    if not scan.is_digits(i) or opener in word_set("grammar", "hour_articles"):
        return (
            scan.is_digits(i) and scan.key(i - 2) in word_set("near", "clock_before") and not _counts(scan, following)
        )
    return opener in word_set("grammar", "hour_prepositions") and not _counts(scan, following)


def _between(scan: Scan, i: int) -> bool:
    """True for both hours of `tra le 20 e le 22`, where no noun follows."""
    if scan.key(i - 1) != "le":
        return False
    first = scan.key(i - 2) in ("tra", "fra") and scan.keys(i + 1, ("e", "le")) and not _counts(scan, i + 4)
    hour = scan.key(i - 4) == "le" or scan.keys(i - 5, ("le", "ore"))
    second = scan.key(i - 2) == "e" and hour and {scan.key(i - 5), scan.key(i - 6)} & {"tra", "fra"}
    return first or (bool(second) and not _counts(scan, i + 1))


def _counts(scan: Scan, i: int) -> bool:
    if scan.key(i) in ("%", "°") or scan.keys(i, ("per", "cento")) or scan.key(i) in word_set("grammar", "after_count"):
        return True
    if scan.key(i) in word_set("near", "clock_after"):
        return False
    if _unit(scan, i):
        return True
    end = scan.noun_phrase(i)
    singular = (
        end
        and scan.key(end - 2) != "d"
        and scan.tokens[end - 1].text[-1] in "oa"
        and scan.key(end - 1) not in word_set("invariable")
    )
    return bool(end) and not singular and not _name_follows(scan, i)


def _unit(scan: Scan, i: int) -> bool:
    return bool(unit_at(scan, i) or currency(scan.tokens, i) or measure(scan.tokens, i, in_digits=True))


def _name_follows(scan: Scan, i: int) -> bool:
    """alle 21 | Corrado Rossi: somebody or something that is not counted."""
    if not scan.tokens[i].capital:
        return False
    return scan.key(i)[-1:] not in ("i", "e") or (i + 1 < len(scan.tokens) and scan.tokens[i + 1].capital)


def _time(scan: Scan, i: int, stop: int, hour: int, minute: int) -> Found:
    start = i
    while (
        start > 0
        and scan.key(start - 1) in (word_set("near", "clock_openers") | word_set("near", "clock_before"))
        and i - start < 4
        and not scan.tokens[start].breaks
    ):
        start -= 1
    if scan.key(start) in word_set("grammar", "outside_hour") and start < i - 1:
        start += 1
    if (
        scan.key(stop) in ("di", "del")
        and scan.key(stop + 1) in words("part_hours")
        and scan.key(stop + 2) not in word_set("grammar", "days_about")
    ):
        hour += words("part_hours")[scan.key(stop + 1)] if hour < 12 else 0
        stop += 2
    elif scan.key(stop) in word_set("grammar", "hour_tails"):
        stop += 1
    approx = any(scan.key(k) in word_set("near", "clock_about") for k in range(start, stop))
    return Found(start, stop, Figure("time", approx=approx, timex=f"T{hour % 24:02d}:{minute:02d}"), "clock time")


def _named(scan: Scan, i: int) -> Found | None:
    title = scan.tokens[i].capital and not scan.starts_line(i)
    said = scan.key(i - 1) in word_set("near", "noon_before") and not title
    hour = "T00:00" if scan.key(i) == "mezzanotte" else "T12:00"
    return Found(i, i + 1, Figure("time", timex=hour), "clock time") if said else None


def part_of_day(scan: Scan, i: int) -> Found | None:
    """in serata, in mattinata, nel pomeriggio of the day of publication."""
    code = words("part_codes").get(scan.key(i + 1))
    said = scan.key(i) == ("nel" if scan.key(i + 1) == "pomeriggio" else "in")
    if not code or not said or scan.key(i + 2) in word_set("grammar", "of_the"):
        return None
    return Found(i, i + 2, Figure("time", timex=f"T{code}"), "part of the day")
