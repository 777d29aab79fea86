"""CMPP 2.0 and 3.0, China Mobile's protocol for texts, as a service provider (SP) speaks it; pure."""
