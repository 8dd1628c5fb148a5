# SPDX-License-Identifier: MIT
"""HTML that is no whole page: generator tags expanded, text between tags kept readable."""

from __future__ import annotations

import html
import re

from reader.core.article import RawHtml
from reader.core.formats.html_body import html_body
from reader.core.formats.markdown_document import MarkdownContext

_LARGEST = 3_000_000  # characters; beyond, the markup is left as it is
_FENCE = re.compile(r"^```[ \t]*([\w+#.-]*)[^\n]*\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)


def render_fragment(body: str, context: MarkdownContext) -> RawHtml:
    """The body of an HTML file as HTML; what generators fill in is what it means, or gone."""
    if len(body) > _LARGEST:
        return RawHtml(body)
    if "{{" in body or "{%" in body:
        from reader.core.formats.generator_tags import expand_tags

        body = _FENCE.sub(_code_block, expand_tags(body, context))
    return RawHtml(html_body(body)) if body.strip() else RawHtml("")


def _code_block(match: re.Match[str]) -> str:
    language = f' data-lang="{match[1]}"' if match[1] else ""
    return f'<pre class="code"{language}><code>{html.escape(match[2], quote=False)}</code></pre>'
