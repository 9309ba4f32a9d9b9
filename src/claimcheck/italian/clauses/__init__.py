"""Clauses seen by spaCy's tagger and parser with a surface window behind: verb groups, subjects, contents."""
