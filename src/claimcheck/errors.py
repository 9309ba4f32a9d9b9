"""Every error the package raises on purpose: the message says what, where and the cure."""


class ClaimcheckError(Exception):
    """Base of all errors meant for the user; the command line prints the message and exits with 2."""


class ReadError(ClaimcheckError):
    """An input cannot be read as an article."""


class DuplicateIdError(ReadError):
    """Two articles carry the same id."""


class LexiconError(ClaimcheckError):
    """A word table shipped with the package is missing, empty or malformed."""


class PipelineError(ClaimcheckError):
    """The requested spaCy pipeline cannot be loaded or lacks a component."""


class OutputError(ClaimcheckError):
    """The output file cannot be written."""


class SemanticError(ClaimcheckError):
    """Sentence vectors cannot be made: the extra `semantic` is missing or does not run here."""


class ClaimError(ClaimcheckError):
    """A claim that was asked for is not there, or several fit."""


class CorpusError(ClaimcheckError):
    """The stored corpus cannot be opened, read or written."""
