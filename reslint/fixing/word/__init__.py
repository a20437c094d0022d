"""Write into a Word file by splicing bytes: what is not touched stays as it is, byte for byte."""
