"""What has to be asked before something can be changed, and how answers are read.

Nothing here knows a terminal. A question says what it asks, what can be chosen, and makes
of an answer what it stands for, or says in a sentence what is wrong with it.
"""
