"""The facts of a meeting: title, group, day, hours, place, and the next one."""
