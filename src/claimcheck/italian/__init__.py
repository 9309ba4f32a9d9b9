"""The Italian that no claim kind owns: numbers, calendar, marks, clauses, names."""
