"""The judgements: one rule a file, found by listing this folder. `reslint rule CODE` prints what each of them says."""
