"""An invented speech and its outline, made by hand so that these tests need no reader."""

from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.paragraph import Position

TITLE = "在青石县职工技能竞赛动员会上的讲话"
DATE = "（2026年4月28日）"
NAME = "林河生"
HELLO = "同志们："
OPENING = "今天我们在这里开会，主要任务是动员全县职工投身竞赛。下面，我讲两点意见。"
ONE = "一、认清形势，把竞赛办实"
RUN_IN = "（一）围绕中心设项目。竞赛办什么、不办什么，要看全县发展需要什么。"
CLOSING = "同志们，让我们携手前行！"


def speech(body: str = RUN_IN, title: str = TITLE) -> tuple[Manuscript, Outline]:
    """Title, date, name, salutation, opening, 一、 alone in a line, （一） run into a body."""
    lines = (title, DATE, NAME, HELLO, OPENING, ONE, body, CLOSING)
    m = manuscript_of("\n".join(lines))
    at = [Position(i, 0) for i in range(9)]
    end = m.end
    run_in = body.find("。") + 1 if body.startswith("（一）") else 0
    inner = (section(SectionKind.SECTION, 2, at[6], Position(6, run_in), at[7]),) if run_in else ()
    parts = (
        section(SectionKind.SALUTATION, 1, at[3], at[3], at[4]),
        section(SectionKind.OPENING, 1, at[4], at[4], at[5]),
        section(SectionKind.SECTION, 1, at[5], at[6], at[7], inner),
        section(SectionKind.CLOSING, 1, at[7], at[7], end),
    )
    return m, Outline((section(SectionKind.TITLE, 0, at[0], at[1], end, parts),))


def section(
    kind: SectionKind,
    level: int,
    start: Position,
    body: Position,
    end: Position,
    children: tuple[Section, ...] = (),
) -> Section:
    """A node whose number and title do not matter."""
    return Section(kind, level, "", "", start, body, end, children)
