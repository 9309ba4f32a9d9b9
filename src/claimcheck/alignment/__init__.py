"""Same fact? Blocking, scoring and assignment of claims across articles; near-duplicate articles.

Whether two claims of one fact agree is another question: see `claimcheck.comparison`.
"""
