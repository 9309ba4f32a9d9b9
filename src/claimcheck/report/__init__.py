"""Reports: readings and comparisons become text, JSON and rows; nothing here finds or compares claims."""
