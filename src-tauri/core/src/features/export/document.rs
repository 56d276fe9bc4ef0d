//! The access report as a printed document: what art. 15 AVG requires, in the order of its letters.
use super::report::{Item, Keep, Report, Section};
use crate::features::people::Restriction;
use crate::kernel::person_data::Value;
use crate::kernel::time::{Date, Timestamp};
use crate::paper::{self, Block, Column, Doc};
use crate::text::Text;

/// A table with more columns than this is hard to read, so such records are printed one below the other.
const MOST_COLUMNS: usize = 5;

/// The report as a document. `missing`: characters that no font has; known only after a first rendering.
pub(super) fn document(text: Text, report: &Report, file: &str, missing: &[char]) -> Doc {
    let page = Paper { text, report };
    let name = page.with("name", "number", &report.number);
    let mut doc = paper::blank(text, name.clone(), &report.association.name, name, report.made_at);
    page.head(&mut doc, file, missing);
    page.purposes(&mut doc);
    page.keeps(&mut doc);
    page.categories(&mut doc);
    page.data(&mut doc);
    page.recipients(&mut doc);
    page.trail(&mut doc);
    page.machine(&mut doc);
    page.rights(&mut doc);
    doc
}

struct Paper<'a> {
    text: Text,
    report: &'a Report,
}

impl Paper<'_> {
    fn t(&self, id: &str) -> String {
        self.text.plain(&format!("paper-report-{id}"))
    }

    fn with(&self, id: &str, name: &str, value: &str) -> String {
        self.text.get(&format!("paper-report-{id}"), &[(name, value.to_owned().into())])
    }

    fn day(&self, at: Timestamp) -> String {
        self.text.date(Date(at.in_amsterdam().date()))
    }

    fn chapter(&self, doc: &mut Doc, id: &str) {
        doc.add(Block::heading(2, self.t(id)));
    }

    fn head(&self, doc: &mut Doc, file: &str, missing: &[char]) {
        let (association, person) = (&self.report.association, &self.report.person);
        let lines = Some(association.privacy_email.clone()).filter(|email| !email.is_empty());
        if association.name.is_empty() {
            doc.add(Block::heading(1, self.t("heading-plain")));
        } else {
            let below = lines.clone().into_iter().collect();
            doc.add(Block::Letterhead { name: association.name.clone(), lines: below });
            doc.add(Block::heading(1, self.with("heading", "association", &association.name)));
        }
        let mut rows = vec![
            (self.t("about"), person.name.clone()),
            (self.t("made"), self.day(self.report.made_at)),
            (self.t("reference"), self.report.number.clone()),
        ];
        rows.extend(lines.map(|email| (self.t("contact"), email)));
        doc.add(Block::KeyValues { rows });
        doc.add(Block::paragraph(self.t("yes")));
        doc.add(Block::paragraph(self.with("json", "file", file)));
        match person.restricted {
            Some(Restriction::Request) => doc.add(Block::notice(self.t("restricted"))),
            Some(Restriction::Fiscal) => doc.add(Block::notice(self.t("restricted-fiscal"))),
            None => {}
        }
        if self.report.sealed {
            doc.add(Block::notice(self.t("sealed")));
        }
        if !missing.is_empty() {
            let named = missing.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect::<Vec<_>>().join(", ");
            doc.add(Block::notice(self.text.get("paper-missing", &[("characters", named.into())])));
        }
    }

    fn purposes(&self, doc: &mut Doc) {
        self.chapter(doc, "purposes");
        let columns = vec![
            Column::new(self.t("purpose"), 2.6),
            Column::new(self.t("basis"), 2.1),
            Column::new(self.t("term"), 3.6),
        ];
        if self.report.purposes.is_empty() {
            doc.add(Block::paragraph(self.t("purposes-none")));
            return;
        }
        doc.add(Block::paragraph(self.t("purposes-intro")));
        let rows = self.report.purposes.iter().map(|p| vec![p.name.clone(), p.basis_name.clone(), p.term.clone()]);
        doc.add(Block::Table { columns, rows: rows.collect() });
    }

    fn keeps(&self, doc: &mut Doc) {
        if self.report.keeps.is_empty() {
            return;
        }
        self.chapter(doc, "keeps");
        let columns = vec![
            Column::new(self.t("keep-what"), 2.6),
            Column::new(self.t("keep-from"), 2.1),
            Column::new(self.t("keep-until"), 3.6),
        ];
        let from = |k: &Keep| k.from.map(|day| self.text.date(day)).unwrap_or_default();
        let rows = self.report.keeps.iter().map(|k| vec![k.what.clone(), from(k), k.until_words.clone()]);
        doc.add(Block::Table { columns, rows: rows.collect() });
    }

    /// Art. 15(1)(b) requires the categories of data, besides the data themselves.
    fn categories(&self, doc: &mut Doc) {
        self.chapter(doc, "categories");
        doc.add(Block::List { items: self.report.data.iter().map(|s| s.title.clone()).collect() });
    }

    fn data(&self, doc: &mut Doc) {
        self.chapter(doc, "data");
        doc.add(Block::paragraph(self.t("data-intro")));
        for section in &self.report.data {
            doc.add(Block::heading(3, section.title.clone()));
            doc.add(Block::paragraph(self.origin(section)));
            for block in records(&section.records) {
                doc.add(block);
            }
        }
    }

    fn origin(&self, section: &Section) -> String {
        let name = |key: &String| self.report.purposes.iter().find(|p| p.key == *key).map(|p| p.name.clone());
        let purposes: Vec<String> = section.purposes.iter().filter_map(name).collect();
        if purposes.is_empty() {
            return self.with("data-from", "source", &section.source);
        }
        let args = [("purposes", purposes.join(", ").into()), ("source", section.source.clone().into())];
        self.text.get("paper-report-data-for", &args)
    }

    fn recipients(&self, doc: &mut Doc) {
        self.chapter(doc, "recipients");
        if self.report.recipients.is_empty() {
            doc.add(Block::paragraph(self.t("recipients-none")));
            return;
        }
        doc.add(Block::paragraph(self.t("recipients-some")));
        let columns = vec![
            Column::new(self.t("recipient"), 2.0),
            Column::new(self.t("recipient-when"), 2.0),
            Column::new(self.t("recipient-what"), 3.0),
        ];
        let rows = self.report.recipients.iter().map(|r| vec![r.to.clone(), self.day(r.at), r.what.clone()]);
        doc.add(Block::Table { columns, rows: rows.collect() });
    }

    fn trail(&self, doc: &mut Doc) {
        if self.report.trail.is_empty() {
            return;
        }
        self.chapter(doc, "trail");
        doc.add(Block::paragraph(self.t("trail-intro")));
        let columns = vec![
            Column::new(self.t("trail-when"), 3.0),
            Column::new(self.t("trail-what"), 4.0),
            Column::new(self.t("trail-result"), 1.5),
        ];
        let result = |done| self.text.plain(if done { "audit-done" } else { "audit-denied" });
        let rows = self.report.trail.iter().map(|e| vec![self.text.moment(e.at), e.what.clone(), result(e.done)]);
        doc.add(Block::Table { columns, rows: rows.collect() });
    }

    fn machine(&self, doc: &mut Doc) {
        for id in ["machine", "abroad"] {
            self.chapter(doc, id);
            doc.add(Block::paragraph(self.t(&format!("{id}-body"))));
        }
    }

    fn rights(&self, doc: &mut Doc) {
        self.chapter(doc, "rights");
        doc.add(Block::paragraph(self.t("rights-intro")));
        doc.add(Block::List { items: self.report.rights.iter().map(|r| r.text.clone()).collect() });
        let email = &self.report.association.privacy_email;
        let how = if email.is_empty() { self.t("rights-ask") } else { self.with("rights-how", "email", email) };
        doc.add(Block::paragraph(how));
        self.chapter(doc, "complaint");
        doc.add(Block::paragraph(self.report.complaint.clone()));
    }
}

