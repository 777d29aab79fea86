"""What documents does, a function a step."""
