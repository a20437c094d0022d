"""How one document is judged: settings, day, rules, suppressions, baselines."""
