"""What pages may load: the Content-Security-Policy of a site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

DIRECTIVES: Mapping[str, str] = {
    "script": "script-src",
    "style": "style-src",
    "image": "img-src",
    "font": "font-src",
    "connect": "connect-src",
    "media": "media-src",
    "frame": "frame-src",
    "worker": "worker-src",
    "form": "form-action",
}
"""A site's word for a kind of file -> the directive that says where such files may come from."""

Policy = tuple[tuple[str, tuple[str, ...]], ...]
"""Directives with their sources, as a browser reads them; () is no policy at all."""


@dataclass(frozen=True, slots=True)
class PolicySettings:
    """What a config says of the policy."""

    wanted: bool | None = None  # None: nothing is said
    more: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # directive -> sources besides the theme's own
