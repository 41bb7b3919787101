"""A policy in one line, with the digests of what templates put into the page."""

from __future__ import annotations

import pytest

from llmtimeline.render.policy import policy_text

POLICY = (("script-src", ("'self'",)), ("style-src", ("'self'",)), ("connect-src", ("'self'",)))
EMPTY = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"  # as the specification gives it, of no text
ALERT = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"  # of alert(1)


@pytest.mark.parametrize(
    ("own", "script", "style", "connect"),
    [
        ("", "", "", ""),
        ("<script>alert(1)</script>", ALERT, "", ""),
        ('<SCRIPT type="module" defer>alert(1)</SCRIPT >', ALERT, "", ""),
        ('<script type="application/ld+json">{}</script>', "", "", ""),
        ("<script defer src=https://a.org/x.js></script>", "https://a.org", "", "https://a.org"),
        ('<script src="//a.org:8443/x.js?a&amp;b"></script>', "https://a.org:8443", "", "https://a.org:8443"),
        ('<script src="/js/own.js"></script>', "", "", ""),
        ("<style></style>", "", EMPTY, ""),
        ('<link rel="stylesheet" href="https://a.org/x.css">', "", "https://a.org", ""),
        ('<link rel="icon" href="https://a.org/x.png"><a href="https://b.org">x</a>', "", "", ""),
        ('<script src="https://a.org/;x *"></script>', "https://a.org", "", "https://a.org"),
        ("<script>alert(1)</script>" * 2, ALERT, "", ""),
    ],
)
def test_what_templates_bring_is_allowed(own: str, script: str, style: str, connect: str) -> None:
    lines = (("script-src", script), ("style-src", style), ("connect-src", connect))
    assert policy_text(POLICY, own) == "; ".join(" ".join(filter(None, (name, "'self'", more))) for name, more in lines)


def test_a_digest_does_not_undo_what_the_site_allows() -> None:
    loose = (("script-src", ("'self'", "'unsafe-inline'")),)
    own = '<script>alert(1)</script><script src="https://a.org/x.js"></script>'
    assert policy_text(loose, own) == "script-src 'self' 'unsafe-inline' https://a.org"


def test_no_policy_is_no_text() -> None:
    assert policy_text((), "<script>alert(1)</script>") == ""
