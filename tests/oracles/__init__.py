"""Other ways to the best plan, slower and plainer, that the planner's search must agree with."""
