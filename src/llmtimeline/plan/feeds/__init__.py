"""What programs read: feeds, sitemaps, llms.txt."""
