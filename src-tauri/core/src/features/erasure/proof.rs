//! The proof of an erasure as a printed document. It names nobody, and claims only what was checked.
use crate::kernel::time::{Date, Timestamp};
use crate::paper::{self, Block, Column, Doc};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// The content of a proof. It has no personal data of the erased people, so it may be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Proof {
    pub(crate) association: String,
    pub(crate) number: String,
    pub(crate) done_at: Timestamp,
    pub(crate) done_by: String,
    /// The number of people erased in full.
    pub(crate) erased: u32,
    /// The number of people erased in part.
    pub(crate) partly: u32,
    /// What was erased: the id of a text with `$n`, and the number.
    pub(crate) counts: Vec<(String, u32)>,
    pub(crate) reasons: Vec<Reason>,
    pub(crate) kept: Vec<Kept>,
    pub(crate) ledger: Ledger,
    pub(crate) checks: Checks,
}

/// The ledger of erased records, which has random ids only; the proof prints its size and hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Ledger {
    pub(crate) records: u32,
    /// The SHA-256 of the ledger in hexadecimal.
    pub(crate) hash: String,
}

/// A reason to erase, and the number of people it applied to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Reason {
    /// The retention rule: `R01`.
    pub(crate) rule: String,
    /// The rule in words.
    pub(crate) words: String,
    pub(crate) count: u32,
}

/// Something that had to be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Kept {
    pub(crate) what: String,
    pub(crate) why: String,
    /// The retention rule: `R03`.
    pub(crate) rule: String,
    /// The last day that it is kept.
    pub(crate) until: Option<Date>,
    pub(crate) count: u32,
}

/// What was checked. A check that was not done has a zero, and the proof says so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Checks {
    /// Pages of `data.db` that were read back and decrypted; 0 if no search was possible.
    pub(crate) pages: u64,
    /// Strings that were searched for.
    pub(crate) strings: u64,
    /// Other files in the folder that were searched; 0 if one of them contains such a string.
    pub(crate) files: u64,
    /// Files in the folder that are not part of the vault and contain such a string.
    pub(crate) strangers: u64,
    /// The old key was tried and no longer opens the file.
    pub(crate) old_key_refused: bool,
    /// Strings that were still in the vault at the last search.
    pub(crate) residue: u64,
}

pub(crate) fn document(text: Text, proof: &Proof) -> Doc {
    let t = |id: &str| text.plain(&format!("paper-erasure-{id}"));
    let name = text.get("paper-erasure-name", &[("number", proof.number.clone().into())]);
    let mut doc = paper::blank(text, name.clone(), &proof.association, name, proof.done_at);
    doc.add(Block::Letterhead { name: proof.association.clone(), lines: vec![] });
    doc.add(Block::heading(1, t("title")));
    if proof.checks.residue > 0 {
        doc.add(Block::notice(text.get("paper-erasure-residue", &[("n", proof.checks.residue.into())])));
    }
    doc.add(Block::KeyValues {
        rows: vec![
            (t("number"), proof.number.clone()),
            (t("when"), text.moment(proof.done_at)),
            (t("who"), proof.done_by.clone()),
            (t("persons"), proof.erased.to_string()),
            (t("partly"), proof.partly.to_string()),
        ],
    });
    doc.add(Block::paragraph(t("intro")));
    if !proof.counts.is_empty() {
        doc.add(Block::heading(2, t("gone")));
        doc.add(Block::List { items: proof.counts.iter().map(|(id, n)| counted(text, id, *n)).collect() });
    }
    if !proof.reasons.is_empty() {
        doc.add(Block::heading(2, t("why")));
        doc.add(reasons(&t, proof));
    }
    doc.add(Block::heading(2, t("kept")));
    doc.add(if proof.kept.is_empty() { Block::paragraph(t("kept-none")) } else { kept(text, &t, proof) });
    doc.add(Block::heading(2, t("always")));
    doc.add(Block::List { items: always(text, &proof.ledger) });
    doc.add(Block::heading(2, t("checked")));
    doc.add(Block::List { items: checked(text, proof.checks) });
    doc.add(Block::notice(t("unchecked")));
    doc
}

/// Some texts include the number; to the others it is appended.
fn counted(text: Text, id: &str, n: u32) -> String {
    let words = |n: u32| text.get(id, &[("n", n.into())]);
    if words(1) != words(2) {
        return words(n);
    }
    text.get("paper-counted", &[("what", words(n).into()), ("n", n.into())])
}

fn reasons(t: &dyn Fn(&str) -> String, proof: &Proof) -> Block {
    let columns = vec![Column::new(t("reason"), 5.0), Column::new(t("rule"), 1.0), Column::amounts(t("count"), 1.2)];
    let row = |r: &Reason| vec![r.words.clone(), r.rule.clone(), r.count.to_string()];
    Block::Table { columns, rows: proof.reasons.iter().map(row).collect() }
}

