# SPDX-License-Identifier: MIT
"""Hostile markup of every known class: nothing is left that a browser would run or fetch by itself."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.html
import pytest

from reader.core.article import ArticleFormat, Dialect, Metadata, ParsedArticle, RawHtml
from reader.core.cleaning import clean, clean_html

ATTACKS = [
    # scripts
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<script/xss src=x></script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script>alert(1)</script",
    "<script\x00>alert(1)</script>",
    "<\x00script>alert(1)</script>",
    "<<script>alert(1);//<</script>",
    "<script>/*</script><svg onload=alert(1)>*/",
    "<script type=module>import 'x'</script>",
    "<script type='text/template'><img src=x onerror=alert(1)></script>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<noscript><style></noscript><img src=x onerror=alert(1)></style>",
    # event handlers
    "<img src=x onerror=alert(1)>",
    '<img src=x:x onerror="alert(1)">',
    "<img/src=x/onerror=alert(1)>",
    "<img src=x ONERROR=alert(1)//",
    '<IMG """><SCRIPT>alert(1)</SCRIPT>">',
    "<body onload=alert(1)><p>x",
    "<p onclick=alert(1)>x</p>",
    "<p oNcLiCk=alert(1)>x</p>",
    "<p on\x0bclick=alert(1)>x</p>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<video><source onerror=alert(1)></video>",
    "<audio src onloadstart=alert(1)>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<input autofocus onfocus=alert(1)>",
    "<select autofocus onfocus=alert(1)>",
    "<textarea autofocus onfocus=alert(1)>",
    "<keygen autofocus onfocus=alert(1)>",
    "<div onpointerrawupdate=alert(1)>x</div>",
    "<a onmouseover='alert(1)' href=#x>x</a>",
    "<xss onafterscriptexecute=alert(1)><script>1</script>",
    "<b/onanimationstart=alert(1) style=animation-name:x>x</b>",
    # script addresses, in every spelling
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='\tjavascript:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='java\nscript:alert(1)'>x</a>",
    "<a href='java\r\nscript:alert(1)'>x</a>",
    "<a href='java&Tab;script:alert(1)'>x</a>",
    "<a href='java&NewLine;script:alert(1)'>x</a>",
    "<a href='javascript&colon;alert(1)'>x</a>",
    "<a href='&#x6a;avascript:alert(1)'>x</a>",
    "<a href='&#106;&#97;vascript:alert(1)'>x</a>",
    "<a href='&#0000106avascript:alert(1)'>x</a>",
    "<a href='&#x6A&#x61&#x76&#x61script:alert(1)'>x</a>",
    "<a href='\x01javascript:alert(1)'>x</a>",
    "<a href='&#1;javascript:alert(1)'>x</a>",
    "<a href='&#14;  javascript:alert(1)'>x</a>",
    "<a href='java\x00script:alert(1)'>x</a>",
    "<a href='\u00a0javascript:alert(1)'>x</a>",
    "<a href='\u200bjavascript:alert(1)'>x</a>",
    "<a href='\ufeffjavascript:alert(1)'>x</a>",
    "<a href='java\u00adscript:alert(1)'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='vb\nscript:msgbox(1)'>x</a>",
    "<a href='livescript:x'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=='>x</a>",
    "<a href='data:image/svg+xml,<svg onload=alert(1)>'>x</a>",
    "<a href='d\nata:text/html,x'>x</a>",
    "<a href='javascript://example.com/%0aalert(1)'>x</a>",
    "<a href='javascript://%0aalert(1)//http://x'>x</a>",
    "<a href='feed:javascript:alert(1)'>x</a>",
    "<a href='view-source:javascript:alert(1)'>x</a>",
    "<a href='file:///etc/passwd'>x</a>",
    "<a href='blob:https://x/y'>x</a>",
    "<a href='ms-settings:x'>x</a>",
    "<area href='javascript:alert(1)'>",
    "<map name=m><area shape=default href=javascript:alert(1)></map><img usemap=#m src=a.png>",
    "<img src='javascript:alert(1)'>",
    "<img src='data:text/html,<script>1</script>'>",
    "<img src='data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+'>",
    "<img src=a.png lowsrc='javascript:1' dynsrc='javascript:1' longdesc='javascript:1'>",
    "<img srcset='javascript:alert(1) 1x, x.png 2x'>",
    "<img data-src='javascript:alert(1)' class=lazy>",
    "<img src='data:image/gif;base64,R0lGODlhAQABA' data-original='javascript:alert(1)'>",
    "<picture><source srcset='javascript:alert(1)'><img src=data:,></picture>",
    "<blockquote cite='javascript:alert(1)'>x</blockquote>",
    "<q cite='javascript:alert(1)'>x</q>",
    "<table background='javascript:alert(1)'><td background='javascript:1'>x</table>",
    "<div data-background='javascript:alert(1)' style='background:url(javascript:alert(1))'></div>",
    "<a href='https://cors.example/?javascript:alert(1)'>x</a><img src='https://cors.x.de"
    "v/?javascript:alert(1)'>",
    "<a href='https://link.zhihu.com/?target=javascript%3Aalert(1)'>x</a>",
    # frames, plug-ins, documents in documents
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<iframe src='data:text/html,<script>alert(1)</script>'></iframe>",
    "<iframe src='https://www.youtube.com/embed/abcdefgh\"onload=alert(1)//'></iframe>",
    "<iframe src='java\nscript:alert(1)' title='x'></iframe>",
    "<frameset><frame src=javascript:alert(1)></frameset>",
    "<object data='javascript:alert(1)'></object>",
    "<object data='data:text/html;base64,PHNjcmlwdD4='></object>",
    "<object><param name=movie value='javascript:alert(1)'></object>",
    "<object type=image/svg+xml data='data:image/svg+xml,<svg onload=alert(1)>'></object>",
    "<embed src='javascript:alert(1)'>",
    "<embed src='//evil.example/x.swf' allowscriptaccess=always>",
    "<applet code=x></applet>",
    "<portal src='javascript:alert(1)'></portal>",
    "<video src='javascript:alert(1)' poster='javascript:alert(1)'></video>",
    "<video poster=x onerror=alert(1)><source src=javascript:1></video>",
    "<audio src='data:text/html,x'></audio>",
    "<script src='https://gist.github.com/a/b.js' onload=alert(1)></script>",
    # the document itself
    "<base href='https://evil.example/'><a href=x>x</a>",
    "<base href='javascript:/a/-alert(1)///////'><a href=..>x</a>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<meta http-equiv='Set-Cookie' content='a=b'>",
    "<link rel=stylesheet href='javascript:alert(1)'>",
    "<link rel=import href=//evil.example>",
    "<link rel=prefetch href=//evil.example>",
    "<title><img src=x onerror=alert(1)></title>",
    "<isindex action=javascript:alert(1) type=image>",
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!-- --!><img src=x onerror=alert(1)> -->",
    "<!--x--><img src=x onerror=alert(1)><!--y>",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<?xml-stylesheet href='javascript:alert(1)'?><p>x",
    "<? foo='><script>alert(1)</script>'>",
    "<! foo='><script>alert(1)</script>'>",
    "</ foo='><script>alert(1)</script>'>",
    "<html manifest=//evil.example><body><p>x</p></body></html>",
    # forms
    "<form action='javascript:alert(1)'><input type=submit></form>",
    "<form id=a></form><button form=a formaction='javascript:alert(1)'>x</button>",
    "<form><button formaction=javascript:alert(1)>click here to win</form>",
    "<input type=image src=x formaction=javascript:alert(1)>",
    "<form><input name=attributes><input name=parentNode></form>",
    "<isindex type=image src=1 onerror=alert(1)>",
    # styles
    "<style>@import 'javascript:alert(1)';</style>",
    "<style>*{background:url(https://evil.example)}</style>",
    "<div style='background:url(javascript:alert(1))'>x</div>",
    "<div style='width:expression(alert(1))'>x</div>",
    "<div style=\"-moz-binding:url('//evil.example/x')\">x</div>",
    "<p style='position:fixed;top:0;left:0;width:100%;height:100%'>x</p>",
    "<style><img src='</style><img src=x onerror=alert(1)//'>",
    "<style><!--</style><img src=x onerror=alert(1)>--></style>",
    "<font color='expression(alert(1))'>x</font>",
    # SVG
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><script href='data:text/javascript,alert(1)'/></svg>",
    "<svg width=99 height=99><rect/><rect/><rect/><a xlink:href='javascript:alert(1)'>"
    "<text x=0 y=20>x</text></a></svg>",
    "<svg><a href='javascript:alert(1)'><circle r=40></a></svg>",
    "<svg><animate xlink:href=#x attributeName=href values='javascript:alert(1)'/>"
    "<a id=x><text>x</text></a></svg>",
    "<svg><set attributeName=onmouseover to=alert(1)></svg>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload=alert(1)>#x'/></svg>",
    "<svg width=99 height=99><path/><path/><path/><use xlink:href='//evil.example/x.svg#a"
    "'/><image href='//evil.example/b'/></svg>",
    "<svg><foreignObject><iframe src=javascript:alert(1)></iframe></foreignObject></svg>",
    "<svg><desc><img src=x onerror=alert(1)></desc></svg>",
    "<svg><title><style><img src=x onerror=alert(1)></style></title></svg>",
    "<svg><style>{font-family:'<iframe/onload=alert(1)>'}",
    "<svg><p><style><g title='</style><img src=x onerror=alert(1)>'>",
    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
    "<svg/onload=alert(1)//",
    "<svg><discard onbegin=alert(1)>",
    "<svg width=99 height=99 style='background:url(//evil.example)'><rect fill='url(//evi"
    "l.example#a)'/><rect/><rect/></svg>",
    "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY x 'javascript:alert(1)'>]><svg><a href='&x;'>x</a></svg>",
    # MathML and namespace confusion
    "<math href='javascript:alert(1)'>x</math>",
    "<math><mi xlink:href='data:x,<script>alert(1)</script>'>x</mi></math>",
    "<math><maction actiontype='statusline#http://x' xlink:href='javascript:alert(1)'>x</maction></math>",
    "<math><annotation-xml encoding='text/html'><style><img src=x onerror=alert(1)>"
    "</style></annotation-xml></math>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<math><mtext><option><FAKEFAKE><option></option><mglyph><svg><mtext><style>"
    "<a title='</style><img src onerror=alert(1)>'>",
    "<math><annotation encoding='application/x-tex'><img src=x onerror=alert(1)></annotation></math>",
    "<math><semantics><mi>x</mi><annotation><script>alert(1)</script></annotation></semantics></math>",
    "<table><svg><td><style><a title='</style><img src=x onerror=alert(1)>'>",
    "<svg><math><mtext></svg><img src=x onerror=alert(1)>",
    # mutation
    "<template><script>alert(1)</script></template>",
    "<template><img src=x onerror=alert(1)></template>",
    "<div><template shadowrootmode=open><img src=x onerror=alert(1)></template></div>",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'></xmp>",
    "<noembed><img title='</noembed><img src=x onerror=alert(1)>'></noembed>",
    "<noframes><p id='</noframes><img src=x onerror=alert(1)>'></noframes>",
    "<textarea><img title='</textarea><img src=x onerror=alert(1)>'></textarea>",
    "<iframe><img title='</iframe><img src=x onerror=alert(1)>'></iframe>",
    "<plaintext><img src=x onerror=alert(1)>",
    "<listing>&lt;img src=x onerror=alert(1)&gt;</listing>",
    "<pre>&lt;script&gt;alert(1)&lt;/script&gt;</pre>",
    "<p title='&lt;img src=x onerror=alert(1)&gt;'>x</p>",
    "<img alt='`><script>alert(1)</script>' src=a.png>",
    '<img title="\'><script>alert(1)</script>" src=a.png>',
    "<select><template><style><img src=x onerror=alert(1)></style></template></select>",
    "<p><a href='\"><img src=x onerror=alert(1)>'>x</a>",
    "<a title='x\"onmouseover=alert(1)//' href=#>x</a>",
    "<p id='\"><script>alert(1)</script>'>x</p>",
    "<div class='code\" onclick=\"alert(1)'>x</div>",
    "<h2 id='x onclick=alert(1)'>t</h2>",
    "<a href=\"http://x'onclick='alert(1)\">x</a>",
    "<custom-element is=x onclick=alert(1)>x</custom-element>",
    "<p is=evil-thing slot=a part=b nonce=c itemid=d>x</p>",
    "<a ping='//evil.example' href='https://x.example/'>x</a>",
    "<a href=x target=_blank rel=opener download=evil.exe attributionsrc=//evil.example>x</a>",
    "<p contenteditable autofocus tabindex=1 accesskey=x popover>x</p>",
    "<dialog open><img src=x onerror=alert(1)></dialog>",
    "<input type=hidden popover onbeforetoggle=alert(1)>",
    "\ufeff<script>alert(1)</script>",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "\xbcscript\xbealert(1)\xbc/script\xbe",
    "<p>" + "<b>" * 600 + "<img src=x onerror=alert(1)>",
]

