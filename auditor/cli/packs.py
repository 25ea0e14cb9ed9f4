"""Load the packs of a run; a pack of one's own must pass its own proof before it is used."""

from auditor.cli.options import pack_names
from auditor.engine.pack import Pack, is_published, load_pack, load_packs
from auditor.errors import Problem, RulesError


def packs_for(values: tuple[str, ...]) -> tuple[Pack, ...]:
    """Return the packs that --packs names; raises RulesError for one that fails its own cases."""
    packs = load_packs(pack_names(values))
    for pack in packs:
        if not is_published(pack):
            _prove(pack)
    return packs


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
