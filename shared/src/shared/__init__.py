"""Mechanism and message shapes that every service relies on; business rules live in the services."""
