"""Write the files of the earlier stages, and then the tables of the page about them all."""

from scripts.life import cut, page

cut.write()
page.write()