fn kept(text: Text, t: &dyn Fn(&str) -> String, proof: &Proof) -> Block {
    let columns = vec![
        Column::new(t("kept-what"), 3.0),
        Column::new(t("kept-why"), 3.0),
        Column::new(t("rule"), 1.0),
        Column::new(t("kept-until"), 2.0),
        Column::amounts(t("count"), 1.3),
    ];
    let row = |k: &Kept| {
        let until = k.until.map(|d| text.date(d)).unwrap_or_default();
        vec![k.what.clone(), k.why.clone(), k.rule.clone(), until, k.count.to_string()]
    };
    Block::Table { columns, rows: proof.kept.iter().map(row).collect() }
}

/// What is kept of every erasure, and names nobody.
fn always(text: Text, ledger: &Ledger) -> Vec<String> {
    // In groups, so that the line can break between them.
    let hash: Vec<&str> = (0..ledger.hash.len()).step_by(8).filter_map(|at| ledger.hash.get(at..at + 8)).collect();
    let args = [("n", ledger.records.into()), ("hash", hash.join(" ").into())];
    vec![
        text.plain("paper-erasure-always-trail"),
        text.get("paper-erasure-always-ledger", &args),
        text.plain("paper-erasure-always-tally"),
    ]
}

fn checked(text: Text, checks: Checks) -> Vec<String> {
    let mut said = vec![];
    if checks.pages > 0 {
        let args = [("n", checks.pages.into()), ("strings", checks.strings.into())];
        said.push(text.get("paper-erasure-check-pages", &args));
        said.push(text.plain("paper-erasure-check-limits"));
    } else {
        said.push(text.plain("paper-erasure-check-none"));
    }
    if checks.files > 0 {
        said.push(text.get("paper-erasure-check-files", &[("n", checks.files.into())]));
    }
    if checks.strangers > 0 {
        said.push(text.get("paper-erasure-check-strangers", &[("n", checks.strangers.into())]));
    }
    if checks.old_key_refused {
        said.push(text.plain("paper-erasure-check-key"));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn proof() -> Proof {
        Proof {
            association: "Muziekvereniging Crescendo".into(),
            number: "2026-0003".into(),
            done_at: Timestamp(1_795_475_400_000),
            done_by: "Ria de Boer".into(),
            erased: 3,
            partly: 1,
            counts: vec![("erased-email".into(), 5), ("erased-note".into(), 2)],
            reasons: vec![Reason {
                rule: "R01".into(),
                words: "Lidmaatschap langer dan 1 jaar voorbij".into(),
                count: 4,
            }],
            kept: vec![Kept {
                what: "Naam, adres en betaalde contributie".into(),
                why: "De belastingwet vraagt het".into(),
                rule: "R03".into(),
                until: "2033-12-31".parse().ok(),
                count: 1,
            }],
            ledger: Ledger { records: 9, hash: "0123456789abcdef".repeat(4) },
            checks: Checks { pages: 1250, strings: 31, old_key_refused: true, ..Checks::default() },
        }
    }

    fn said(doc: &Doc) -> String {
        serde_json::to_string(doc).unwrap()
    }

    #[test]
    fn the_proof_says_how_much_went_and_what_stayed_until_when() {
        let said = said(&document(Text::of(Language::Nl), &proof()));
        for words in [
            "5 e-mailadressen",
            "Bijzonderheden: 2",
            "31 december 2033",
            "R01",
            "alle 1.250 blokken",
            "01234567 89abcdef 0123",
            "zonder naam",
        ] {
            assert!(said.contains(words), "{words} is not in {said}");
        }
    }

    #[test]
    fn the_proof_does_not_claim_what_was_not_checked() {
        let nl = Text::of(Language::Nl);
        let whole = said(&document(nl, &proof()));
        assert!(whole.contains("De oude sleutel opent") && !whole.contains("andere bestanden in de map"));
        let unchecked = said(&document(nl, &Proof { checks: Checks::default(), ..proof() }));
        assert!(unchecked.contains("niet nazoeken") && !unchecked.contains("vonden"), "{unchecked}");
        let strange = Checks { strangers: 2, ..proof().checks };
        assert!(said(&document(nl, &Proof { checks: strange, ..proof() })).contains("2 andere bestanden"));
    }

    #[test]
    fn what_was_found_is_told_first() {
        for language in Language::ALL {
            let text = Text::of(*language);
            let found = Proof { checks: Checks { residue: 2, old_key_refused: true, ..Checks::default() }, ..proof() };
            let words = text.get("paper-erasure-residue", &[("n", 2.into())]);
            assert!(said(&document(text, &found)).contains(&words));
            assert!(!said(&document(text, &proof())).contains(&words));
        }
    }

    #[test]
    fn the_proof_can_be_printed_in_every_language() {
        for language in Language::ALL {
            let printed = paper::render(&document(Text::of(*language), &proof()), None).unwrap();
            assert!(printed.pages <= 2 && printed.missing.is_empty(), "{} {:?}", printed.pages, printed.missing);
        }
    }
}
