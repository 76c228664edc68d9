"""What is counted and timed in the web processes."""

from prometheus_client import Counter, Histogram

# The key in a WSGI environ under which the name of the view that answered is told to the outermost layer.
VIEW = "samverk.view"
UNKNOWN_VIEW = "none"

REQUESTS = Counter("samverk_requests", "Requests answered.", ["view", "method", "status"])
SECONDS = Histogram(
    "samverk_request_seconds",
    "Time from a request's arrival to the end of its answer.",
    ["view"],
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
QUERIES = Histogram(
    "samverk_request_queries",
    "Database queries made for a request.",
    ["view"],
    buckets=(0, 1, 2, 4, 8, 12, 20, 40, 80),
)
PAGE_CACHE = Counter("samverk_page_cache", "What the page cache did: hit, miss, joined.", ["outcome"])
PAGE_CACHE_HIT = PAGE_CACHE.labels("hit")
PAGE_CACHE_MISS = PAGE_CACHE.labels("miss")
PAGE_CACHE_JOINED = PAGE_CACHE.labels("joined")
