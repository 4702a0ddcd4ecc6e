"""A person's answers, the guide's content and a date become a private website."""
