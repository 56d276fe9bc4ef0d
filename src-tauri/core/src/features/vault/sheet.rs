//! The recovery sheet on paper. Holds the whole secret: it goes to its target and nowhere else.
use crate::error::Result;
use crate::kernel::time::{Date, Timestamp};
use crate::paper::{self, Block, Doc, Printed};
use crate::text::Text;
use zeroize::Zeroize;

/// Prints the sheet. The groups are wiped from what it was made of; the PDF holds them, and the caller wipes that.
///
/// # Errors
/// `internal`.
pub(super) fn print(text: Text, association: &str, groups: &[String], made_at: Timestamp) -> Result<Printed> {
    let mut doc = sheet(text, association, groups, made_at);
    let printed = paper::render(&doc, None);
    for block in &mut doc.blocks {
        if let Block::Codes { codes } = block {
            codes.zeroize();
        }
    }
    printed
}

fn sheet(text: Text, association: &str, groups: &[String], made_at: Timestamp) -> Doc {
    let t = |id: &str| text.plain(&format!("paper-recovery-{id}"));
    let with = |id: &str, name: &str, value: &str| {
        text.get(&format!("paper-recovery-{id}"), &[(name, value.to_owned().into())])
    };
    let day = text.date(Date(made_at.in_amsterdam().date()));
    let mut doc = paper::blank(text, t("title"), association, t("title"), made_at);
    doc.blocks = vec![
        Block::heading(1, with("heading", "association", association)),
        Block::paragraph(t("for")),
        Block::notice(t("warning")),
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

    #[test]
    fn the_sheet_is_one_page_in_every_language_and_always_the_same() {
        let groups: Vec<String> = (0..8).map(|i| format!("W{i}MQX")).collect();
        let name = "Koninklijke Muziekvereniging Crescendo en Drumfanfare Oosterveld-Veldrade";
        for language in Language::ALL {
            let print = || print(Text::of(*language), name, &groups, Timestamp(1_795_475_400_000)).unwrap();
            assert_eq!((print().pages, print().missing), (1, vec![]));
            assert_eq!(print().bytes, print().bytes);
        }
    }

    #[test]
    fn the_sheet_holds_the_groups_in_their_order() {
        let groups: Vec<String> = (0..8).map(|i| format!("AB{i}CD")).collect();
        let doc = sheet(Text::of(Language::Nl), "Crescendo", &groups, Timestamp(1_795_475_400_000));
        assert!(doc.blocks.contains(&Block::Codes { codes: groups }));
        assert!(doc.blocks.contains(&Block::paragraph(
            "Gemaakt op 24 november 2026. Geldig tot een nieuw herstelblad is gecontroleerd."
        )));
    }
}
