"""The doors to the grammar of releases: headings, blocks, labelled lines."""

from llmtimeline.parse.facts.headings import parse_release_heading
from llmtimeline.parse.facts.labelled_lines import parse_labelled_lines
from llmtimeline.parse.facts.release_blocks import parse_release_block

__all__ = ["parse_labelled_lines", "parse_release_block", "parse_release_heading"]
