"""The static files that pages link, and the scripts that are joined from parts."""

from __future__ import annotations

from hashlib import sha256

from llmtimeline.plan.routing.routes import Routes
from llmtimeline.values.sources import SCRIPTS, Asset, Tree


def linked_assets(tree: Tree, routes: Routes) -> dict[str, str]:
    """The address of each file that pages may link, with a digest that changes when the file does."""
    assets = {
        asset.path: f"{routes.at(asset.path).url}?v={asset.digest}"
        for asset in tree.theme.assets
        if asset.digest and not _is_photograph(asset)
    }
    for path, parts in joined_scripts(tree).items():
        digest = sha256("".join(part.digest for part in parts).encode()).hexdigest()[:8]
        assets[path] = f"{routes.at(path).url}?v={digest}"
    return assets


def joined_scripts(tree: Tree) -> dict[str, tuple[Asset, ...]]:
    """What each script is made of; without those of which the site has a whole one of its own."""
    assets = tree.theme.assets
    whole = {asset.path for asset in assets}
    joined = {
        path: tuple(asset for asset in assets if asset.path.startswith(folder) and asset.path.endswith(".js"))
        for path, folder in SCRIPTS.items()
        if path not in whole
    }
    return {path: parts for path, parts in joined.items() if parts}


def _is_photograph(asset: Asset) -> bool:
    """Whether the digest is for the names of smaller pictures: pages find pictures by their addresses."""
    return asset.picture is not None and asset.picture.kind != "svg"
