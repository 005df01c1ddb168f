"""A zip with some members put in anew and every other byte of every other member kept.

The directory is rewritten only where offsets, sizes and checksums of the new members ask
for it: names, order, times, extra fields and compressed bytes stay (APPNOTE.TXT 4.3).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from editor.files.trouble import Trouble

DEFLATE = 8  # APPNOTE.TXT 4.4.5
_END = b"PK\x05\x06"
_END_FIELDS = struct.Struct("<4s4H2LH")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")


class _ZipEntry(NamedTuple):
    fields: tuple[int, ...]
    name: bytes
    tail: bytes

    @property
    def offset(self) -> int:
        return self.fields[16]


def with_members(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The zip with ``parts`` (name → new unpacked bytes) in place of its own.

    Raises Trouble for a zip that is built in a way this cannot keep.
    """
    end = data.rfind(_END)
    fields = _END_FIELDS.unpack_from(data, end)
    count, size, start = fields[4], fields[5], fields[6]
    shift = end - size - start  # bytes before the zip proper
    if 0xFFFF in fields[1:5] or 0xFFFFFFFF in (size, start) or shift < 0:
        raise Trouble("文稿的压缩包太大，不能原样保存。", "请另存为新文件。")
    members = _members(data, start + shift, count)
    wanted = {name.encode("utf-8"): part for name, part in parts.items()}
    body, entries = _rebuilt(data[: start + shift], members, wanted, shift)
    directory = b"".join(entries)
    tail = bytearray(data[end:])
    struct.pack_into("<2L", tail, 12, len(directory), len(body) - shift)
    return body + directory + bytes(tail)


def _members(data: bytes, at: int, count: int) -> list[_ZipEntry]:
    found: list[_ZipEntry] = []
    for _ in range(count):
        fields = _ENTRY.unpack_from(data, at)
        name_end = at + _ENTRY.size + fields[10]
        tail_end = name_end + fields[11] + fields[12]
        found.append(_ZipEntry(fields, data[at + _ENTRY.size : name_end], data[name_end:tail_end]))
        at = tail_end
    return found


def _rebuilt(
    body: bytes, members: list[_ZipEntry], wanted: Mapping[bytes, bytes], shift: int
) -> tuple[bytes, list[bytes]]:
    # Members in the order they lie in the file; each owns the bytes up to the next.
    order = sorted(range(len(members)), key=lambda n: members[n].offset)
    entries: list[bytes] = [b""] * len(members)
    out: list[bytes] = [body[: members[order[0]].offset + shift]] if order else [body]
    written = len(out[0])
    for place, number in enumerate(order):
        member = members[number]
        begin = member.offset + shift
        last = place + 1 == len(order)
        finish = len(body) if last else members[order[place + 1]].offset + shift
        raw, fields = body[begin:finish], list(member.fields)
        if member.name in wanted:
            raw = _packed(raw, fields, wanted[member.name])
        fields[16] = written - shift
        entries[number] = _ENTRY.pack(*fields) + member.name + member.tail
        out.append(raw)
        written += len(raw)
    return b"".join(out), entries


def _packed(raw: bytes, fields: list[int], part: bytes) -> bytes:
    local = list(_LOCAL.unpack_from(raw))
    head = raw[_LOCAL.size : _LOCAL.size + local[9] + local[10]]
    data = part
    if fields[4]:  # any method but "stored" becomes deflate, which all readers know
        squeeze = zlib.compressobj(6, zlib.DEFLATED, -15)
        data = squeeze.compress(part) + squeeze.flush()
        fields[4] = local[3] = DEFLATE
    sizes = (zlib.crc32(part), len(data), len(part))
    # Bit 3 says "sizes follow the data"; they stand in the header now.
    fields[3] &= ~8
    local[2] &= ~8
    fields[7:10] = sizes
    local[6:9] = sizes
    return _LOCAL.pack(*local) + head + data
