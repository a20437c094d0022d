"""What users install, built from one commit, the same byte for byte each time: `make release`."""
