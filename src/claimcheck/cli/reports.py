"""A comparison, or a check seen as one, in the formats that both share: HTML, Markdown, SARIF, JSON-LD."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import Literal

from claimcheck.cli.options import PROSE, Job, Lang, ReportFormat
from claimcheck.cli.output import language
from claimcheck.cli.places import places
from claimcheck.model import Comparison
from claimcheck.report.json import dump


@dataclass(frozen=True, slots=True)
class Report:
    """A comparison to be written: the pipeline's label, the new articles of a check, why findings were set aside."""

    comparison: Comparison
    label: str
    lang: Lang
    fresh: Set[str] = frozenset()
    aside: Mapping[str, str] = field(default_factory=dict)


def spoken(job: Job) -> Lang:
    """The language of the job's report: that of the locale for people, Italian for machines, unless --lang says."""
    return language(job.lang) if job.format in PROSE else job.lang or Lang.it


def shared(report: Report, job: Job) -> str:
    """The report in the format of the job, which is one of the four."""
    comparison = report.comparison
    lang: Literal["it", "en"] = report.lang.value
    if job.format == ReportFormat.html:
        from claimcheck.report.html import comparison_page

        return comparison_page(comparison, lang, report.label, report.fresh, not job.wanted.narrow)
    if job.format == ReportFormat.markdown:
        from claimcheck.report.markdown import comparison_markdown

        return comparison_markdown(comparison, lang, not job.wanted.narrow)
    if job.format == ReportFormat.jsonld:
        from claimcheck.report.jsonld import linked_data

        return dump(linked_data(comparison, lang))
    from claimcheck.report.sarif import Notes, sarif_log

    notes = Notes(places(comparison.readings), report.aside, job.wanted.known is not None)
    return dump(sarif_log(comparison, lang, report.label, notes))
