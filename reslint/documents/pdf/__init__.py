"""PDF: the words of its pages, line by line as one sees them."""
