"""What `compare` and `demo` do: find the claims, compare them, write what is asked for, set the exit code."""

from dataclasses import replace

from claimcheck.cli.options import Job, ReportFormat
from claimcheck.cli.output import screen, show, suggest
from claimcheck.cli.places import places
from claimcheck.cli.reports import Report, shared, spoken
from claimcheck.cli.selecting import tell_aside
from claimcheck.cli.steps import find_claims, finish
from claimcheck.reading import ReadResult
from claimcheck.report.selection import select

NEXT = "Next: add -f html -o page.html, or claimcheck explain PATH... for the reasons."


def run(result: ReadResult, job: Job) -> None:
    """Compare the articles, write the result, leave with the exit code that it asks for."""
    from claimcheck.comparison import compare

    readings, label = find_claims(result.articles, job.pipeline, job.workers, job.quiet)
    lang = spoken(job)
    found = compare(readings, lang.value)
    selected = select(found, job.wanted)
    tell_aside(selected.aside, job.quiet)
    kept = selected.comparison
    if job.format == ReportFormat.sarif:  # where what is set aside is told with its reason
        kept = select(found, replace(job.wanted, suppressions=())).comparison
    text = render(Report(kept, label, lang, aside=selected.aside), job)
    show(text, job.output, job.pager and job.format == ReportFormat.text)
    if job.format == ReportFormat.text and not job.output:
        suggest(NEXT, job.quiet)
    finish(result.problems, (alignment.relation for alignment in selected.comparison.alignments), job.fail_on)


def render(report: Report, job: Job) -> str:
    """The comparison in the format of the job."""
    from claimcheck.report import json, rows

    if job.format == ReportFormat.text:
        from claimcheck.report.terminal import comparison_report

        width, colour = screen(job.output)
        links = places(report.comparison.readings) if colour else {}
        whole = not job.wanted.narrow
        return comparison_report(
            report.comparison, report.lang.value, width=width, colour=colour, whole=whole, links=links
        )
    if job.format == ReportFormat.json:
        return json.dump(json.compare_document(report.comparison, report.label))
    if job.format == ReportFormat.jsonl:
        return rows.pair_lines(report.comparison)
    return rows.pair_table(report.comparison) if job.format == ReportFormat.csv else shared(report, job)
