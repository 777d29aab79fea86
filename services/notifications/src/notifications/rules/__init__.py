"""What 12329 says and understands (R-SMS-2 to R-SMS-4, R-CRT-4); pure."""
