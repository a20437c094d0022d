"""How fast reslint is, beside bare Python and beside other linters on the same text: `python -m benchmarks`."""
