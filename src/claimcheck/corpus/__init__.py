"""The stored corpus: articles, their claims and what finds them again, in one SQLite file; the only user of sqlite3."""

from claimcheck.corpus.index import Index, Near
from claimcheck.corpus.search import Query
from claimcheck.corpus.store import Corpus

__all__ = ["Corpus", "Index", "Near", "Query"]
