"""What a Word file tells beside its words: all of it is found, each kind goes, the words stay."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

import pytest

from editor.files.metadata.docx_metadata import docx_metadata
from editor.files.metadata.docx_without import docx_without
from editor.files.metadata.metadata_item import MetadataKind

K = MetadataKind
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"x" * 13) + chunk(b"tEXt", b"Author\0Zhang")
JPEG = b"\xff\xd8\xff\xe1\x00\x08Exif\0\0\xff\xdb\x00\x04ab\xff\xda\x00\x02picture"
PARTS = {
    "[Content_Types].xml": '<Types><Override PartName="/word/people.xml" ContentType="x"/></Types>',
    "docProps/core.xml": (
        "<cp:coreProperties><dc:creator>张三</dc:creator><cp:lastModifiedBy>李四"
        "</cp:lastModifiedBy><dc:title>讲话</dc:title><cp:keywords>内部</cp:keywords>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2026-11-03T01:00:00Z</dcterms:created>'
        "<cp:revision>7</cp:revision></cp:coreProperties>"
    ),
    "docProps/app.xml": (
        "<Properties><Company>某局</Company><Manager>王五</Manager><Template>秘书科.dotm</Template>"
        "<TotalTime>42</TotalTime><Application>WPS Office</Application></Properties>"
    ),
    "docProps/custom.xml": '<Properties><property name="文号"><v>1</v></property></Properties>',
    "docProps/thumbnail.jpeg": "x",
    "word/people.xml": '<w15:people><w15:person w15:author="赵六"/></w15:people>',
    "word/settings.xml": (
        f'<w:settings {W}><w:rsids><w:rsid w:val="00AB12"/></w:rsids>'
        "<w:mailMerge><w:query/></w:mailMerge></w:settings>"
    ),
    "word/_rels/settings.xml.rels": (
        '<Relationships><Relationship Id="rId1" Type="x/attachedTemplate" '
        'Target="file:///C:\\Users\\zhang\\Normal.dotm" TargetMode="External"/></Relationships>'
    ),
    "word/_rels/document.xml.rels": (
        '<Relationships><Relationship Id="p" Target="people.xml"/>'
        '<Relationship Id="u" Target="https://www.example.com/home/x"/></Relationships>'
    ),
    "word/comments.xml": (
        f'<w:comments {W}><w:comment w:id="0" w:author="钱七" w:initials="Q" '
        'w:date="2026-11-03T01:00:00Z"><w:p/></w:comment></w:comments>'
    ),
    "word/document.xml": (
        f'<w:document {W} xmlns:wp="wp"><w:body><w:p w:rsidR="00AB12"><w:r><w:t>文件在'
        '"C:\\会议\\稿"里，w:author="他"</w:t></w:r><w:ins w:id="1" w:author="孙八" '
        'w:date="2026-11-03T01:00:00Z">'
        "<w:r><w:t>加的</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏着的</w:t></w:r>"
        '<wp:docPr id="1" descr="D:\\照片\\合影.jpg"/><w:r><w:instrText> INCLUDEPICTURE '
        '"\\\\server\\share\\图.png" </w:instrText></w:r></w:p></w:body></w:document>'
    ),
    "word/media/image1.png": PNG,
    "word/media/image2.jpg": JPEG,
}


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


NESTED = {"word/embeddings/a.xlsx": packed({"docProps/core.xml": "<dc:creator>周九</dc:creator>"})}
FILE = packed({**PARTS, **NESTED})


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode("utf-8", "replace")


def values(data: bytes) -> dict[MetadataKind, tuple[str, ...]]:
    return {item.kind: item.values for item in docx_metadata(data)}


def test_every_kind_is_found() -> None:
    assert set(values(FILE)) == set(K)


def test_names_and_places_are_told_as_they_stand() -> None:
    found = values(FILE)
    assert (found[K.AUTHOR], found[K.EDITOR]) == (("张三",), ("李四",))
    assert (found[K.COMMENTERS], found[K.REVISERS]) == (("钱七",), ("孙八",))
    assert found[K.TEMPLATE] == ("秘书科.dotm", "file:///C:\\Users\\zhang\\Normal.dotm")
    assert found[K.PATHS] == ("D:\\照片\\合影.jpg", "\\\\server\\share\\图.png")


@pytest.mark.parametrize("kind", K)
def test_each_kind_goes_and_no_other(kind: MetadataKind) -> None:
    assert set(values(docx_without(FILE, [kind]))) == set(K) - {kind}


def test_nothing_is_left_where_all_go() -> None:
    bare = docx_without(FILE, list(K))
    assert values(bare) == {}
    with zipfile.ZipFile(io.BytesIO(bare)) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
    names = ("张三", "李四", "某局", "王五", "赵六", "钱七", "孙八", "周九", "zhang", "00AB12")
    assert [name for name in names if name.encode() in whole] == []


def test_the_words_of_the_speech_stay_as_they_are_also_where_they_look_like_a_path() -> None:
    body = part(docx_without(FILE, list(K)), "word/document.xml")
    assert '文件在"C:\\会议\\稿"里，w:author="他"' in body
    assert "加的" in body
    assert "藏着的" not in body


def test_what_hangs_on_a_path_keeps_its_name() -> None:
    bare = docx_without(FILE, [K.PATHS, K.TEMPLATE])
    assert 'descr="合影.jpg"' in part(bare, "word/document.xml")
    assert '"图.png"' in part(bare, "word/document.xml")
    assert "https://www.example.com/home/x" in part(bare, "word/_rels/document.xml.rels")


def test_a_part_that_goes_is_named_nowhere() -> None:
    bare = docx_without(FILE, [K.EXTRAS])
    assert "people" not in part(bare, "word/_rels/document.xml.rels")
    assert "people" not in part(bare, "[Content_Types].xml")


@pytest.mark.parametrize("folder", ["docProps/", "customXml/"])
def test_a_folder_that_stands_in_the_archive_takes_no_relations_with_it(folder: str) -> None:
    rels = '<Relationships><Relationship Id="a" Target="word/document.xml"/></Relationships>'
    file = packed({folder: "", "_rels/.rels": rels, "word/document.xml": "<w:p/>"})
    assert values(file) == {}
    assert part(docx_without(file, list(K)), "_rels/.rels") == rels


def test_of_a_part_that_goes_only_its_own_relations_go() -> None:
    own, other = "customXml/_rels/item1.xml.rels", "word/_rels/item1.xml.rels"
    file = packed({"customXml/item1.xml": "<a/>", own: "<r/>", other: "<r/>"})
    with zipfile.ZipFile(io.BytesIO(docx_without(file, [K.EXTRAS]))) as archive:
        assert archive.namelist() == [other]


def test_pictures_keep_what_they_show() -> None:
    bare = docx_without(FILE, [K.PICTURES])
    with zipfile.ZipFile(io.BytesIO(bare)) as archive:
        assert archive.read("word/media/image2.jpg") == JPEG[:2] + JPEG[12:]
        assert b"IHDR" in archive.read("word/media/image1.png")


def test_the_name_that_the_file_of_a_picture_had_is_told_and_goes() -> None:
    tag = '<pic:cNvPr id="0" name="p.jpg" descr="第 1 图"/>'
    file = packed({"word/document.xml": f"<w:p>p.jpg{tag}</w:p>"})
    assert values(file) == {K.PICTURE_NAMES: ("p.jpg",)}
    bare = docx_without(file, [K.PICTURE_NAMES])
    assert part(bare, "word/document.xml") == f"<w:p>p.jpg{tag.replace('p.jpg', '')}</w:p>"


def test_nothing_tells_when_its_parts_were_written() -> None:
    with zipfile.ZipFile(io.BytesIO(docx_without(FILE, []))) as archive:
        assert {info.date_time[:3] for info in archive.infolist()} == {(1980, 1, 1)}


def test_what_is_no_word_file_has_none() -> None:
    assert docx_metadata(b"PK\x03\x04 broken") == ()
