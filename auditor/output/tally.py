"""Count what was found on many contracting processes, by portal and rule."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from auditor.conclusion import Verdict
from auditor.counted import count
from auditor.finding import Finding, Status
from auditor.output import words
from auditor.output.arrange import bearing
from auditor.output.printable import printable
from auditor.report import Report

MOST_PLACES = 5
"""How many places are named for each portal and rule."""
UNKNOWN_PORTAL = "Portal not known"
_NAMED = (Status.DEPARTS, Status.CANNOT_CONCLUDE, Status.CONFORMS, Status.NOT_APPLICABLE)


@dataclass(slots=True)
class Tally:
    """The counts of a run: processes by portal and verdict, answers by portal, rule and status."""

    processes: Counter[tuple[str, Verdict]] = field(default_factory=Counter)
    answers: Counter[tuple[str, str, Status]] = field(default_factory=Counter)
    titles: dict[str, str] = field(default_factory=dict)
    places: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def add(self, report: Report, portal: str) -> None:
        """Count one process."""
        portal = portal or UNKNOWN_PORTAL
        self.processes[portal, report.conclusion.overall] += 1
        for finding in report.findings:
            if finding.waits_for:  # one finding for every rule that waits for the gate
                for rule in finding.also:
                    self.answers[portal, rule, finding.status] += 1
            else:
                self.answers[portal, finding.rule, finding.status] += 1
                self.titles.setdefault(finding.rule, finding.title)
            if finding.status is Status.DEPARTS:
                self._place(portal, finding)

    def _place(self, portal: str, finding: Finding) -> None:
        """Keep where the first departures from a rule stand."""
        kept = self.places.setdefault((portal, finding.rule), [])
        place = next((each.place for each in finding.evidence if "/" in each.place), "")
        if place and len(kept) < MOST_PLACES:
            kept.append(place)

    @property
    def portals(self) -> Mapping[str, int]:
        """Return how many processes each portal has, in the order of their names."""
        found: Counter[str] = Counter()
        for (portal, _), number in self.processes.items():
            found[portal] += number
        return dict(sorted(found.items()))

    def of(self, portal: str, rule: str, status: Status) -> int:
        """Return how many processes of a portal gave an answer to a rule."""
        return self.answers[portal, rule, status]


def line(process: str, report: Report) -> str:
    """Return one process as a line: what it comes to, and the rules that it departs from."""
    departs = _rules(report.findings, Status.DEPARTS)
    silent, due = bearing(report)
    found = f"worth asking about {departs}" if departs else "nothing departs"
    name = words.cut(printable(process), 120)
    return f"{name}: {found}; {silent} of {due} due cannot conclude"


def _rules(findings: tuple[Finding, ...], status: Status) -> str:
    return ", ".join(finding.rule for finding in findings if finding.status is status)


def one_line(name: str, tally: Tally) -> str:
    """Return a whole run as one line."""
    number = sum(tally.processes.values())
    departing = sum(n for (_, _, status), n in tally.answers.items() if status is Status.DEPARTS)
    held = count(number, "process", "processes")
    return f"{printable(name)}: {held}, {count(departing, 'departure')} worth asking about"


def summary(tally: Tally) -> str:
    """Return the counts of a run, for each portal a table with a line for each rule."""
    return "\n\n".join("\n".join(lines) for lines in _parts(tally))


def _parts(tally: Tally) -> Iterator[list[str]]:
    for portal, number in tally.portals.items():
        lines = [f"{printable(portal)}: {count(number, 'process', 'processes')}"]
        lines.append(
            f"  {'':8}{'departs':>9}{'cannot conclude':>17}{'conforms':>10}{'not asked':>11}"
        )
        for rule, title in sorted(tally.titles.items()):
            departs, silent, conforms, unasked = (tally.of(portal, rule, s) for s in _NAMED)
            lines.append(f"  {rule:8}{departs:>9}{silent:>17}{conforms:>10}{unasked:>11}  {title}")
        yield [*lines, *_where(tally, portal)]


def _where(tally: Tally, portal: str) -> Iterator[str]:
    """Yield where the departures of a portal stand, the first few of each rule."""
    for (own, rule), places in sorted(tally.places.items()):
        if own == portal and places:
            left = tally.of(portal, rule, Status.DEPARTS) - len(places)
            more = f" and {left:,} more" if left > 0 else ""
            yield printable(f"  {rule}: {', '.join(places)}{more}")
