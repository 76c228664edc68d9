"""English as written in Europe: 17 April 2018, 13:30."""
