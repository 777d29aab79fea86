"""12329 text messages, out and in; no business state."""
