"""Say which level of a staged model a file shows, and what the next level asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from auditor.engine.levels import Ask, Level, StagedModel
from auditor.engine.pack import Pack
from auditor.finding import Finding, Status


class AskState(StrEnum):
    """What a file shows of something that a level asks for."""

    SHOWN = "shown"
    DEPARTS = "departs"
    OPEN = "open"
    NOT_DUE = "not_due"
    NOT_RUN = "not_run"


@dataclass(frozen=True, slots=True)
class AskFound:
    """Something that a level asks for, what the file shows of it, and the rules that say so."""

    what: str
    state: AskState
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevelFound:
    """One level: whether the file shows it, and what it asks.

    `reached` is true where everything that it asks and that applies is shown, and something is.
    """

    id: str
    title: str
    about: str
    reached: bool
    asks: tuple[AskFound, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """What a file shows of a staged model; no score, and no part of any conclusion.

    `shown` is the title of the highest level that is reached with all levels before it, `next` that
    of the first that is not; each is empty where there is none. `to_do` are what stands between.
    """

    id: str
    title: str
    about: str
    shown: str
    next: str
    to_do: tuple[AskFound, ...]
    levels: tuple[LevelFound, ...]


_SETTLED = (AskState.SHOWN, AskState.NOT_DUE)


def profiles(packs: Sequence[Pack], findings: Sequence[Finding]) -> tuple[Profile, ...]:
    """Return the profile of a file for each pack that has a staged model."""
    models = [pack.levels for pack in packs if pack.levels is not None]
    by_rule = {finding.rule: finding for finding in findings} if models else {}
    return tuple(profile(model, by_rule) for model in models)


def profile(model: StagedModel, findings: Mapping[str, Finding]) -> Profile:
    """Return what a file shows of one model; findings by the id of their rule."""
    levels = tuple(_level(level, findings) for level in model.levels)
    first = next((n for n, level in enumerate(levels) if not level.reached), len(levels))
    missing = levels[first].asks if first < len(levels) else ()
    return Profile(
        id=model.id,
        title=model.title,
        about=model.about,
        shown=levels[first - 1].title if first else "",
        next=levels[first].title if first < len(levels) else "",
        to_do=tuple(ask for ask in missing if ask.state not in _SETTLED),
        levels=levels,
    )


def _level(level: Level, findings: Mapping[str, Finding]) -> LevelFound:
    asks = tuple(_ask(ask, findings) for ask in level.asks)
    settled = all(ask.state in _SETTLED for ask in asks)
    shown = any(ask.state is AskState.SHOWN for ask in asks)
    return LevelFound(level.id, level.title, level.about, settled and shown, asks)


def _ask(ask: Ask, findings: Mapping[str, Finding]) -> AskFound:
    """Return what the rules of an ask come to: the answer that keeps it from being shown first."""
    states = {rule: _state(findings.get(rule)) for rule in ask.rules}
    order = (AskState.DEPARTS, AskState.OPEN, AskState.NOT_RUN, AskState.SHOWN, AskState.NOT_DUE)
    state = min(states.values(), key=order.index)
    return AskFound(ask.what, state, tuple(rule for rule, its in states.items() if its is state))


def _state(finding: Finding | None) -> AskState:
    if finding is None:
        return AskState.NOT_RUN
    return {
        Status.CONFORMS: AskState.SHOWN,
        Status.RECORDED: AskState.SHOWN,
        Status.DEPARTS: AskState.DEPARTS,
        Status.CANNOT_CONCLUDE: AskState.OPEN,
        Status.NOT_APPLICABLE: AskState.NOT_DUE,
    }[finding.status]
