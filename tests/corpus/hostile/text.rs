//! Delimited text.
use super::Hostile;

pub(super) const ALL: &[Hostile] = &[
    ("quotes that nothing closes", || b"\"\n".repeat(500_000)),
    ("a quote that nothing closes before many fields", || [b"\"".as_slice(), &b"a;".repeat(499_000)].concat()),
    ("a quote in every line", || b"\"a;b\n".repeat(200_000)),
    ("pairs of quotes", || b"\"a\"\"\n;".repeat(160_000)),
    ("a million separators", || b";".repeat(1_000_000)),
    ("a million lines of nothing", || b"\n".repeat(1_000_000)),
    ("as many rows as may be", || b"a;b\n".repeat(249_000)),
    ("a row of all columns above many short rows", || {
        [b"1;".repeat(16_383), b"1\n".to_vec(), b"1\n".repeat(240_000)].concat()
    }),
    ("one byte of an unknown alphabet", || vec![0xE9; 1_000_000]),
    ("letters of an unknown alphabet", || b"Fran\xE7ois;Zo\xEB\n".repeat(70_000)),
    ("nearly UTF-8", || [b"Zo\xC3\xAB;".repeat(160_000), b"\xFF\n".to_vec()].concat()),
    ("two bytes a letter", || "Naam;Plaats\n".repeat(40_000).encode_utf16().flat_map(u16::to_le_bytes).collect()),
    ("many words in a cell", || [b"naam ".repeat(6_000), b";".to_vec()].concat().repeat(33)),
    ("many telephone numbers in a cell", || [b"06-12345678 ".repeat(2_600), b"\n".to_vec()].concat().repeat(32)),
    ("zeros between letters", || b"a\0b\0c;d\n".repeat(120_000)),
    ("totals below totals", || [b"Naam;Bedrag;Jaar\nBerg;1;2\n".to_vec(), b"totaal;1\n".repeat(110_000)].concat()),
    ("a name of six thousand words", || {
        let row = [b"Jan;".as_slice(), &b"naam ".repeat(6_000), b"\n"].concat();
        [b"Voornaam;Naam\n".as_slice(), &row.repeat(32)].concat()
    }),
    ("as many people as fit", || [b"Achternaam;E-mail\n".as_slice(), &b"A;b@c.nl\n".repeat(110_000)].concat()),
    ("one person with an address in every row", || {
        let row = |i| format!("7;Jan;Berg;a{i}@b.nl\n");
        ["Lidnummer;Voornaam;Achternaam;E-mail\n".to_owned(), (0..40_000).map(row).collect()].concat().into_bytes()
    }),
    ("a thousand addresses in every cell", || {
        let row = [b"Berg;".as_slice(), &b"a@b.nl,".repeat(1_000), b"\n"].concat();
        [b"Achternaam;E-mail\n".as_slice(), &row.repeat(140)].concat()
    }),
    ("nothing in it can be taken over", || {
        let row = b"Berg;x;x;x;x;x\n".repeat(65_000);
        [b"Achternaam;E-mail;Telefoon;Geboortedatum;Lid sinds;Postcode\n".as_slice(), &row].concat()
    }),
];
