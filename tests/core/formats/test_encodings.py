# SPDX-License-Identifier: MIT
"""Bytes to text: what is declared, what decodes, and that nothing is garbled silently."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.core.article import ReadOptions
from reader.core.formats import read_article

Write = Callable[..., Path]

CHINESE = (
    "互联网巨头们对社交电商大都非常关注，然而把社交电商做起来绝非易事。"
    "现在的情形已经有了很大的不同，我们来看一看。"
)
TRADITIONAL = (
    "網際網路的巨頭們對社群電商大都非常關注，然而要把它做起來並不容易。現在的情形已經有了很大的不同。"
)
JAPANESE = "インターネットの会社はみんなこれに注目していますが、うまくやるのは簡単なことではありません。"
KOREAN = "인터넷 기업들은 모두 이것에 주목하고 있지만 잘 해내기는 쉽지 않다. 지금은 상황이 많이 달라졌다."
RUSSIAN = "Крупные компании внимательно следят за этим, но сделать это хорошо совсем не просто."
GREEK = "Οι μεγάλες εταιρείες το παρακολουθούν προσεκτικά, αλλά δεν είναι καθόλου εύκολο να γίνει."
HEBREW = "החברות הגדולות עוקבות אחרי זה בעניין רב אבל לא קל לעשות את זה היטב כי הדברים השתנו"
GERMAN = (
    "Die großen Häuser verfolgen das aufmerksam, doch es schön und gründlich zu tun, fällt niemandem leicht."
)
POLISH = "Wielkie firmy uważnie śledzą to, co się dzieje, lecz nie jest łatwo zrobić to dobrze, już dziś."

GUESSED = [
    (CHINESE, "gb18030", "gb18030"),
    (CHINESE, "gbk", "gb18030"),
    (TRADITIONAL, "big5", "big5"),
    (JAPANESE, "shift_jis", "shift_jis"),
    (JAPANESE, "euc_jp", "euc-jp"),
    (KOREAN, "euc_kr", "euc-kr"),
    (RUSSIAN, "cp1251", "windows-1251"),
    (RUSSIAN, "koi8_r", "koi8-r"),
    (GREEK, "cp1253", "windows-1253"),
    (HEBREW, "cp1255", "windows-1255"),
    (GERMAN, "cp1252", "windows-1252"),
    (POLISH, "cp1250", "windows-1250"),
]


@pytest.mark.parametrize(("text", "codec", "name"), GUESSED, ids=[f"{row[1]}" for row in GUESSED])
def test_undeclared_text_is_guessed_and_the_guess_reported(
    text: str, codec: str, name: str, write: Write
) -> None:
    article = read_article(write(f"---\ntitle: {text}\n---\n{text}\n".encode(codec)))
    assert article.metadata.title == text
    assert text in article.html
    assert article.encoding == name
    assert [problem.code for problem in article.problems] == ["encoding-guessed"]


@pytest.mark.parametrize(("text", "codec", "name"), GUESSED, ids=[f"{row[1]}" for row in GUESSED])
def test_declared_page(text: str, codec: str, name: str, write: Write) -> None:
    page = (
        f'<html><head><meta charset="{codec.replace("_", "-")}"><title>{text}</title></head><p>{text}</html>'
    )
    article = read_article(write(page.encode(codec), "page.html"))
    assert (article.metadata.title, article.encoding, article.problems) == (text, name, ())


@pytest.mark.parametrize("label", ["gb2312", "GBK", "x-gbk", "gb18030", "gb_2312-80"])
def test_chinese_labels_mean_gb18030(label: str, write: Write) -> None:
    text = "镕基与喆：㐀"
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">'
    article = read_article(write(f"<html>{meta}<p>{text}".encode("gb18030"), "a.htm"))
    assert text in article.html
    assert article.encoding == "gb18030"


def test_contradicting_declarations_are_settled_by_what_decodes(write: Write) -> None:
    head = '<meta charset="utf-8"><meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
    article = read_article(write(f"<html>{head}<p>{CHINESE}".encode("gbk"), "a.html"))
    assert CHINESE in article.html
    assert (article.encoding, article.problems[0].code) == ("gb18030", "encoding-contradiction")
    article = read_article(write(f'<html><meta charset="gb2312"><p>{CHINESE}', "b.html"))
    assert CHINESE in article.html
    assert (article.encoding, article.problems[0].code) == ("utf-8", "encoding-contradiction")


@pytest.mark.parametrize(
    ("bom", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_marks(bom: bytes, codec: str, write: Write) -> None:
    article = read_article(write(bom + f"---\ntitle: {CHINESE}\n---\n中文 text\n".encode(codec)))
    assert (article.metadata.title, article.encoding, article.problems) == (CHINESE, codec, ())


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(codec: str, write: Write) -> None:
    article = read_article(write("<p>Plain words, and some more.</p>\n".encode(codec), "a.html"))
    assert article.html.startswith("<p>Plain words")
    assert article.encoding == codec


def test_the_reader_may_choose_the_encoding(write: Write) -> None:
    path = write(f"{JAPANESE}\n".encode("euc_jp"))
    article = read_article(path, ReadOptions(encoding="EUC-JP"))
    assert JAPANESE in article.html
    assert article.problems == ()
    problems = read_article(path, ReadOptions(encoding="no such thing")).problems
    assert "encoding-unknown" in [problem.code for problem in problems]
    assert read_article(path, ReadOptions(encoding="zlib")).html


def test_broken_bytes_are_shown_and_reported(write: Write) -> None:
    data = f"---\ntitle: t\n---\n{CHINESE}\n".encode() + b"broken \xff\xfe here\n" + CHINESE.encode()
    article = read_article(write(data))
    assert article.html.count(CHINESE) == 2
    assert "broken" in article.html and "\ufffd" in article.html
    assert [(problem.code, problem.line) for problem in article.problems] == [("encoding-undecodable", 5)]


@pytest.mark.parametrize("text", [CHINESE[:18], JAPANESE[:20], KOREAN[:24], RUSSIAN, GREEK, HEBREW])
def test_a_few_broken_bytes_make_no_other_encoding(text: str, write: Write) -> None:
    data = text.encode()
    article = read_article(write(data[:6] + b"\xff" + data[6:-9] + b"\xfe" + data[-9:]))
    assert article.encoding == "utf-8"
    assert text[-3:] in article.html
    assert [problem.code for problem in article.problems] == ["encoding-undecodable"]


def test_cut_off_in_the_middle_of_a_character(write: Write) -> None:
    article = read_article(write(CHINESE.encode()[:-1]))
    assert CHINESE[:-2] in article.html
    assert [problem.code for problem in article.problems] == ["encoding-undecodable"]


def test_nul_characters_are_left_out_and_reported(write: Write) -> None:
    article = read_article(write(b"---\ntitle: a\x00b\n---\nSome text with\x00 a NUL in it.\n"))
    assert article.metadata.title == "ab"
    assert "\x00" not in article.html
    assert [(problem.code, problem.line) for problem in article.problems] == [("nul-characters", 2)]


@pytest.mark.parametrize("text", ['---\ntitle: "a\\ud800b"\n---\n', '{\n"title": "a\\ud800b"\n}\n'])
def test_lone_surrogates_do_not_get_through(text: str, write: Write) -> None:
    title = read_article(write(text)).metadata.title
    title.encode()
    assert title[0] == "a" and title[-1] == "b"


def test_a_western_page_that_says_it_is_latin_1(write: Write) -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><p>“Größe” – 5 €</p></html>'.encode("cp1252")
    article = read_article(write(page, "a.html"))
    assert "“Größe” – 5 €" in article.html
    assert (article.encoding, article.problems) == ("windows-1252", ())
