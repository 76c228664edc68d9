"""Reading what people write in Swedish: personal data, care matters."""
