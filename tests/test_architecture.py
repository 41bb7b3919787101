"""The walls of the house: who may import whom, and who may touch the outside world."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src/llmtimeline"
ROOMS = ("load", "parse", "register", "plan", "render", "write")
PURE = ("values", "parse", "register", "plan", "render")
OUTSIDE = frozenset(
    {"os", "pathlib", "io", "time", "random", "secrets", "subprocess", "socket", "logging", "sys", "shutil", "tempfile"}
    | {"threading", "multiprocessing", "locale", "glob", "http", "urllib.request", "warnings"}
)
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 300  # lines


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def room_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in the file: lazy and type-only imports are arrows too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} imports relatively"
            module = node.module or ""
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def rooms_imported(path: Path) -> set[str]:
    return {name.split(".")[1] for name in imports(path) if name.startswith("llmtimeline.")}


def calls(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return {n.func.id for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_arrows_run_down(path: Path) -> None:
    room = room_of(path)
    allowed = {
        "values": {"values"},
        **{row: {row, "values"} for row in ROOMS},
        "workers": set(),
        "build": {*ROOMS, "values", "workers"},
        "begin": {"load", "parse", "write", "values"},
        "shell": {"shell", "build", "begin", "values", "__version__"},
        "__init__": set(),
        "__main__": {"shell"},
    }[room]
    assert rooms_imported(path) <= allowed, f"{name_of(path)} imports what lies beside or above it"


@pytest.mark.parametrize("path", [path for path in MODULES if room_of(path) in PURE], ids=name_of)
def test_pure_rooms_ask_nothing_of_the_outside(path: Path) -> None:
    names = set(imports(path))
    if "io.BytesIO" in names and not re.search(r"^\s*import io\b", path.read_text("utf-8"), re.MULTILINE):
        names -= {"io", "io.BytesIO"}  # memory, which libraries for pictures take for a file
    assert not {name for name in names if name in OUTSIDE or name.split(".")[0] in OUTSIDE}
    assert not calls(path) & {"print", "open", "input", "exec", "eval", "breakpoint"}


@pytest.mark.parametrize(
    "path", [path for path in MODULES if room_of(path) in ("load", "build", "begin", "workers")], ids=name_of
)
def test_nothing_below_the_shell_prints(path: Path) -> None:
    assert not calls(path) & {"print", "input"}
    assert "logging" not in set(imports(path))


def test_only_the_pipeline_knows_all_six_rooms() -> None:
    assert set(ROOMS) <= rooms_imported(PACKAGE / "build.py")
    knowing = [name_of(path) for path in MODULES if len(rooms_imported(path) & set(ROOMS)) > 1]
    assert knowing == ["begin.py", "build.py"]  # begin.py is what `new content` does, in three of the rooms


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_file_stays_short_enough_to_read(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


# A worker process catches everything in order to raise it again in its parent.
@pytest.mark.parametrize("path", [path for path in MODULES if room_of(path) not in ("shell", "workers")], ids=name_of)
def test_nothing_below_the_shell_swallows_every_exception(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "everything"
            assert caught not in ("everything", "Exception", "BaseException"), f"{name_of(path)}:{node.lineno}"


@pytest.mark.parametrize("path", sorted((PACKAGE / "values").rglob("*.py")), ids=name_of)
def test_values_are_frozen(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ClassDef):
            decorators = [ast.unparse(decorator) for decorator in node.decorator_list]
            is_enum = any("Enum" in ast.unparse(base) for base in node.bases)
            is_exception = any(ast.unparse(base).endswith(("Error", "Exception")) for base in node.bases)
            frozen = any("frozen=True" in decorator and "slots=True" in decorator for decorator in decorators)
            assert is_enum or is_exception or frozen, f"{name_of(path)}:{node.lineno} {node.name}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_public_names_say_what_they_give(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    if path.name != "__init__.py" or tree.body:
        assert ast.get_docstring(tree), f"{name_of(path)} has no docstring"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{name_of(path)}:{node.lineno} {node.name}"
