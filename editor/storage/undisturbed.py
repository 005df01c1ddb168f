"""A disk whose calls are asked again where a signal interrupted them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, cast

from editor.storage.disk import Disk

_TIMES: Final = 100  # a call that is interrupted as often has another trouble


class _Undisturbed:
    """Hands every call on."""

    def __init__(self, disk: Disk) -> None:
        self.disk = disk

    def __getattr__(self, name: str) -> Callable[..., Any]:
        act = cast("Callable[..., Any]", getattr(self.disk, name))
        if name == "close":  # an interrupted one has closed: the number may be another file's
            return act

        def again(*args: Any) -> Any:
            for _ in range(_TIMES):
                try:
                    return act(*args)
                except InterruptedError:
                    continue
            return act(*args)

        return again


def undisturbed(disk: Disk) -> Disk:
    """The same disk; no call of it raises InterruptedError for a signal now and then."""
    if isinstance(disk, _Undisturbed):
        return cast(Disk, disk)
    return cast(Disk, _Undisturbed(disk))
