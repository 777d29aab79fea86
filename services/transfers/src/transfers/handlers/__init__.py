"""What happens to letters, a plain function a step: read, ask the rules, write, emit."""
