"""How much of what drafts write is read right: small inputs by kind, each with what has to come out."""
