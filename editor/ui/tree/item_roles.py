"""What view and model agree on; separate, so that the view imports no room to paint itself."""

from __future__ import annotations

from PySide6.QtCore import Qt

NODE = Qt.ItemDataRole.UserRole  # the OutlineNode of an index
MIME = "application/x-bigan-section"  # 'paragraph,offset,kind' of the sections, by ;
WORDS = "application/x-bigan-paragraphs"  # what the page drags (`page.clipboard`)
