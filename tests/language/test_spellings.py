"""Spellings: one name in the ways in which papers write it."""

from dragoman.language.spellings import first_spellings, spellings


def test_every_spelling_is_given_once_and_the_listed_one_first():
    """The spellings of a name differ from each other."""
    found = list(spellings(("Mohammed", "Abdel", "Karim")))
    assert found[0] == ("Mohammed", "Abdel", "Karim")
    assert len(found) == len(set(found))
    assert ("Muhammad", "Abdul", "Kareem") in found


def test_servants_are_written_as_one_word_or_two():
    """Abdelaziz is Abdul Aziz, and the other way round."""
    assert ("Abdul", "Aziz", "Bouteflika") in list(spellings(("Abdelaziz", "Bouteflika")))
    assert ("Abdulaziz", "Bouteflika") in list(spellings(("Abdel", "Aziz", "Bouteflika")))


def test_the_first_words_of_all_spellings_are_known_beforehand():
    """A name is looked for under every word with which a spelling of it begins."""
    for name in (("Abdel", "Aziz", "Bouteflika"), ("Abdelaziz", "Bouteflika"), ("Sergei", "Lavrov"), ("Tom", "King")):
        starts = {words[0].lower() for words in spellings(name)}
        assert starts <= first_spellings(name[0].lower(), name[1].lower())


def test_a_korean_name_takes_a_hyphen():
    """Kim Jong Un is also Kim Jong-un."""
    assert list(spellings(("Kim", "Jong", "Un"), family_first=True))[1] == ("Kim", "Jong", "-", "un")
