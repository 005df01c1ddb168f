"""The few words of Qt that its own Chinese catalogue leaves in English."""

from __future__ import annotations

from types import MappingProxyType

from PySide6.QtCore import QTranslator

WORDS = MappingProxyType(
    {
        ("QFileDialog", "&Look in:"): "位置(&L)：",
        ("QFileDialog", "Look in:"): "位置：",
        ("QFileDialog", "Files of &type:"): "文件类型(&T)：",
        ("QFileDialog", "Files of type:"): "文件类型：",
        ("QAbstractFileIconProvider", "Folder"): "文件夹",
        ("QAbstractFileIconProvider", "Drive"): "磁盘",
    }
)


class MissingWords(QTranslator):
    """Install it before Qt's catalogue: it is asked only where that has no answer."""

    def isEmpty(self) -> bool:
        """It has words, though no file."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The Chinese words, or None where they are not among ours."""
        del disambiguation, n
        return WORDS.get((context, source))
