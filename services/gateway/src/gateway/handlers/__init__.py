"""The shell: one plain function a step, in one transaction."""
