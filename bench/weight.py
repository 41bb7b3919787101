"""What the pages that readers meet first weigh, and what Lighthouse says of them at its phone settings.

Builds our own site, serves it on the loopback as static hosts do (gzip, cached files), and prints a Markdown table.
Needs Chromium and what `make tools` installs. Scores are medians of several runs, bytes are exact.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import json
import os
import statistics
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parents[1]
LIGHTHOUSE = ROOT / "tests" / "tools" / "node_modules" / ".bin" / "lighthouse"
PAGES = ("/", "/post/2023-09/", "/timeline/", "/en/", "/en/post/2023-09/", "/en/timeline/")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".md")


class Host(SimpleHTTPRequestHandler):
    """Serves a folder with gzip and a cache, without a log."""

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        """A file, compressed when it is text."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body, is_text = path.read_bytes(), path.suffix in _COMPRESSED
        body = gzip.compress(body, 6, mtime=0) if is_text else body
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)) + ("; charset=utf-8" if is_text else ""))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=31536000, immutable" if "?v=" in self.path else "max-age=600")
        if is_text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(llmtimeline: str) -> Iterator[str]:
    """Our own site, built for the address at which it is served."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "public")
        server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Host, directory=str(folder)))
        url = f"http://127.0.0.1:{server.server_address[1]}"
        subprocess.run([llmtimeline, "build", "-s", ROOT, "-d", folder, "-b", url + "/", "--quiet"], check=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield url
        server.shutdown()


def judge(url: str, chromium: str) -> dict[str, object]:
    """One report of Lighthouse."""
    flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
    command = [str(LIGHTHOUSE), url, "--quiet", "--output=json", flags]
    environment = {**os.environ, "CHROME_PATH": chromium}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    report: dict[str, object] = json.loads(done.stdout)
    return report


def row(page: str, reports: list[dict]) -> str:
    """A line of the table."""
    asked = reports[0]["audits"]["network-requests"]["details"]["items"]
    requests = [each for each in asked if not each["url"].startswith("data:")]
    sizes: dict[str, int] = {}
    for each in requests:
        sizes[each["resourceType"]] = sizes.get(each["resourceType"], 0) + each["transferSize"]
    scripts = [each for each in requests if each["resourceType"] == "Script"]
    weight = sum(size for kind, size in sizes.items() if kind != "Image")
    scores = [statistics.median(report["categories"][name]["score"] * 100 for report in reports) for name in CATEGORIES]
    bytes_of = (f"{sizes.get(kind, 0) / 1000:.1f}" for kind in ("Document", "Stylesheet", "Script"))
    counts = (str(len(requests)), str(len(scripts)))
    cells = (page, *counts, *bytes_of, f"{weight / 1000:.1f}", *(f"{score:.0f}" for score in scores))
    return f"| {' | '.join(cells)} |"


def run(arguments: argparse.Namespace) -> None:
    """Prints the table."""
    print(f"| page | requests | scripts | HTML kB | CSS kB | script kB | all kB | {' | '.join(CATEGORIES)} |")
    print("|---|" + "---:|" * 10)
    with served(arguments.llmtimeline) as url:
        for page in arguments.pages:
            reports = [judge(url + page, arguments.chromium) for _ in range(arguments.runs)]
            print(row(page, reports), flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="*", default=PAGES)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--llmtimeline", default=str(ROOT / ".venv" / "bin" / "llmtimeline"))
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    run(parser.parse_args())
