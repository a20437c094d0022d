"""How many documents are judged: by this process, by others, by a cluster, or remembered from an earlier run."""