/// A single record is printed as names and values, several as a table if that is readable.
fn records(records: &[Vec<Item>]) -> Vec<Block> {
    let mut names: Vec<&str> = vec![];
    for item in records.iter().flatten() {
        if !names.contains(&item.name.as_str()) {
            names.push(&item.name);
        }
    }
    let value = |record: &[Item], name: &str| {
        let values: Vec<&str> = record.iter().filter(|i| i.name == name).map(|i| i.text.as_str()).collect();
        values.join("\n")
    };
    if records.len() < 2 || names.len() > MOST_COLUMNS {
        let rows = |r: &Vec<Item>| r.iter().map(|i| (i.name.clone(), i.text.clone())).collect();
        return records.iter().map(|r| Block::KeyValues { rows: rows(r) }).collect();
    }
    let longest = |name: &str| records.iter().map(|r| value(r, name).chars().count()).max().unwrap_or(0).clamp(8, 30);
    let amounts = |name: &str| records.iter().flatten().any(|i| i.name == name && matches!(i.value, Value::Cents(_)));
    let columns = names.iter().map(|name| {
        if amounts(name) {
            Column::amounts(*name, longest(name) as f32)
        } else {
            Column::new(*name, longest(name) as f32)
        }
    });
    let columns = columns.collect();
    let row = |r: &Vec<Item>| names.iter().map(|name| value(r, name)).collect();
    vec![Block::Table { columns, rows: records.iter().map(row).collect() }]
}
