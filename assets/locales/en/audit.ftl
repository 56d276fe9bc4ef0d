# Who did what.
audit-title = Log
audit-ok = Checked: every line follows on from the one before.
audit-broken = Warning: line { $n } is no longer right. Keep this vault and ask for help.
audit-unsigned = Warning: line { $n } was not written by the user it names. Keep this vault and find out who can write in it.
audit-not-allowed = Warning: line { $n } is about something that this user may not do. It was done outside Ledenkluis. Keep this vault and talk to the user about it.
audit-erased = erased person
audit-check = Check the log
audit-col-when = When
audit-col-who = Who
audit-col-what = What
audit-col-about = About whom
audit-col-result = Outcome
audit-done = done
audit-denied = refused
audit-empty = The log is still empty.
