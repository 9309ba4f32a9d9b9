"""Word tables of Italian: TOML files read by claimcheck.italian.lexicon."""
