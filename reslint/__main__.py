"""`python -m reslint`, the same as `reslint`."""

from reslint.cli import main

if __name__ == "__main__":
    main()
