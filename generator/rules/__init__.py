"""One decision each: values in, a decision out; words, numbers and sources come from content."""
