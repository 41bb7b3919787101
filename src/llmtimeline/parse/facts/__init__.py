"""The release grammar: headings, blocks and labelled lines."""
