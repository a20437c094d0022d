"""The language server: what editors ask, answered by the same linter that judges files.

Data goes down here as everywhere: an open draft, its judgement, and answers made of both. Nothing but `reslint server`
imports this package, since pygls takes longer to import than a draft to judge.
"""
