"""Models side by side: which pairs have a page, what a row holds, and the files that the picker reads."""
