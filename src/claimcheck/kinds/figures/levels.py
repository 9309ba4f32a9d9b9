"""How two figures of one fact relate: the ordered levels, first that applies wins."""

from claimcheck.kinds.base import Kind, Level, Side
from claimcheck.kinds.figures import amounts, moments, values
from claimcheck.model import Figure


def comparable(a: Side, b: Side) -> bool:
    """True if the two figures measure the same: calendar with calendar (or a duration), amounts of one dimension.

    One sum in two currencies compares too: it is a slip of the unit.
    """
    first, second = values.figure_of(a), values.figure_of(b)
    kinds = {values.dimension(first), values.dimension(second)}
    if len(kinds) == 1 or kinds in ({"calendar", "time"}, {"%", "pp"}):
        return True
    return _same_sum(first, second) or values.other_currency(first, second)


def _same_sum(first: Figure, second: Figure) -> bool:
    """True if a number without unit repeats a sum of money: `oltre 3,6 milioni` and `oltre 3,6 milioni di euro`."""
    sums = {first.kind, second.kind} == {"money", "quantity"} and (values.bare(first) or values.bare(second))
    return sums and (first.low, first.high) == (second.low, second.high)


LEVELS = (
    Level(
        "deictic",
        "agree",
        "date",
        moments.same_deictic,
        "«{a}» sta nella stessa dichiarazione: indica lo stesso giorno.",
        "“{a}” is part of the same statement and means the same day.",
    ),
    Level(
        "equal",
        "agree",
        None,
        moments.same_time,
        "«{a}» e «{b}» indicano lo stesso momento.",
        "“{a}” and “{b}” name the same time.",
    ),
    Level(
        "clock",
        "compatible",
        "precision",
        moments.near_clock,
        "«{a}» e «{b}» indicano la stessa ora con diversa precisione.",
        "“{a}” and “{b}” give the same hour with different precision.",
    ),
    Level(
        "granularity",
        "compatible",
        "precision",
        moments.granularity,
        "«{inner}» cade nel periodo che l'altra fonte indica con «{outer}»: non si contraddicono.",
        "“{inner}” falls within the period that the other source calls “{outer}”: no contradiction.",
    ),
    Level(
        "derived",
        "agree",
        None,
        moments.derived,
        "«{span}» prima della pubblicazione porta al {year}, come «{moment}».",
        "“{span}” before publication leads to {year}, like “{moment}”.",
    ),
    Level(
        "derived",
        "compatible",
        "precision",
        moments.derived_near,
        "«{span}», contando dalla pubblicazione, porta al {year}: «{moment}» lo dice con un'altra precisione.",
        "“{span}”, counted from publication, leads to {year}: “{moment}” says so with another precision.",
    ),
    Level(
        "window",
        "compatible",
        "value",
        moments.derived_window,
        "«{moment}» cade nel periodo di «{span}», che comincia nel {year}.",
        "“{moment}” falls within “{span}”, which begins in {year}.",
    ),
    Level(
        "set",
        "compatible",
        "set",
        moments.left_out,
        "{opener} elenca {shorter}, {other} anche il {missing}.",
        "{opener} lists {shorter}, {other} also {missing}.",
    ),
    Level(
        "publication-day",
        "compatible",
        "date",
        moments.deictic_day,
        "«{a}» vale in ciascun articolo per il proprio giorno di pubblicazione.",
        "“{a}” counts from each article's own day of publication.",
    ),
    Level(
        "night",
        "compatible",
        "precision",
        moments.one_night,
        "«{a}» e «{b}»: può essere la stessa notte, fra un giorno e l'altro.",
        "“{a}” and “{b}”: it may be one night, between two days.",
    ),
    Level(
        "moved",
        "compatible",
        "date",
        moments.moved_day,
        "«{a}» è il {day_a_it}, «{b}» è il {day_b_it}: la data è stata spostata.",
        "“{a}” is {day_a_en}, “{b}” is {day_b_en}: the date was moved.",
    ),
    Level(
        "date",
        "conflict",
        "date",
        moments.other_day,
        "«{a}» è il {day_a_it}, «{b}» è il {day_b_it}: le date non coincidono.",
        "“{a}” is {day_a_en}, “{b}” is {day_b_en}: the dates differ.",
    ),
    Level(
        "date",
        "conflict",
        "date",
        moments.other_year,
        "«{a}» e «{b}»: gli anni non coincidono.",
        "“{a}” and “{b}”: the years differ.",
    ),
    Level(
        "points",
        "compatible",
        "value",
        amounts.points,
        "«{a}» e «{b}» usano misure diverse: percentuale e punti percentuali.",
        "“{a}” and “{b}” use different measures: per cent and percentage points.",
    ),
    Level(
        "scope",
        "compatible",
        "value",
        amounts.scope,
        "«{a}» e «{b}» valgono entro limiti diversi: una parte e il tutto, o due periodi, luoghi o gruppi.",
        "“{a}” and “{b}” hold within different limits: part and whole, or two periods, places or groups.",
    ),
    Level(
        "sign",
        "conflict",
        "value",
        amounts.sign,
        "«{a}» e «{b}»: per una fonte è un aumento, per l'altra un calo.",
        "“{a}” and “{b}”: a rise for one source, a fall for the other.",
    ),
    Level(
        "trend",
        "compatible",
        "value",
        amounts.other_trend,
        "«{a}» e «{b}»: lo stesso valore, che per una fonte è in aumento, per l'altra in calo.",
        "“{a}” and “{b}”: the same value, rising for one source, falling for the other.",
    ),
    Level(
        "update",
        "compatible",
        "value",
        amounts.update,
        "«{a}» e «{b}» sono conti dello stesso fatto in momenti diversi: il più recente aggiorna l'altro.",
        "“{a}” and “{b}” count the same fact at different times: the later updates the earlier.",
    ),
    Level(
        "unit",
        "conflict",
        "value",
        amounts.unit,
        "«{a}» e «{b}»: lo stesso numero in un'altra unità o su un'altra scala.",
        "“{a}” and “{b}”: the same number in another unit or on another scale.",
    ),
    Level(
        "equal",
        "agree",
        None,
        amounts.same_amount,
        "«{a}» e «{b}» dicono lo stesso valore.",
        "“{a}” and “{b}” state the same value.",
    ),
    Level(
        "bound-conflict",
        "conflict",
        "value",
        amounts.other_ceiling,
        "«{a}» e «{b}»: la pena massima non è la stessa.",
        "“{a}” and “{b}”: the highest sentence is not the same.",
    ),
    Level(
        "bound",
        "compatible",
        "value",
        amounts.bound,
        "«{a}» e «{b}» non si contraddicono: un intervallo sta dentro l'altro o lo tocca.",
        "“{a}” and “{b}” do not contradict each other: one range lies inside the other or meets it.",
    ),
    Level(
        "approximate",
        "compatible",
        "precision",
        amounts.about,
        "«{a}» e «{b}» dicono lo stesso valore con diversa precisione.",
        "“{a}” and “{b}” state the same value with different precision.",
    ),
    Level(
        "rounding",
        "compatible",
        "precision",
        amounts.rounding,
        "«{a}» e «{b}»: un valore è l'arrotondamento dell'altro.",
        "“{a}” and “{b}”: one value is the other rounded.",
    ),
    Level(
        "ordinal",
        "conflict",
        "value",
        amounts.rank,
        "«{a}» e «{b}»: le due fonti non contano allo stesso modo.",
        "“{a}” and “{b}”: the two sources count differently.",
    ),
    Level(
        "window",
        "compatible",
        "value",
        amounts.other_rank,
        "«{a}» e «{b}» contano su periodi o insiemi diversi.",
        "“{a}” and “{b}” count over different periods or sets.",
    ),
    Level(
        "window",
        "compatible",
        "value",
        amounts.other_window,
        "«{a}» e «{b}» guardano a periodi diversi, che possono valere entrambi.",
        "“{a}” and “{b}” look at different periods; both can hold.",
    ),
    Level(
        "bound-conflict",
        "conflict",
        "value",
        amounts.outside,
        "«{a}» e «{b}» si escludono: il valore sta fuori dall'intervallo.",
        "“{a}” and “{b}” exclude each other: the value lies outside the range.",
    ),
    Level(
        "value",
        "conflict",
        "value",
        amounts.other_value,
        "«{a}» e «{b}»: i due valori non possono valere entrambi.",
        "“{a}” and “{b}”: the two values cannot both hold.",
    ),
)

KIND = Kind("figure", comparable, LEVELS)
