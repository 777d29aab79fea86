"""What the hotline does, a function a step."""
