"""Messages in the languages of the Union beside English: a catalogue a language, in the formats of gettext.

People write the .po, and `python -m catalogues` makes the .mo of it, which is what is read here. Nothing of it is
opened for English.
"""
