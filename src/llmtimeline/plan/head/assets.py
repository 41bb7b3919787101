"""The static files that pages link, and the one script of every page."""

from __future__ import annotations

from hashlib import sha256

from llmtimeline.plan.routing.routes import Routes
from llmtimeline.values.sources import SCRIPT, SCRIPT_PARTS, Asset, Tree


def linked_assets(tree: Tree, routes: Routes) -> dict[str, str]:
    """The address of each file that pages may link, with a digest that changes when the file does."""
    assets = {
        asset.path: f"{routes.at(asset.path).url}?v={asset.digest}"
        for asset in tree.theme.assets
        if asset.digest and not _is_photograph(asset)
    }
    parts = script_parts(tree)
    if parts:
        digest = sha256("".join(part.digest for part in parts).encode()).hexdigest()[:8]
        assets[SCRIPT] = f"{routes.at(SCRIPT).url}?v={digest}"
    return assets


def script_parts(tree: Tree) -> tuple[Asset, ...]:
    """What the one script is made of; () where the site has a whole one of its own."""
    assets = tree.theme.assets
    if any(asset.path == SCRIPT for asset in assets):
        return ()
    return tuple(asset for asset in assets if asset.path.startswith(SCRIPT_PARTS) and asset.path.endswith(".js"))


def _is_photograph(asset: Asset) -> bool:
    """Whether the digest is for the names of smaller pictures: pages find pictures by their addresses."""
    return asset.picture is not None and asset.picture.kind != "svg"
