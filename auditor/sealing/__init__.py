"""Put into the PDF of a report what it rests on, and verify such a PDF again."""
