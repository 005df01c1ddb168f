"""The parser of the command line, with its own words in Chinese as well."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn

# What argparse says by itself, and how an office would say it; in the order of replacing.
_HELP = (
    ("usage: ", "用法："),
    ("positional arguments:", "参数："),
    ("options:", "选项："),
    ("show this help message and exit", "显示这份说明"),
    ("show program's version number and exit", "显示版本"),
)
_ERRORS = (
    ("the following arguments are required: ", "缺少 "),
    ("unrecognized arguments: ", "不认识 "),
    ("expected one argument", "后面要写一个值"),
    ("expected at least one argument", "后面至少写一个值"),
    ("ignored explicit argument ", "后面不带值，多了 "),
    ("invalid int value: ", "要写整数，不能是 "),
    ("invalid choice: ", "没有这一项 "),
    ("choose from ", "可选 "),
    ("argument ", ""),
)


class ChineseParser(argparse.ArgumentParser):
    """argparse's parser; its subparsers are of the same kind."""

    def format_usage(self) -> str:
        """The line 用法."""
        return _said(super().format_usage(), _HELP)

    def format_help(self) -> str:
        """The whole help."""
        return _said(super().format_help(), _HELP)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments; exit code 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"参数不对：{_said(message, _ERRORS)}\n")


def _said(text: str, words: tuple[tuple[str, str], ...]) -> str:
    for english, chinese in words:
        text = text.replace(english, chinese)
    return text
