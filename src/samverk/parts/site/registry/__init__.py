"""What other parts add to the public pages: each registers its own when it starts, and calls nobody."""
