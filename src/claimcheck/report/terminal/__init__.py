"""Reports for the terminal, drawn with rich and returned as text."""

from claimcheck.report.terminal.archive import change_report, head_report, hit_report, stats_report
from claimcheck.report.terminal.check import check_report
from claimcheck.report.terminal.compare import comparison_report
from claimcheck.report.terminal.extract import extract_report
from claimcheck.report.terminal.rules import rules_report

__all__ = [
    "change_report",
    "check_report",
    "comparison_report",
    "extract_report",
    "head_report",
    "hit_report",
    "rules_report",
    "stats_report",
]
