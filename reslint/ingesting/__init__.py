"""How a registry learns: what official texts attest, and how that is written into its file."""
