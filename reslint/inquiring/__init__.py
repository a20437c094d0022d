"""What a registry and many drafts tell together: who cites a text, and which verdicts another registry changes."""
