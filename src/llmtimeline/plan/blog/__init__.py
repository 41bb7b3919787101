"""What PaperMod's parameters put into a page."""
