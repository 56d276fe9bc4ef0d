//! Tests of whole documents: what every PDF reader must find in them.
mod check;
mod documents;
mod oracle;

use super::*;
use chrono::DateTime;

/// Real kinds of names, in six scripts.
const NAMES: [&str; 15] = [
    "Sjoerd van der Wâl-IJzerman",
    "Çağla Öztürk-Güneş",
    "Zoë Kışlalı",
    "Łukasz Żółkiewski",
    "Þórdís Æsudóttir",
    "Nguyễn Thị Ánh Tuyết",
    "Siân Ŵynne",
    "Ştefan Țurcanu",
    "Γιώργος Παπαδόπουλος",
    "Ольга Щербакова",
    "Їжакевич Ґанна",
    "שלום בן־דוד",
    "محمد الأمين",
    "王小明",
    "欧阳 丽娜",
];

fn document(blocks: Vec<Block>) -> Doc {
    Doc {
        title: "Proefblad".into(),
        language: "nl".into(),
        author: "Muziekvereniging Crescendo".into(),
        reference: "P-2026-1".into(),
        page_of: "Pagina {page} van {pages}".into(),
        made_at: DateTime::from_timestamp_millis(1_795_475_400_000).unwrap(),
        blocks,
    }
}

fn table(rows: usize) -> Block {
    let columns = vec![Column::new("Naam", 3.0), Column::new("Lid sinds", 1.0), Column::amounts("Bijdrage", 1.0)];
    let row = |i: usize| {
        let name = NAMES[i % NAMES.len()].to_owned();
        vec![name, format!("{}-01-2020", i % 28 + 1), format!("€ {},00", i * 7 % 1000)]
    };
    Block::Table { columns, rows: (0..rows).map(row).collect() }
}

fn everything() -> Doc {
    document(vec![
        Block::Letterhead {
            name: "Muziekvereniging Crescendo".into(),
            lines: vec!["privacy@crescendo.example".into()],
        },
        Block::heading(1, "Alles op één blad"),
        Block::paragraph("Dit is een alinea. ".repeat(40)),
        Block::notice("Let op: dit mag niemand over het hoofd zien. ".repeat(4)),
        Block::heading(2, "Gegevens"),
        Block::KeyValues { rows: NAMES.iter().map(|n| ("Naam".to_owned(), (*n).to_owned())).collect() },
        Block::List { items: vec!["Eerste punt".into(), "Tweede punt. ".repeat(30)] },
        Block::heading(2, "Leden"),
        table(70),
        Block::heading(3, "Groepen"),
        Block::Codes { codes: (0..8).map(|i| format!("{i}7QX-WMH2")).collect() },
    ])
}

fn json() -> Attachment {
    Attachment {
        name: "gegevens.json".into(),
        description: "De gegevens voor de computer".into(),
        media_type: "application/json".into(),
        bytes: r#"{"naam": "Zoë Kışlalı"}"#.into(),
    }
}
