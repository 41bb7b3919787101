"""Markdown as this site reads it: CommonMark with tables, footnotes and alerts, kind to Chinese text.

`engine` builds the parser, `writer` turns its tokens into HTML with holes; each other module is one thing that an
author can see.
"""
