"""The seed page lies beside the repository, where the whole suite runs. A lone copy does without it."""

from pathlib import Path

SEED = Path(__file__).parents[5].parent / "shared/seed/sociala-foretagsdagen.txt"

collect_ignore = [] if SEED.exists() else ["test_the_seed.py"]
