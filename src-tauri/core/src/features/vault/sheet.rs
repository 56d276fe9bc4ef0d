//! The recovery sheet as a printed document. It contains the whole secret, so it goes to its target and nowhere else.
use crate::error::Result;
use crate::kernel::sealed::Compartment;
use crate::kernel::time::{Date, Timestamp};
use crate::paper::{self, Block, Doc, Printed};
use crate::text::Text;
use zeroize::Zeroize;

/// Prints the sheet. The groups are wiped from the document; the PDF contains them too, and the caller wipes that.
///
/// # Errors
/// `internal`.
pub(super) fn print(
    text: Text,
    association: &str,
    groups: &[String],
    lacks: &[Compartment],
    made_at: Timestamp,
) -> Result<Printed> {
    let mut doc = sheet(text, association, groups, lacks, made_at);
    let printed = paper::render(&doc, None);
    for block in &mut doc.blocks {
        if let Block::Codes { codes } = block {
            codes.zeroize();
        }
    }
    printed
}

/// What a sheet does not open, as text.
fn in_words(text: Text, compartments: &[Compartment]) -> String {
    let words = compartments.iter().map(|c| text.plain(&format!("start-sheet-part-{}", c.as_str())));
    words
        .reduce(|first, last| text.get("list-and", &[("first", first.into()), ("last", last.into())]))
        .unwrap_or_default()
}

fn sheet(text: Text, association: &str, groups: &[String], lacks: &[Compartment], made_at: Timestamp) -> Doc {
    let t = |id: &str| text.plain(&format!("paper-recovery-{id}"));
    let with = |id: &str, name: &str, value: &str| {
        text.get(&format!("paper-recovery-{id}"), &[(name, value.to_owned().into())])
    };
    let day = text.date(Date(made_at.in_amsterdam().date()));
    let mut warning = t("warning");
    if !lacks.is_empty() {
        // Above the groups, so that it is read before anybody relies on the sheet.
        warning = format!("{} {warning}", with("lacks", "parts", &in_words(text, lacks)));
    }
    let mut doc = paper::blank(text, t("title"), association, t("title"), made_at);
    doc.blocks = vec![
        Block::heading(1, with("heading", "association", association)),
        Block::paragraph(t("for")),
        Block::notice(warning),
        Block::Codes { codes: groups.to_vec() },
        Block::heading(2, t("how")),
        Block::List { items: ["step-open", "step-type", "step-new"].map(t).to_vec() },
        Block::heading(2, t("where")),
        Block::List { items: ["where-safe", "where-apart"].map(t).to_vec() },
        Block::paragraph(with("made", "date", &day)),
    ];
    doc
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    const ASIDE: [Compartment; 2] = [Compartment::Giving, Compartment::Confidential];

    #[test]
    fn the_sheet_is_one_page_in_every_language_and_always_the_same() {
        let groups: Vec<String> = (0..8).map(|i| format!("W{i}MQX")).collect();
        let name = "Koninklijke Muziekvereniging Crescendo en Drumfanfare Oosterveld-Veldrade";
        for language in Language::ALL {
            let print = || print(Text::of(*language), name, &groups, &ASIDE, Timestamp(1_795_475_400_000)).unwrap();
            assert_eq!((print().pages, print().missing), (1, vec![]));
            assert_eq!(print().bytes, print().bytes);
        }
    }

    #[test]
    fn the_sheet_holds_the_groups_in_their_order() {
        let groups: Vec<String> = (0..8).map(|i| format!("AB{i}CD")).collect();
        let doc = sheet(Text::of(Language::Nl), "Crescendo", &groups, &[], Timestamp(1_795_475_400_000));
        assert!(doc.blocks.contains(&Block::Codes { codes: groups }));
        assert!(doc.blocks.contains(&Block::paragraph(
            "Gemaakt op 24 november 2026. Geldig na controle, tot controle van een nieuw blad."
        )));
    }

    #[test]
    fn the_sheet_says_what_it_does_not_open() {
        let text = Text::of(Language::Nl);
        let says = |lacks: &[Compartment], words: &str| {
            let doc = sheet(text, "Crescendo", &["AB0CD".into()], lacks, Timestamp(1_795_475_400_000));
            doc.blocks.contains(&Block::notice(format!("{words}{}", text.plain("paper-recovery-warning"))))
        };
        assert!(says(&ASIDE[..1], "Met dit blad opent u niet: giften en betalingen. "));
        assert!(says(&ASIDE, "Met dit blad opent u niet: giften en betalingen en bijzonderheden. "));
        assert!(says(&[], ""));
    }
}
