"""What breaks reslint: inputs made by chance from a small corpus, held against its promises: `python -m fuzz`."""
