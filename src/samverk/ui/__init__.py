"""The visual language: theme, components and the frame that every page stands in."""
