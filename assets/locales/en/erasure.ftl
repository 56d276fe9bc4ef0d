# Erasing for good, and the proof of it.
erasure-title = Erase { $name }'s data
erasure-warn = Nobody can undo this.
erasure-type = Type the surname to erase: { $surname }
erasure-do = Erase for good
erasure-keep = Do not erase
erasure-busy = Erasing. Leave the computer on.
erasure-busy-title = Erasing
erasure-done = Erased. Proof { $number } is ready.
erasure-done-title = Erased
erasure-done-kept = This had to stay
erasure-erased = Erased completely
erasure-partly = Erased in part
erasure-proof = Erasure proof
erasure-proofs = Erasure proofs
erasure-proofs-empty = Nothing has been erased yet.
erasure-proof-save = Save proof { $number }
erasure-col-number = Proof
erasure-col-when = When
erasure-col-who = Who
erasure-col-count = People
erasure-elsewhere = Also remove these people from your mailing group and loose files.
erasure-proof-file = Erasure proof { $number }.pdf
erasure-pending = Not cleaned up yet
erasure-residue = Remains found
erasure-unsearched = Not searched
erasure-pending-hint = The people are erased. Cleaning the file continues when you open the vault again.
erasure-strangers = { $n ->
    [one] In the folder of the vault 1 other file still names one of these people. See whether it may go.
   *[other] In the folder of the vault { $n } other files still name one of these people. See whether they may go.
}
