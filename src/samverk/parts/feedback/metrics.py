"""What is counted of comments: how many, never which."""

from prometheus_client import Counter

COMMENTS = Counter("samverk_comments", "Comments sent in, by what became of them.", ["outcome"])
