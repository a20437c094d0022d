"""The version of reslint: of the package, its reports and its extensions."""

__version__ = "0.6.0"
