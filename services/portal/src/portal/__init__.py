"""The centre's front door (门户网站): whole pages for everybody, of what was published and told."""
