"""Days of a month that others name: dal 13 al 15 luglio, il 3, 4 e 5 maggio, il 20 del prossimo mese, entro il 27."""

from datetime import date

from claimcheck.italian.calendar import add_months, day, month, week
from claimcheck.kinds.figures.dates import calendar_day
from claimcheck.kinds.figures.months import MonthAt, dated, day_number, day_timex, month_at, tail_at
from claimcheck.kinds.figures.scan import Found, Scan, word_set

_MONTH_REACH = 40


def day_range(scan: Scan, i: int) -> Found | None:
    """dal 13 al 15 luglio, 13-15 luglio, tra il 3 e il 12 di settembre: one interval of days."""
    first = day_number(scan, i)
    if first is None or not (scan.is_digits(i) or scan.key(i - 1) in word_set("grammar", "day_openers")):
        return None
    j, start = first[1], i
    opening = scan.key(i - 1)
    if scan.key(j) in "-–" and scan.key(j):
        j += 1
    elif opening in ("dal", "dall") and scan.key(j) in word_set("grammar", "until"):
        j, start = j + 1 + (scan.key(j) == "fino"), i - 1
    elif (opening in ("tra", "fra") or scan.key(i - 2) in ("tra", "fra")) and scan.key(j) == "e":
        j, start = j + 1 + (scan.key(j + 1) in ("il", "l")), i - (1 if opening in ("tra", "fra") else 2)
    else:
        return None
    last = day_number(scan, j)
    if last is None or last[0] <= first[0] or (last[0] == first[0] + 1 and opening in ("il", "l")):
        return None
    month_ = month_at(scan, last[1] + (scan.key(last[1]) == "di"), short=True)
    tail = tail_at(scan, last[1], "month_tails")
    if month_ is None and tail and opening in ("dal", "dall"):
        away = [_day_away(scan, n, tail[0]) for n in (first[0], last[0])]
        return dated(start, tail[1], "/".join(e for e in away if e) if all(away) else None, "range of days")
    stop = month_.stop if month_ else last[1]
    if month_ is None and opening in ("dal", "dall") and _stands_alone(scan, last[1]):
        month_ = _month_near(scan, i)
    if month_ is None:
        return None
    ends = [day_timex(scan, i, n, month_) for n in (first[0], last[0])]
    return dated(start, stop, "/".join(e for e in ends if e) if all(ends) else None, "range of days")


def week_of_day(scan: Scan, i: int) -> Found | None:
    """settimana del 16 settembre."""
    if scan.key(i) != "settimana" or scan.key(i + 1) not in ("del", "dell"):
        return None
    found = calendar_day(scan, i + 2)
    timex = found.figure.timex if found else None
    if found is None or not timex:
        return None
    return dated(i, found.stop, week(date.fromisoformat(timex)), "week of a day")


def day_of_month(scan: Scan, i: int) -> Found | None:
    """il 20 del prossimo mese, entro il 27."""
    first = day_number(scan, i)
    if first is None or not scan.is_digits(i) or scan.key(i - 1) not in word_set("near", "day_articles"):
        return None
    tail = tail_at(scan, first[1], "month_tails")
    if tail is not None:
        return dated(i, tail[1], _day_away(scan, first[0], tail[0]), "day of the month")
    month_ = _month_near(scan, i) if _stands_alone(scan, first[1]) else None
    if month_:
        return dated(i, first[1], day_timex(scan, i, first[0], month_), "day of the month")
    ends = scan.key(first[1]) in ("", ".", ",", ";", ")")
    if ends and scan.key(i - 2) in word_set("grammar", "deadline"):
        return dated(i, first[1], _nearest_day(scan, i, first[0]), "day of the month")
    return None


def _stands_alone(scan: Scan, j: int) -> bool:
    """True where neither a noun nor a unit follows the number: il 27 non si terrà; not il 5 per cento."""
    if j >= len(scan.tokens) or scan.key(j) in (".", ",", ";", ")"):
        return True
    if scan.key(j) in word_set("grammar", "and_or_ed"):
        k = j + 1 + (scan.key(j + 1) in word_set("near", "day_articles"))
        return scan.is_digits(k) and _stands_alone(scan, k + 1)
    return scan.key(j) in word_set("near", "after_day")


def _month_near(scan: Scan, i: int) -> MonthAt | None:
    """The month of the last day told before token `i`: il 2 e il 3 marzo a Monza, l' | 8 a Camaiore."""
    for k in range(i - 1, max(0, i - _MONTH_REACH), -1):
        if scan.tokens[k].breaks:
            return None
        if month(scan.key(k)) is not None and (day_number(scan, k - 1) or scan.key(k - 1) in ("a", "meta")):
            return month_at(scan, k)
    return None


def _day_away(scan: Scan, number: int, months: int) -> str | None:
    """The day of the month that lies `months` from publication's."""
    if scan.anchor is None:
        return None
    month_ = add_months(scan.anchor.replace(day=1), months)
    found = day(month_.year, month_.month, number)
    return found.isoformat() if found else None


def _nearest_day(scan: Scan, i: int, number: int) -> str | None:
    """The last such day, with a future verb the next."""
    if scan.anchor is None:
        return None
    month_ = scan.anchor.replace(day=1)
    near = [day(m.year, m.month, number) for m in (add_months(month_, k) for k in (-2, -1, 0, 1, 2))]
    days = [d for d in near if d and (d >= scan.anchor if scan.future(i) else d <= scan.anchor)]
    return (min(days) if scan.future(i) else max(days)).isoformat() if days else None


def listed_day(scan: Scan, i: int) -> Found | None:
    """The 3 and the 4 of `il 3, 4 e 5 maggio`; the 4 of `tra il 4 e l'8 marzo`."""
    first = day_number(scan, i)
    if first is None or not scan.is_digits(i) or scan.key(i - 1) not in word_set("near", "list_before"):
        return None
    j = first[1]
    for _ in range(8):
        if scan.key(j) not in (",", "e", "ed", "o", "al", "all", "fino"):
            return None
        j += 1
        while scan.key(j) in word_set("grammar", "between_days"):
            j += 1
        following = day_number(scan, j)
        if following is None or not scan.is_digits(j):
            return None
        j = following[1]
        month_ = month_at(scan, j)
        if month_:
            return dated(i, first[1], day_timex(scan, i, first[0], month_), "day of a list")
    return None
