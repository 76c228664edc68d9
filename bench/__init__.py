"""Commands that measure and print a table. None of them passes or fails: a figure depends on the machine."""
