"""What other subjects and parts add to the Day: each registers its own when it starts, and calls nobody."""
