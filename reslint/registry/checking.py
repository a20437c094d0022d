def check_source(source): return []
