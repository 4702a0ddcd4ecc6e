"""From YAML text to typed data, with the line of every mistake."""
