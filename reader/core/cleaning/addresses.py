# SPDX-License-Identifier: MIT
"""Addresses as written, made absolute and freed of proxies and redirects."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

_SPACES = re.compile(r"[\t\n\r]+")
_BARE_HOST = re.compile(r"https?://[^/?#\s]+", re.I)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_WHOLE_QUERY = re.compile(r"https?://[^?#]*\?(https?(?::|%3A)(?:/|%2F){1,2}.+)", re.I | re.S)
_IN_PATH = re.compile(r"https?://[^/?#]+/(?:[^?#]*/)?(https?:/{1,2}[^/].+)", re.I | re.S)
_PHOTON = re.compile(r"https?://i[0-3]\.wp\.com/([^/?#]+\.[^/?#]+/[^?#]+)(\?[^#]*)?", re.I)
_PATH_PROXIES = re.compile(
    r"(?:^|[.-])(?:cors|corsproxy|cors-anywhere|proxy|imgproxy|xuehuaimg)(?:[.-]|$)", re.I
)
_IMAGE_PROXIES = (
    "images.weserv.nl",
    "wsrv.nl",
    "image.baidu.com",
    "images.duckduckgo.com",
    "external-content.duckduckgo.com",
    "images2-focus-opensocial.googleusercontent.com",
    "images-focus-opensocial.googleusercontent.com",
    "cors.zfour.workers.dev",
    "pic1.xuehuaimg.com",
    "imageproxy.pimg.tw",
    "statics.woshipm.com",
)
_BAIDU_COPY = re.compile(r"https?://gimg\d*\.baidu\.com/.*?src=(https?(?::|%3A)[^&,]+)", re.I)
_ADDRESS_PARAMETERS = (
    "url",
    "u",
    "target",
    "to",
    "q",
    "dest",
    "pfurl",
    "imgurl",
    "src",
    "image",
    "uddg",
    "z",
)
# host (with its sub-domains) and the path a redirect starts with
_REDIRECTS = (
    ("links.jianshu.com", "/go"),
    ("link.jianshu.com", "/"),
    ("www.jianshu.com", "/go"),
    ("link.zhihu.com", "/"),
    ("link.juejin.cn", "/"),
    ("link.juejin.im", "/"),
    ("sspai.com", "/link"),
    ("c.pc.qq.com", "/"),
    ("link.csdn.net", "/"),
    ("gitee.com", "/link"),
    ("oschina.net", "/action/gotolink"),
    ("infoq.cn", "/link"),
    ("douban.com", "/link2"),
    ("weibo.cn", "/sinaurl"),
    ("weibo.com", "/sinaurl"),
    ("jump.bdimg.com", "/"),
    ("jump2.bdimg.com", "/"),
    ("yuque.com", "/r/goto"),
    ("cloud.tencent.com", "/developer/tools/blog-entry"),
    ("developers.weixin.qq.com", "/community/middlepage/href"),
    ("blog.51cto.com", "/transfer"),
    ("afdian.net", "/link"),
    ("afdian.com", "/link"),
    ("link.logonews.cn", "/"),
    ("app.yinxiang.com", "/outboundredirect.action"),
    ("google.com", "/url"),
    ("google.com.hk", "/url"),
    ("google.co.uk", "/url"),
    ("youtube.com", "/redirect"),
    ("l.facebook.com", "/l.php"),
    ("lm.facebook.com", "/l.php"),
    ("l.instagram.com", "/"),
    ("out.reddit.com", "/"),
    ("slack-redir.net", "/link"),
    ("steamcommunity.com", "/linkfilter"),
    ("duckduckgo.com", "/l"),
    ("vk.com", "/away.php"),
    ("t.umblr.com", "/redirect"),
    ("safelinks.protection.outlook.com", "/"),
    ("href.li", "/"),
    ("exit.sc", "/"),
)


def tidy(address: str) -> str:
    """An address without the line breaks and spaces browsers ignore."""
    return _SPACES.sub("", address).strip()


def has_scheme(address: str) -> bool:
    """Whether an address names its scheme."""
    return _SCHEME.match(address) is not None


def absolute(address: str, base: str | None) -> str:
    """The address resolved against the base; as written where that cannot be done."""
    if address.startswith("//"):
        scheme = "http:" if (base or "").startswith("http://") else "https:"
        return _with_path(scheme + address)
    if base is None or not address or has_scheme(address):
        return _with_path(address)
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _with_path(address: str) -> str:
    """A bare host means its root."""
    return address + "/" if _BARE_HOST.fullmatch(address) else address


def direct_image(address: str, *, photon: bool = True) -> str:
    """The image's own address where a third party was put in front of it; WordPress's own proxy if wanted."""
    for _ in range(3):
        inner = _inside_proxy(address) if photon or not _PHOTON.match(address) else None
        if inner is None:
            return address
        address = inner
    return address


def direct_link(address: str) -> str:
    """The address a redirect page of a known site leads to."""
    for _ in range(3):
        target = _behind_redirect(address)
        if target is None:
            return address
        address = target
    return address


def _inside_proxy(address: str) -> str | None:
    if "?" not in address and "http" not in address[8:] and "wp.com" not in address:
        return None
    whole = _WHOLE_QUERY.fullmatch(address)
    if whole:
        return _decoded(whole[1])
    photon = _PHOTON.match(address)
    if photon:
        return ("https://" if "ssl=1" in (photon[2] or "") else "http://") + photon[1]
    copy = _BAIDU_COPY.match(address)
    if copy:
        return _decoded(copy[1])
    host = host_of(address)
    in_path = _IN_PATH.fullmatch(address)
    if in_path and _PATH_PROXIES.search(host):
        return re.sub(r"^(https?:)/+", r"\1//", in_path[1])
    if host in _IMAGE_PROXIES:
        return _parameter(address, bare_host=True)
    return None


def _behind_redirect(address: str) -> str | None:
    if "?" not in address or not address.lower().startswith(("http://", "https://", "//")):
        return None
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    for name, path in _REDIRECTS:
        if (host == name or host.endswith("." + name)) and (parts.path.lower() or "/").startswith(path):
            whole = _WHOLE_QUERY.fullmatch(address)
            return _decoded(whole[1]) if whole else _parameter(address)
    return None


def _parameter(address: str, *, bare_host: bool = False) -> str | None:
    try:
        pairs = dict(parse_qsl(urlsplit(address).query))
    except ValueError:
        return None
    for name in _ADDRESS_PARAMETERS:
        value = pairs.get(name, "").strip()
        if value.lower().startswith(("http://", "https://")):
            return value
        if bare_host and re.match(r"(?:ssl:|//)?[\w-]+(\.[\w-]+)+/", value):
            return "https://" + value.removeprefix("ssl:").removeprefix("//")
    return None


def _decoded(address: str) -> str:
    return unquote(address) if re.match(r"https?(?:%3A|:%2F)", address, re.I) else address


def host_of(address: str) -> str:
    """The host of an address in lower case, or nothing."""
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""