_ACTIVE_TAGS = frozenset(
    "script style link meta base title iframe frame frameset object embed applet "
    "form input button textarea select option "
    "svg template noscript video audio source track portal dialog map area canvas "
    "slot marquee foreignobject animate set "
    "use image annotation-xml noembed noframes xmp plaintext keygen isindex".split()
)
_ADDRESSES = frozenset(
    "href src srcset cite action formaction poster data background xlink:href ping longdesc".split()
)
_HARMLESS = re.compile(
    r"(?:https?:|mailto:|tel:|ftp:|#|image/[0-9a-f]{20}$|data:image/(?:png|gif|jpeg|webp)[;,]|[^:]*$)", re.I
)


def _active(html: str) -> list[str]:
    """What in this HTML a browser would run, fetch or submit by itself."""
    if not html.strip():
        return []
    found: list[str] = []
    for element in lxml.html.document_fromstring(f"<div>{html}</div>").iter():
        if not isinstance(element.tag, str):
            found.append("comment")
            continue
        if element.tag.lower() in _ACTIVE_TAGS:
            found.append(f"<{element.tag}>")
        for name, value in element.attrib.items():
            if name.lower().startswith("on") or name in {
                "style",
                "target",
                "ping",
                "is",
                "slot",
                "nonce",
                "contenteditable",
                "popover",
            }:
                found.append(f"{name}={value}")
            if name in _ADDRESSES and not _HARMLESS.match(
                re.sub(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\ufeff]", "", value)
            ):
                found.append(f"{name}={value}")
            if name in _ADDRESSES - {"href", "src"}:
                found.append(f"{name}={value}")
    return found


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_active_is_left(attack: str) -> None:
    for markup in (
        attack,
        f"<div><p>before</p>{attack}<p>after</p></div>",
        f"<html><body>{attack}</body></html>",
    ):
        once = clean_html(markup, "https://site.example/page")
        assert _active(once) == [], once
        assert _active(clean_html(once, "https://site.example/page")) == []


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_active_is_left_in_an_article(attack: str) -> None:
    article = clean(
        ParsedArticle(
            path=Path("a.html"),
            format=ArticleFormat.HTML,
            dialect=Dialect.PLAIN,
            encoding="utf-8",
            metadata=Metadata(title="x", cover="javascript:alert(1)"),
            html=RawHtml(f"<p>before</p>{attack}<p>after</p>"),
            is_page=False,
        )
    )
    assert _active(article.html) == []
    assert article.cover is None
    for image in article.images:
        assert not re.search(r"^\s*(?:javascript|vbscript|data:text)", image.url, re.I)
        if image.url.startswith("data:image/svg"):
            assert _svg_is_inert(image.url)


def _svg_is_inert(address: str) -> bool:
    import base64

    svg = base64.b64decode(address.partition(",")[2]).decode("utf-8")
    return not re.search(
        r"<script|\son\w+=|javascript:|<foreign|<image|<a[\s>]|<animate|<set|url\((?!#)|//evil|<style",
        svg,
        re.I,
    )


def test_mutations_stay_inert_when_parsed_again() -> None:
    for attack in ATTACKS:
        html = clean_html(attack, None)
        for _ in range(3):
            if not html.strip():
                break
            tree = lxml.html.fragment_fromstring(html, create_parent="div")
            html = lxml.html.tostring(tree, encoding="unicode")
            assert _active(html) == [], attack
