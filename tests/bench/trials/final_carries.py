"""Every docx of a folder exported as a final: what goes in comes out, or is named.

Run: python -m tests.bench.trials.final_carries FOLDER [--out FOLDER] [--limit N]
Counts are taken from the XML of both files, by rules that share nothing with the program:
what is deleted, hidden or the second form of a drawing does not count. The finals are kept
in ``--out``, for a look at them in a word processor.
"""

from __future__ import annotations

import argparse
import io
import posixpath
import re
import sys
import time
import zipfile
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

import docx

from editor.editions.styles import OFFICIAL
from editor.files.current_docx import current_docx
from editor.files.docx.open_docx import read_source
from editor.files.docx.package import Package
from editor.files.docx.xml_tree import parse_xml
from editor.files.docx_new.final_docx import FinalDocx, FinalOptions, write_final_docx
from editor.files.docx_parts.concealed import Concealment
from editor.files.open import open_document
from editor.files.opened import DocxSource, Opened
from editor.files.trouble import Trouble
from editor.manuscript.file_objects import ObjectKind
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import HIDDEN
from editor.manuscript.outline.reader import OutlineReader
from editor.manuscript.paragraph import Paragraph

etree: Any = import_module("lxml.etree")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WANTED = {
    f"{W}tbl": "表格", f"{W}drawing": "图形", f"{W}pict": "图形(VML)", f"{W}object": "嵌入对象",
    MATH: "公式", f"{W}footnoteReference": "脚注", f"{W}endnoteReference": "尾注",
    f"{W}ruby": "注音", f"{W}tc": "单元格",
}  # fmt: skip
_GONE = (f"{W}del", f"{W}moveFrom")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")


def final_of(opened: Opened, *, margins: bool) -> FinalDocx:
    """The final of a file, the gate passed by."""
    m = opened.manuscript
    options = FinalOptions(current=current_docx(opened, m), margins=margins)
    return write_final_docx(m, OutlineReader().read(m), OFFICIAL, options)


def parts_of(data: bytes) -> dict[str, bytes]:
    """The members of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name.lstrip("/"): package.read(name) for name in package.namelist()}


def counted(body: Any) -> Counter[str]:
    """How many of each object a main part shows."""
    found: Counter[str] = Counter()
    for one in body.iter(*WANTED, f"{W}br", f"{W}t", f"{W}pageBreakBefore"):
        outer = list(one.iterancestors())
        if any(o.tag in (*_GONE, _FALLBACK) for o in outer) or _hidden(one, outer):
            continue
        if any(_row_gone(o) for o in (one, *outer)):
            continue
        if one.tag == f"{W}br":
            found["分页"] += one.get(f"{W}type") == "page"
        elif one.tag == f"{W}pageBreakBefore":
            found["分页"] += one.get(f"{W}val") not in ("0", "false", "off")
        elif one.tag == f"{W}t":
            found["字"] += len((one.text or "").strip())
        elif not (one.tag == MATH and any(o.tag == MATH for o in outer)):
            found[WANTED[one.tag]] += 1
    return found


def _row_gone(one: Any) -> bool:
    """Whether it is a row, or a table of rows, that a tracked change deleted."""
    if one.tag == f"{W}tbl":
        rows = one.findall(f"{W}tr")
        return bool(rows) and all(_row_gone(row) for row in rows)
    if one.tag != f"{W}tr" or one.find(f"{W}trPr/{W}del") is None:
        return False
    kept = [t for t in one.iter(f"{W}t") if next(t.iterancestors(*_GONE), None) is None]
    return not any((t.text or "").strip() for t in kept)


def _hidden(one: Any, outer: list[Any]) -> bool:
    run = next((o for o in outer if o.tag == f"{W}r"), None)
    hidden = None if run is None else run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and hidden.get(f"{W}val") not in ("0", "false", "off")


def faults(data: bytes) -> list[str]:
    """What is wrong with a package: XML, targets, ids, types, or python-docx's own complaint."""
    parts, found = parts_of(data), list[str]()
    types = parts["[Content_Types].xml"].decode()
    for name, inside in parts.items():
        if not name.endswith((".xml", ".rels")):
            continue
        try:
            root = etree.fromstring(inside)
        except etree.XMLSyntaxError as error:
            found.append(f"{name}: {error}")
            continue
        if name.endswith(".rels"):
            found += _dangling(name, root, parts)
        elif name.startswith("word/"):
            found += _unrelated(name, root, parts)
    found += [f"{n} has no type" for n in parts if not _typed(n, types)]
    try:
        docx.Document(io.BytesIO(data))
    except Exception as error:
        found.append(f"python-docx: {error!r}")
    return found


def _dangling(name: str, root: Any, parts: dict[str, bytes]) -> list[str]:
    folder = posixpath.dirname(posixpath.dirname(name))
    targets = [
        posixpath.normpath(posixpath.join("/", folder, str(one.get("Target")))).lstrip("/")
        for one in root
        if one.get("TargetMode") != "External"
    ]
    return [f"{name}: {target} is not there" for target in targets if target not in parts]


