"""How anything is written, and what is kept between runs."""
