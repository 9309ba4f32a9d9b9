"""Readings made by hand: articles with marked claims."""

import re
from typing import Any

from claimcheck.model import Article, Attribution, Claim, ClaimKind, Figure, Reading, Span, Stance

_FIGURE = ("kind", "low", "high", "approx", "unit", "of", "timex")


def claim(text: str, words: str, kind: ClaimKind, nth: int = 0, furniture: bool = False, **fields: Any) -> Claim:
    """The claim on the nth occurrence of `words`; `kind` of the figure is given as `figure`."""
    start = [m.start() for m in re.finditer(re.escape(words), text)][nth]
    stance: Stance = fields.pop("stance", "asserted")
    source, cue = fields.pop("source", None), fields.pop("cue", None)
    mark = Span.of(text, text.index(cue), text.index(cue) + len(cue)) if cue else None
    attribution = Attribution(source, cue=mark, stance=stance) if source or cue or kind == "attribution" else None
    figure = None
    if kind == "figure":
        fields["kind"] = fields.pop("figure", "quantity")
        figure = Figure(**{key: fields[key] for key in _FIGURE if key in fields})
    begin = max(text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0, 0)
    stop = text.find(". ", start + len(words))
    sentence = (begin, len(text) if stop < 0 else stop + 1)
    return Claim(kind, start, start + len(words), words, sentence, furniture, fields.get("form"), figure, attribution)


def reading(name: str, text: str, *claims: Claim, published: str | None = "2024-03-02") -> Reading:
    """An article with its claims."""
    return Reading(Article(name, text, source=name, published=published), claims)


FIRE_A = (
    "Rogo alla cartiera Bassani di Porto Verde. "
    "Nell'incendio della cartiera Bassani sono rimasti feriti undici operai. "
    "Il sindaco Mario Rossi ha detto: «La fabbrica resterà chiusa fino alla fine delle indagini». "
    "Secondo i vigili del fuoco le fiamme sono partite dal deposito dei solventi. "
    "I danni ammontano a oltre 3 milioni di euro. "
    "Nel 1998 un altro incendio aveva distrutto il deposito della cartiera."
)
FIRE_B = (
    "Incendio alla cartiera Bassani, Porto Verde sotto choc. "
    "Undici lavoratori feriti nell'incendio della cartiera Bassani. "
    "«La fabbrica resterà chiusa», assicura il sindaco Rossi. "
    "La procura ritiene che le fiamme siano partite dal deposito dei solventi. "
    "I danni della cartiera ammontano a 4 milioni di euro. Il deposito della cartiera era già bruciato nel 1998."
)
MATCH = (
    "La Stella batte il Borgo tre a zero. Davanti a undici tifosi infreddoliti il portiere ha parato un rigore. "
    "L'allenatore Luca Bianchi ha detto: «La squadra resterà unita fino alla fine». Il club era fallito nel 1998."
)


def fires() -> list[Reading]:
    """Two articles on one fire and one on a football match."""
    a = (
        claim(FIRE_A, "undici operai", "figure", low=11, high=11, of="operai"),
        claim(FIRE_A, "La fabbrica resterà chiusa fino alla fine delle indagini", "quote", source="Mario Rossi"),
        claim(FIRE_A, "le fiamme sono partite dal deposito dei solventi", "attribution", source="vigili del fuoco"),
        claim(FIRE_A, "oltre 3 milioni di euro", "figure", figure="money", low=3e6, unit="EUR", of="danni"),
        claim(FIRE_A, "1998", "figure", figure="year", timex="1998"),
    )
    b = (
        claim(FIRE_B, "Undici lavoratori", "figure", low=11, high=11, of="lavoratori"),
        claim(FIRE_B, "La fabbrica resterà chiusa", "quote", source="Rossi"),
        claim(FIRE_B, "le fiamme siano partite dal deposito dei solventi", "attribution", source="procura"),
        claim(FIRE_B, "4 milioni di euro", "figure", figure="money", low=4e6, high=4e6, unit="EUR", of="danni"),
        claim(FIRE_B, "1998", "figure", figure="year", timex="1998"),
    )
    c = (
        claim(MATCH, "undici tifosi", "figure", low=11, high=11, of="tifosi"),
        claim(MATCH, "La squadra resterà unita fino alla fine", "quote", source="Luca Bianchi"),
        claim(MATCH, "1998", "figure", figure="year", timex="1998"),
    )
    return [reading("alfa", FIRE_A, *a), reading("beta", FIRE_B, *b), reading("gamma", MATCH, *c)]
