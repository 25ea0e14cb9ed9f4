"""Load the packs of a run; a pack of one's own must pass its own proof before it is used."""

from pathlib import Path

from auditor.cli.options import pack_names
from auditor.engine.pack import Pack, is_published, load_pack, load_packs
from auditor.errors import Problem, RulesError
from auditor.load import is_open_contracting

RECORD_PACKS = ("procurement",)
"""The packs that the public record can answer; of others most rules could only say they cannot."""


def packs_for(values: tuple[str, ...]) -> tuple[Pack, ...]:
    """Return the packs that --packs names; raises RulesError for one that fails its own cases."""
    packs = load_packs(pack_names(values))
    for pack in packs:
        if not is_published(pack):
            _prove(pack)
    return packs


def packs_for_file(path: Path, values: tuple[str, ...]) -> tuple[Pack, ...]:
    """Return the packs for one file: those that are named, or those that its kind can answer."""
    return packs_for(values or (RECORD_PACKS if is_open_contracting(path) else ()))


def _prove(pack: Pack) -> None:
    from auditor.engine.examples import run_proofs  # the published packs are proved already

    proofs = run_proofs(load_pack(pack.folder, with_cases=True))
    failed = [proof for proof in proofs if not proof.passed]
    if failed:
        first = failed[0]
        problem = f"{len(failed)} of its own cases fail, so the pack is not used; {first.rule}: "
        problem += f"{first.case} (expected {first.expected}, got {first.got})"
        hint = f"run: auditor rules check {pack.folder.as_posix()}"
        raise RulesError(Problem(problem, pack.info.id, hint))
