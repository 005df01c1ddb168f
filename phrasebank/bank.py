"""The phrase bank: the bundled phrases and the writer's own file, searched together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from editor.manuscript.outline.sections import Outline
from editor.manuscript.paragraph import Position
from editor.storage.causes import reading_cause_of
from editor.storage.shared_file import held_folder
from editor.storage.storage import Storage
from phrasebank.initials import Initials
from phrasebank.parser import (
    BankHeading,
    BankProblem,
    last_heading,
    parse,
    write_headings,
    write_line,
)
from phrasebank.ranking import PhraseRanking
from phrasebank.search import PhraseHit, PhraseIndex, PhraseQuery
from phrasebank.values import PARTS, Phrase

Writer = Callable[[Path, bytes], None]
DATA = Path(__file__).resolve().parent / "data"
FOLDERS = ("phrases", "fixed")  # our own writing; official formulations, to the letter
OWN_FILE_HEAD = "; 我的语料：每行一条。# 场合、## 部位、### 标签，写法与自带语料相同。\n"


class PhraseBank:
    """All phrases. Own phrases come before bundled ones in every answer.

    Searching works at once; `prepare` (slow for a very large bank, safe off the
    interface thread) makes it faster. Everything else belongs to one thread.
    """

    def __init__(
        self,
        bundled: Iterable[Phrase],
        ranking: PhraseRanking,
        initials: Initials,
        own: Path | None = None,
        write: Writer | None = None,
    ) -> None:
        self.initials = initials
        self._bundled = PhraseIndex(bundled, initials)
        self._ranking = ranking
        self._own_path = own
        self._write: Writer = write or _write_own
        self.problems: tuple[BankProblem, ...] = ()  # of the own file
        self.damaged: tuple[BankProblem, ...] = ()  # of the bundled ones
        self._own = PhraseIndex(self._read_own(), self.initials)

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """Every phrase, own ones first, then as the files have them."""
        return (*self._own.phrases, *self._bundled.phrases)

    def search(
        self,
        words: str,
        *,
        occasion: str | None = None,
        part: str | None = None,
        limit: int = 60,
    ) -> list[PhraseHit]:
        """Phrases that hold every one of the words (divided by spaces).

        A word of Latin letters also finds pinyin initials ('ddzz'). ``occasion`` keeps
        its phrases and those that fit anywhere, its own ones first; then the shorter
        before the longer. Without words everything that passes is a hit.
        """
        query = PhraseQuery.of(words, occasion, part)
        hits = self._own.search(query, limit)
        return hits + self._bundled.search(query, limit - len(hits))

    def search_some(
        self,
        words: str,
        *,
        occasion: str | None = None,
        part: str | None = None,
        limit: int = 60,
    ) -> list[PhraseHit]:
        """Phrases that hold at least one of the words, those with most of them first."""
        found: dict[Phrase, list[PhraseHit]] = {}
        for word in dict.fromkeys(words.split()):
            for hit in self.search(word, occasion=occasion, part=part, limit=limit):
                found.setdefault(hit.phrase, []).append(hit)
        rows = sorted(found.items(), key=lambda row: -len(row[1]))
        return [
            PhraseHit(phrase, tuple(sorted({span for hit in hits for span in hit.spans})))
            for phrase, hits in rows[:limit]
        ]

    def occasions(self) -> tuple[str, ...]:
        """All occasions, in the order of the files."""
        both = (*self._bundled.phrases, *self._own.phrases)
        return tuple(dict.fromkeys(o for p in both for o in p.occasions))

    def parts(self) -> tuple[str, ...]:
        """The parts that have phrases, in the order of a speech."""
        held = {p.part for p in self.phrases}
        return tuple(p for p in PARTS if p in held)

    def ranked_at(self, outline: Outline, position: Position, limit: int = 20) -> list[Phrase]:
        """The same for a place in a text."""
        context = self._ranking.context_at(outline, position)
        return self._ranking.rank(self.phrases, context)[:limit]

    def home_of(self, outline: Outline, position: Position) -> tuple[str, str]:
        """Occasion and part that a sentence at a place belongs to; '' where nothing tells."""
        context = self._ranking.context_at(outline, position)
        occasions = self._ranking.occasions_of(f"{context.title} {context.words}")
        return (occasions or ("",))[0], (context.parts or ("",))[0]

    def add(
        self, text: str, part: str, *, occasion: str | None = None, tags: Iterable[str] = ()
    ) -> Phrase:
        """Put a phrase into the writer's own file and find it from now on.

        A phrase that is there already is given back as it is. Raises ValueError where
        there is no own file, no such part or nothing to add; OSError where the file
        cannot be written (the bank is then as it was).
        """
        line = write_line(text)
        if self._own_path is None or part not in PARTS or not line:
            raise ValueError("需要一个语料文件、一个部位和一条语料")
        heading = BankHeading((occasion,) if occasion else (), part, tuple(tags))

        def added(old: str) -> str:
            if any(write_line(p.text) == line for p in parse(old, "", own=True).phrases):
                return old
            lines = [*write_headings(last_heading(old), heading), line, ""]
            return (old or OWN_FILE_HEAD).rstrip("\n") + "\n" + "\n".join(lines)

        self._change(added)
        return next(p for p in self._own.phrases if write_line(p.text) == line)

    def remove(self, phrase: Phrase) -> None:
        """Take one of the writer's own phrases out of the file; others are untouched."""

        def without(old: str) -> str:
            parsed = parse(old, "", own=True)
            rows = zip(parsed.phrases, parsed.lines, strict=True)
            gone = {number for found, number in rows if found.id == phrase.id}
            lines = enumerate(old.split("\n"), 1)
            return "\n".join(line for number, line in lines if number not in gone)

        self._change(without)

    def prepare(self) -> None:
        """Build the index of a large bank (seconds for 100,000 phrases)."""
        self._own.prepare()
        self._bundled.prepare()

    def _own_text(self) -> str:
        if self._own_path is None or not self._own_path.exists():
            return ""
        return read_text(self._own_path)

    def _read_own(self) -> tuple[Phrase, ...]:
        name = self._own_path.name if self._own_path else ""
        try:
            parsed = parse(self._own_text(), name, own=True)
        except OSError as error:
            self.problems = (BankProblem(name, 0, f"读不出来：{reading_cause_of(error)}"),)
            return ()
        self.problems = parsed.problems
        return parsed.phrases

    def _change(self, made: Callable[[str], str]) -> None:
        """Change what the own file holds by now; another running program may have added to it."""
        if self._own_path is None:
            return
        with held_folder(self._own_path.parent, Storage()):
            old = self._own_text()
            if (new := made(old)) != old:
                self._write(self._own_path, new.encode("utf-8"))
        self._own = PhraseIndex(self._read_own(), self.initials)


def load_phrase_bank(
    folder: Path | None = None, own: Path | None = None, write: Writer | None = None
) -> PhraseBank:
    """The bundled phrases (or those of ``folder``) with the writer's own file.

    A wrong line is only left out, and named in `PhraseBank.problems`, or `damaged` where the
    file is a bundled one.
    """
    folder = folder or DATA
    phrases: list[Phrase] = []
    damaged: list[BankProblem] = []
    for path in (p for name in FOLDERS for p in sorted((folder / name).glob("*.txt"))):
        name = path.relative_to(folder).as_posix()
        try:
            parsed = parse(path.read_text(encoding="utf-8"), name)
        except (OSError, UnicodeError):
            damaged.append(BankProblem(name, 0, "读不出来"))
            continue
        phrases += parsed.phrases
        damaged += parsed.problems
    ranking = PhraseRanking.load(folder / "occasions.txt")
    bank = PhraseBank(phrases, ranking, Initials.load(folder / "initials.txt"), own, write)
    bank.damaged = tuple(damaged)
    return bank


def read_text(path: Path) -> str:
    """A text file as an office PC may have left it: UTF-8, else GB18030."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")


def _write_own(path: Path, data: bytes) -> None:
    Storage().write(path, data, private=True)
