"""Reports on the registry: how far it goes, what another one changes, who cites a text."""
