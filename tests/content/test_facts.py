"""Our own site holds every fact that it should: facts.yaml beside this file lists them, registry.json has them."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from llmtimeline.shell.cli import main

ROOT = Path(__file__).parents[2]
FACTS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("facts.yaml").read_text("utf-8"))

NOT_CLAIMS = {"kind", "vendors", "family", "names", "status", "sizes", "lineage", "links"}
LIKE = {"announcement": {"announcement", "blog"}, "blog": {"announcement", "blog"}}  # in a vendor's blog
LOOSE = "other"  # a kind that a post may name more closely


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("own") / "public"
    result = CliRunner().invoke(main, ["build", "-s", str(ROOT), "-d", str(folder), "--format", "concise", "--quiet"])
    assert result.exit_code == 0, result.output
    return json.loads((folder / "data/v1/registry.json").read_text("utf-8"))  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def models(registry: dict[str, Any]) -> dict[str, Any]:
    return {model["id"]: model for model in registry["models"]}


@pytest.fixture(scope="module")
def vendors(registry: dict[str, Any]) -> dict[str, Any]:
    return {vendor["id"]: vendor for vendor in registry["vendors"]}


def folded(name: str) -> str:
    """A name as the registry compares names."""
    return "".join(c for c in unicodedata.normalize("NFKC", name).casefold() if c not in " -_.")


def names_of(record: dict[str, Any]) -> set[str]:
    written = [*record["names"].values(), *record["aliases"], *record.get("former", ())]
    return {folded(name) for name in (record["id"], *written)}


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def claims_wanted(field: str, value: Any) -> list[dict[str, Any]]:
    """What facts.yaml gives for a field, as one mapping for each claim."""
    values = [value] if field == "languages" else listed(value)
    return [row if isinstance(row, dict) and field != "modalities" else {"value": row} for row in values]


def values_of(claim: dict[str, Any]) -> list[Any]:
    """The value of a claim, and each of its values where it has several."""
    value = claim["value"]
    return [value, *value] if isinstance(value, list) else [value]


def same(wanted: Any, found: Any) -> bool:
    if isinstance(wanted, dict) and isinstance(found, dict):  # modalities: what is said must be right
        return all(set(found.get(key, ())) == set(value) for key, value in wanted.items())
    if isinstance(wanted, list) and isinstance(found, list):  # languages
        return sorted(map(str, wanted)) == sorted(map(str, found))
    if isinstance(found, dict):  # a licence
        return bool(wanted == found.get("name"))
    return bool(wanted == found)


def fits(claim: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Whether a claim of the registry says what is wanted, as surely as it should."""
    if claim["certainty"] != wanted.get("certainty", claim["certainty"] if "score" in wanted else "stated"):
        return False
    for key, value in wanted.items():
        found: object = claim.get(key, "")
        match key:
            case "certainty":
                right = True
            case "value":
                right = any(same(value, one) for one in values_of(claim))
            case "text":
                right = value.casefold() in claim["text"].casefold()
            case "score":
                right = value in str(claim["value"]["score"])
            case "name":
                right = folded(value) in folded(claim["value"]["name"])
            case "amount" | "currency":
                right = claim["value"][key] == value
            case _:
                right = found == value
        if not right:
            return False
    return True


def gaps_of(model: dict[str, Any], wanted: dict[str, Any], releases: list[dict[str, Any]]) -> Iterator[str]:
    """What a model of the registry lacks."""
    for field in sorted(set(wanted) - NOT_CLAIMS):
        claims = [claim for claim in model["claims"] if claim["field"] == field]
        dates = {release["date"] for release in releases}
        for row in claims_wanted(field, wanted[field]):
            if field == "date" and row["value"] in dates:
                continue
            if not any(fits(claim, row) for claim in claims):
                has = "; ".join(f"{claim['text']} ({claim['certainty']})" for claim in claims)
                yield f"{field} {json.dumps(row, ensure_ascii=False)}" + (f", has {has}" if has else "")
    for field in ("kind", "family"):
        if wanted.get(field, model[field]) != model[field]:
            yield f"{field} {wanted[field]}, has {model[field] or 'none'}"
    held = {
        "vendors": set(model["vendors"]).union(*(release["vendors"] for release in releases)),
        "sizes": set(model["sizes"]),
        "status": {status for release in releases for status in release["status"]},
    }
    for field, values in held.items():
        yield from (f"{field} {value}" for value in listed(wanted.get(field, [])) if value not in values)
    yield from (f"name {name}" for name in wanted.get("names", ()) if folded(name) not in names_of(model))
    edges = {(edge["parent"], edge["relation"]) for edge in model["parents"]}
    yield from (f"lineage {edge}" for edge in wanted.get("lineage", {}).items() if edge not in edges)
    links = {link["url"].rstrip("/"): link["kind"] for link in model["links"]}
    for url, kind in wanted.get("links", {}).items():
        found = links.get(url.rstrip("/"))
        if found is None:
            yield f"link {url} ({kind})"
        elif found not in LIKE.get(kind, {kind}) and kind != LOOSE:
            yield f"link {url} as {kind}, has {found}"


