"""What every reader of data raises, and nothing else."""

from __future__ import annotations


class UnreadableError(ValueError):
    """What was read is not what the program writes: damaged, cut off, or made to do harm.

    ``line`` counts from 1, 0 where nobody can say.
    """

    def __init__(self, what: str, line: int = 0) -> None:
        super().__init__(what)
        self.line = line

    @property
    def place(self) -> str:
        """'第 3 行', or '' where nobody can say."""
        return f"第 {self.line} 行" if self.line else ""
