# Who did what.
audit-title = Log
audit-ok = Checked: every line follows on from the one before.
audit-broken = Warning: line { $n } is no longer right. Keep this vault and ask for help.
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
