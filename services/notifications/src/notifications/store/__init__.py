"""The tables: subscribers, texts and their delivery, what citizens sent; statements only."""
