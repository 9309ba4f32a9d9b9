"""Reports for the terminal, drawn with rich and returned as text."""

from claimcheck.report.terminal.compare import comparison_report
from claimcheck.report.terminal.extract import extract_report

__all__ = ["comparison_report", "extract_report"]
