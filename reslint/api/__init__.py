"""What a rule or a plugin may touch. All of it is public, under `reslint`; see docs/plugins.md for the shapes."""
