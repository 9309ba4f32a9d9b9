"""The attributions kind: rules find, resolve reads, levels compare."""
