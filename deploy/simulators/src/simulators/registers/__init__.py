"""Registers of a city (公安、房产、民政、税务、银行) behind one platform: slow, wrong and away when told."""
