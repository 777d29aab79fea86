"""Parked messages on the desk (停放消息): seen, replayed by one, set aside by two; in every service."""
