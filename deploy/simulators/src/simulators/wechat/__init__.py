"""WeChat's side of an official account: its API, its users' phones, its callbacks; broken when told."""
