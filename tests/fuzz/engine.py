"""Who makes the inputs: atheris led by coverage, or chance alone where there is no atheris."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from random import Random

from tests.fuzz.target import Target

NATIVE = 0.2  # the share of atheris' own changes of bytes; the rest knows the format


def has_atheris() -> bool:
    """Whether the search can be led by coverage here."""
    return find_spec("atheris") is not None


@contextmanager
def watched_imports(led: bool) -> Iterator[None]:
    """What is imported in here is watched for coverage."""
    if not led:
        yield
        return
    import atheris

    with atheris.instrument_imports(include=["editor", "phrasebank"], enable_loader_override=False):
        yield


def led_by_coverage(
    target: Target, run: Callable[[bytes], None], corpus: Path, seconds: int
) -> None:
    """Run until the time is over; never returns, the process ends."""
    import atheris

    def mutated(data: bytes, size: int, seed: int) -> bytes:
        chance = Random(seed)
        if chance.random() > NATIVE:
            made = target.mutate(bytes(data), chance)
            if len(made) <= size:
                return made
        return bytes(atheris.Mutate(bytes(data) or b"\n", size))

    options = [
        f"-max_total_time={seconds}",
        f"-max_len={target.longest}",
        f"-artifact_prefix={corpus.parent}/",
        "-len_control=0",
        "-rss_limit_mb=0",
        "-timeout=86400",  # `bounds` are by time of the processor
        "-print_final_stats=0",
        "-verbosity=0",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], run, custom_mutator=mutated)
    atheris.Fuzz()


def by_chance(target: Target, run: Callable[[bytes], None], corpus: Path, seconds: int) -> None:
    """Run until the time is over: changes of good inputs, some of them several deep."""
    chance = Random(time.time_ns())
    good = [path.read_bytes() for path in sorted(corpus.iterdir())]
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        data = chance.choice(good)
        for _ in range(chance.choice((1, 1, 2, 4, 8))):
            data = target.mutate(data, chance)
        run(data[: target.longest])
