"""What is fuzzed: a function that takes bytes and raises where a law is broken."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Target:
    """One thing that reads bytes.

    ``run`` raises nothing for any bytes but what is a find: what the program tells in words
    (Trouble and its like) it catches itself. ``seeds`` are good inputs, ``mutate`` makes a new
    one of one that is there, ``longest`` bounds it in bytes.
    """

    name: str
    run: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]
    mutate: Callable[[bytes, Random], bytes]
    longest: int = 20_000


class LawBrokenError(AssertionError):
    """The program ended well and did not what it promises."""


def law(holds: object, told: str) -> None:
    """Raises where a law does not hold; ``told`` names the law."""
    if not holds:
        raise LawBrokenError(told)