def _unrelated(name: str, root: Any, parts: dict[str, bytes]) -> list[str]:
    folder, file = posixpath.split(name)
    rels = parts.get(f"{folder}/_rels/{file}.rels")
    known = {one.get("Id") for one in etree.fromstring(rels)} if rels else set[str]()
    asked = {v for one in root.iter() for k, v in one.attrib.items() if k.startswith(R) and v}
    ids = [one.get("id") for one in root.iter() if str(one.tag).endswith("}docPr")]
    twice = {one for one in ids if ids.count(one) > 1} if len(ids) < 2000 else set[str]()
    return [f"{name}: no relation {one}" for one in asked - known] + [
        f"{name}: docPr {one} twice" for one in twice
    ]


def _typed(name: str, types: str) -> bool:
    ending = name.rpartition(".")[2]
    known = f'Extension="{ending}"' in types or f'PartName="/{name}"' in types
    return name == "[Content_Types].xml" or known


def main_xml(data: bytes, part: str) -> Any:
    """The root of a main part, strict names made transitional."""
    return etree.fromstring(
        _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", parts_of(data)[part]),
        etree.XMLParser(remove_comments=True, huge_tree=True),
    )


def _words(m: Manuscript, data: bytes, hidden_size: int) -> list[str]:
    """What the final says is what the text says, blanks and what is hidden aside."""
    hidden = [
        "".join([c for at, c in enumerate(p.text) if not _marked(p, at)]) for p in m.paragraphs
    ]
    wanted = "".join([p.label + t for p, t in zip(m.paragraphs, hidden, strict=True)]).split()
    shown = "".join([p.text for p in read_source(data).shown]).split()
    one, two = "".join(wanted), "".join(shown)
    # Boxes of forms are drawn, and what a style hides is not marked: neither is a word lost.
    bare = iter(re.sub("[□☑]", "", one))
    if all(c in bare for c in re.sub("[□☑]", "", two)) and len(two) + hidden_size >= len(one):
        return []
    at = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), 0)
    return [f"words: {one[max(0, at - 15) : at + 15]!r} became {two[max(0, at - 15) : at + 15]!r}"]


def _concealed(main: Any, data: bytes) -> int:
    """How many letters runs or styles hide; what a style hides no mark says."""
    package = Package(data)
    member = package.related(package.main_part(), "/styles")
    styles = parse_xml(package.read(member), member) if member else None
    hidden = [run for kind, run in Concealment(styles).runs(main) if kind is ObjectKind.HIDDEN]
    return sum(len("".join(run.itertext())) for run in hidden)


def _marked(paragraph: Paragraph, at: int) -> bool:
    return any(m.kind == HIDDEN and m.start <= at < m.end for m in paragraph.marks)


def examine(path: Path, out: Path | None) -> tuple[Counter[str], Counter[str], list[str]]:
    """Counts in the source and in its final, and faults; empty for what is no Word file."""
    opened = open_document(path)
    if not isinstance(opened.source, DocxSource):
        return Counter(), Counter(), []
    made = final_of(opened, margins=False)
    if out is not None:
        (out / f"{path.stem}.docx").write_bytes(made.data)
    main = main_xml(opened.source.data, opened.source.part)
    hidden = _concealed(main, opened.source.data)
    before, after = counted(main), counted(main_xml(made.data, "word/document.xml"))
    named = Counter(one.kind.value for one in made.left)
    wrong = [*faults(made.data), *faults(final_of(opened, margins=True).data)]
    wrong += _words(opened.manuscript, made.data, hidden)
    for kind in WANTED.values():
        if before[kind] > after[kind] + sum(named.values()):
            wrong.append(f"{kind}: {before[kind]} in, {after[kind]} out, named {dict(named)}")
    return before, after, wrong


def main() -> int:
    """Examine all files of a folder."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--limit", type=int, default=0)
    args = parser.parse_args()
    paths = sorted(p for p in args.folder.rglob("*") if p.suffix in (".docx", ".docm", ".dotx"))
    into, out, bad, refused = Counter[str](), Counter[str](), 0, 0
    for path in paths[: args.limit or None]:
        start = time.process_time()
        try:
            before, after, wrong = examine(path, args.out)
        except Trouble:
            refused += 1
            continue
        except Exception as error:
            wrong, before, after = [repr(error)], Counter[str](), Counter[str]()
        into, out = into + before, out + after
        bad += bool(wrong)
        spent = time.process_time() - start
        for one in wrong[:4]:
            print(f"{path.name}: {one}")
        if spent > 10:
            print(f"{path.name}: {spent:.1f} s")
    print(f"{len(paths)} files, {refused} refused when opened, {bad} with faults")
    for kind in into | out:
        print(f"{kind:8} in {into[kind]:7} out {out[kind]:7}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
