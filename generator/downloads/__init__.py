"""Files to take along, one format a module; what each holds is decided before."""
