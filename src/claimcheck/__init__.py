"""Claims of Italian news articles, compared across sources."""
