"""What leaves the machine: a build that is swapped in whole."""
