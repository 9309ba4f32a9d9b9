"""One folder per claim kind, always the same files: rules, resolve, levels, lexicon.toml, examples.toml."""
