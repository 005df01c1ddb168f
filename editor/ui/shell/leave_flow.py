"""Before the window closes: all unsaved speeches in one question; nothing goes unasked."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from editor.ui.files.leave_question import LeaveQuestion
from editor.ui.shell.desk import Desk
from editor.ui.shell.open_speeches import OpenSpeeches


def may_leave(parent: QWidget, desks: OpenSpeeches) -> bool:
    """Whether all speeches may go: saved, unchanged, or let go by the user.

    Nothing is let go before all that is to be saved has been.
    """
    unsaved = [desk for desk in desks.all() if desk.files.is_unsaved()]
    if len(unsaved) == 1:
        desks.bring(unsaved[0])
        return unsaved[0].files.may_leave()
    if not unsaved:
        return True
    question = LeaveQuestion(parent, [desk.text.name() for desk in unsaved])
    if not question.exec():
        return False
    wanted = question.wanted()
    to_save = [desk for desk, save in zip(unsaved, wanted, strict=True) if save]
    if not all(_saved(desks, desk) for desk in to_save):
        return False
    for desk in unsaved:
        if desk not in to_save:
            desk.files.let_go()
    return True


def _saved(desks: OpenSpeeches, desk: Desk) -> bool:
    """Save one, in sight of its words: a name may be asked for."""
    desks.bring(desk)
    return desk.save()