def report(missing: list[str]) -> str:
    return f"{len(missing)} missing:\n" + "\n".join(missing)


def test_the_registry_holds_every_model_with_every_fact(registry: dict[str, Any], models: dict[str, Any]) -> None:
    missing: list[str] = []
    for name, wanted in FACTS["models"].items():
        if name not in models:
            missing.append(f"{name}: no such model")
            continue
        releases = [release for release in registry["releases"] if name in release["models"]]
        missing += [f"{name}: {gap}" for gap in gaps_of(models[name], wanted, releases)]
    assert not missing, report(missing)


def test_the_registry_holds_every_vendor_under_every_name(vendors: dict[str, Any]) -> None:
    missing: list[str] = []
    for name, wanted in FACTS["vendors"].items():
        vendor = vendors.get(name)
        if vendor is None:
            missing.append(f"{name}: no such vendor")
            continue
        missing += [f"{name}: name {other}" for other in wanted["names"] if folded(other) not in names_of(vendor)]
        missing += [f"{name}: formerly {other}" for other in wanted.get("former", ()) if other not in vendor["former"]]
        for field in ("kind", "country", "site"):
            if wanted.get(field, vendor[field]).rstrip("/") != vendor[field].rstrip("/"):
                missing.append(f"{name}: {field} {wanted[field]}, has {vendor[field] or 'none'}")
        missing += [f"{name}: {language} name" for language in ("zh", "en") if not vendor["names"].get(language)]
    assert not missing, report(missing)


def test_every_model_and_vendor_has_its_line_in_both_languages(models: dict[str, Any], vendors: dict[str, Any]) -> None:
    missing = [
        f"{record['id']}: {language} summary"
        for record in (*models.values(), *vendors.values())
        for language in ("zh", "en")
        if not record["summary"].get(language)
    ]
    assert not missing, report(missing)


def test_wrong_values_stand_as_corrections_only(models: dict[str, Any]) -> None:
    missing: list[str] = []
    for row in FACTS["corrections"]:
        model, field = models[row["id"]], row["field"]
        claims = [claim for claim in model["claims"] if claim["field"] == field]
        wrong = [claim for claim in claims if "value" in row and row["value"] in values_of(claim)]
        missing += [
            f"{row['id']}: {field} {claim['text']} stands as {claim['certainty']}"
            for claim in wrong
            if claim["certainty"] != "suspect"
        ]
        errata = [erratum for erratum in model["errata"] if erratum["field"] == field]
        if not wrong and not any(row.get("was", "") in erratum["was"] for erratum in errata):
            missing.append(f"{row['id']}: {field} {row.get('was', row.get('value'))} is corrected nowhere")
    assert not missing, report(missing)


def test_misreadings_stand_nowhere(registry: dict[str, Any], models: dict[str, Any], vendors: dict[str, Any]) -> None:
    present: list[str] = []
    for row in FACTS["never"]:
        name, field, value = row["id"], row["field"], row["value"]
        match field:
            case "lineage":
                held = any(edge["parent"] == value for edge in models[name]["parents"])
            case "vendors":
                releases = [release for release in registry["releases"] if name in release["models"]]
                held = any(value in record["vendors"] for record in (models[name], *releases))
            case "links":
                held = any(link["url"] == value for link in models[name]["links"])
            case "vendor names":
                held = folded(value) in names_of(vendors[name])
            case _:
                held = folded(value) in names_of(models[name])
        if held:
            present.append(f"{name}: {field} {value}")
    assert not present, "\n".join(present)
