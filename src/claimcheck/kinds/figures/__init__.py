"""The figures kind: rules find, resolve reads, levels compare."""
