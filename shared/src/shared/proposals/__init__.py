"""Two people (双人复核): one proposes, another decides, the decision executes once; in every service."""
