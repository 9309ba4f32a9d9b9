"""The quotes kind: rules find, resolve reads, levels compare."""
