"""Closed classes of Italian words (data/grammar.toml) as sets, both shapes of the apostrophe in each."""

from claimcheck.italian.lexicon import load


def _words(section: str, key: str) -> frozenset[str]:
    listed = load("claimcheck.italian.data", "grammar.toml")[section][key].split()
    return frozenset(listed) | frozenset(w.replace("'", "’") for w in listed)


DI = _words("preposition", "di")
A = _words("preposition", "a")
DA = _words("preposition", "da")
SU = _words("preposition", "su")
IN = _words("preposition", "in")
ARTICULATED = _words("preposition", "articulated")
DETERMINERS = _words("determiner", "all")
PLAIN_DETERMINERS = _words("determiner", "plain")
PLURAL_ARTICLES = _words("determiner", "plural_article")
DEMONSTRATIVE = _words("determiner", "demonstrative")
INDEFINITE = _words("determiner", "indefinite")
NOUN_SIGNS = _words("determiner", "noun_sign") | DI
JOINT = _words("determiner", "joint")
AVERE = _words("verb", "avere")
ESSERE = _words("verb", "essere")
INFINITIVE_AUXILIARY = _words("verb", "infinitive_auxiliary")
DUTY = _words("verb", "duty")
STATO = _words("verb", "stato")
MODAL = _words("verb", "modal")
SUBJUNCTIVE = _words("verb", "subjunctive")
DISSOCIATION = _words("verb", "dissociation")
POSSIBILITY = _words("verb", "possibility")
CLITICS = _words("pronoun", "clitic")
NOBODY = _words("pronoun", "nobody")
PRONOUNS = _words("pronoun", "personal")
RELATIVES = _words("pronoun", "relative")
RELATIVES_OBLIQUE = _words("pronoun", "relative_oblique")
DEICTIC = _words("pronoun", "deictic")
FLOATING = _words("adverb", "floating")
BEFORE_CHE = _words("conjunction", "before_che")
RUN_ON = _words("conjunction", "run_on")
OPPOSING = _words("conjunction", "opposing")
ADJUNCT = _words("conjunction", "adjunct")
PHRASE_OPENING = _words("conjunction", "phrase_opening")
TIMES = _words("noun", "time")
PARTICLES = _words("noun", "name_particle")
ABBREVIATIONS = _words("abbreviation", "all")
QUOTE_OPEN = frozenset('"“«‘„')
QUOTE_CLOSE = frozenset('"”»“’')
