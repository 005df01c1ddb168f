"""What web pages put around a text: forms of lines, features, captions, labels of cards."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from editor.data_files.toml_data import toml_of
from editor.language.lists import FOLDER, LanguageListError, parts_of, words
from editor.language.openings import QuickSearch, quick_search

LONGEST: Final = 400  # code points; the longest form is a footer of some 300
_FRAGMENT: Final = re.compile("«([^»]*)»")
# Forms have several places where blanks may stand; a long run could be shared out in many ways.
_WIDE_GAP: Final = re.compile(r"\s{4,}")


class SiteForm(NamedTuple):
    """A form of line: what it is, why it goes, and the words one of which it must hold.

    Most texts have the words of few forms, so its pattern is compiled when it is asked for.
    """

    kind: str
    why: str
    words: tuple[str, ...]
    gate: re.Pattern[str]
    shape: str
    sure: bool = True

    @property
    def pattern(self) -> re.Pattern[str]:
        """What a line of this form is, in capitals or not."""
        return _compiled(self.shape)


class Feature(NamedTuple):
    """A group of words that say the same: what one of them weighs, and two or more.

    ``ground``: 'page' where a line is a page's for it, 'label' where a short one is, else ''.
    """

    name: str
    one: int
    more: int
    pattern: re.Pattern[str]
    ground: str = ""


@cache
def sure_forms() -> tuple[SiteForm, ...]:
    """Forms that no speech has, wherever a line stands."""
    return forms_of(FOLDER, "always")


@cache
def edge_forms() -> tuple[SiteForm, ...]:
    """Forms that a sentence of a speech could have: a site's at the edges of a text only."""
    return forms_of(FOLDER, "edges")


@cache
def hint_forms() -> tuple[SiteForm, ...]:
    """Forms that any office's lines have too: never enough alone."""
    return forms_of(FOLDER, "hints")


@cache
def site_notices() -> tuple[SiteForm, ...]:
    """What a site writes into a paragraph; the sure ones and those that are to be asked about."""
    sure = forms_of(FOLDER, "sure", "site-notices")
    asked = forms_of(FOLDER, "asked", "site-notices")
    return (*sure, *(form._replace(sure=False) for form in asked))


@cache
def trade_names() -> re.Pattern[str]:
    """A word of the trade with texts, as the names of sites have one."""
    return re.compile(_fragments(FOLDER / "site-notices.toml")["trade"])


@cache
def speech_goes_on() -> re.Pattern[str]:
    """Where the speech goes on behind a page's words that have no end: at its next heading."""
    return re.compile(_fragments(FOLDER / "site-notices.toml")["next"])


@cache
def calls_up() -> re.Pattern[str]:
    """What ends right before an address that a speaker gives: 请登录, 网址：."""
    return re.compile(_fragments(FOLDER / "site-notices.toml")["calls-up"])


@cache
def goes_on_from() -> re.Pattern[str]:
    """What begins right behind an address of which a sentence speaks: 是我们的平台."""
    return re.compile(_fragments(FOLDER / "site-notices.toml")["goes-on"])


@cache
def site_features() -> tuple[Feature, ...]:
    """The features whose weights add up to a noise score."""
    found: list[Feature] = []
    for part, entries in parts_of("site-features").items():
        name, one, more, *ground = part.split()
        pattern = re.compile("|".join(entries), re.IGNORECASE)
        found.append(Feature(name, int(one), int(more), pattern, "".join(ground)))
    return tuple(found)


@cache
def page_speech() -> QuickSearch:
    """The search for what nobody but a page says."""
    return quick_search(next(w for p, w in parts_of("site-features").items() if _name(p) == "page"))


def _name(part: str) -> str:
    return part.split()[0]


@cache
def grounds(ground: str) -> frozenset[str]:
    """The names of the features that are a ground of this kind."""
    return frozenset(one.name for one in site_features() if one.ground == ground)


def sure_captions() -> tuple[str, ...]:
    """Buttons and captions that stand for themselves."""
    return words("site-captions", "sure")


def weak_captions() -> tuple[str, ...]:
    """Buttons and captions that may be a word of a speech when they stand alone."""
    return words("site-captions", "weak")


@cache
def site_labels() -> frozenset[str]:
    """Labels that only a site's file card has (上传时间)."""
    return frozenset(words("site-labels", "site"))


@cache
def label_choice() -> str:
    """'(?:上传人|…|日期)': every label, those that a speech's card has too."""
    return f"(?:{'|'.join((*words('site-labels', 'site'), *words('site-labels', 'loose')))})"


def any_of(entries: tuple[str, ...]) -> re.Pattern[str]:
    """The search for any of the words in one pass: the cheap gate before a long pattern."""
    return re.compile("|".join(map(re.escape, entries)))


def matching(forms: tuple[SiteForm, ...], text: str) -> SiteForm | None:
    """The first of the forms that a whole line of at most LONGEST characters has."""
    if len(text) > LONGEST:
        return None
    text = _WIDE_GAP.sub("   ", text)
    for one in forms:
        if one.gate.search(text) and one.pattern.fullmatch(text):
            return one
    return None


def forms_of(folder: Path, part: str, name: str = "site-forms") -> tuple[SiteForm, ...]:
    """The forms of one part of a folder's file. Raises LanguageListError, naming the file."""
    path = folder / f"{name}.toml"
    try:
        fragments = _fragments(path)
        return tuple(_form(entry, fragments) for entry in _read(path)[part])
    except (KeyError, TypeError, re.error) as error:
        raise LanguageListError(path, error) from error


def _fragments(path: Path) -> dict[str, str]:
    """The fragments of a file; one may hold those that stand before it, wherever it stands."""
    sites = "|".join(sorted(site_labels()))
    fragments = {"label": label_choice(), "site-label": f"(?:{sites})"}
    for name, shape in _read(path)["fragments"].items():
        fragments[name] = _expanded(shape, fragments)
    return fragments


def _expanded(shape: str, fragments: dict[str, str]) -> str:
    return _FRAGMENT.sub(lambda m: fragments[m[1]], shape)


@cache
def _read(path: Path) -> dict[str, Any]:
    try:
        return toml_of(path.read_bytes())
    except (OSError, ValueError) as error:
        raise LanguageListError(path, error) from error


def _form(entry: dict[str, Any], fragments: dict[str, str]) -> SiteForm:
    shapes = [_expanded(shape, fragments) for shape in entry["shapes"]]
    shape = "|".join(f"(?:{shape})" for shape in shapes)
    must = tuple(entry["words"])
    return SiteForm(entry["kind"], entry["why"], must, any_of(must), shape)


@cache
def _compiled(shape: str) -> re.Pattern[str]:
    return re.compile(shape, re.IGNORECASE)
