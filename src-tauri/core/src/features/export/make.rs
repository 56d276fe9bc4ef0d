//! Makes the access report of a person: PDF and JSON with the same content, a disclosure record, and a row in the
//! trail.
use super::{document, gather, store};
use crate::error::{Check, Code, OrError, Result};
use crate::features::settings;
use crate::kernel::files::{Delivered, Document, Target, Written};
use crate::kernel::id::PersonId;
use crate::kernel::session::{Done, Session, WriteTx};
use crate::ops::Op;
use crate::paper::{self, Attachment, Printed};
use crate::text::{Language, Text};
use serde::{Deserialize, Serialize};

/// The kind of report.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ReportKind")]
pub enum Kind {
    /// Right of access (art. 15 AVG).
    #[default]
    Access,
}

/// The person, and where the report goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ReportRequest {
    /// Whom it is about. The right also holds for a person whose data are restricted.
    pub person: PersonId,
    /// The kind of report; `access` if left out.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub kind: Kind,
    /// The language; the association's own by default.
    #[serde(default)]
    #[ts(optional)]
    pub language: Option<Language>,
    /// Where to write the PDF.
    pub pdf: Target,
    /// Where to write the JSON.
    pub data: Target,
}

/// The two files of a report, as they were written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ReportMade {
    /// The number: `2026-0001`.
    pub number: String,
    /// The PDF, which also contains the JSON.
    pub pdf: Written,
    /// The JSON, with the same content as the PDF.
    pub data: Written,
    /// Characters that could not be printed. The PDF lists them; the JSON has them correctly.
    pub missing: String,
}

/// Makes the report. The right of access also holds for a person whose data are restricted or kept only for tax law.
/// Either both files are written and the trail records it, or neither is, and files that they would replace are intact.
///
/// # Errors
/// `permission.denied`, `person.missing`, `input.invalid` when both would go into one file, `file.…`, `disk.…`.
pub fn report(s: &mut Session, req: ReportRequest) -> Result<Done<ReportMade>> {
    let (files, ids) = (s.around().files.clone(), s.around().ids.clone());
    Check::new().ensure("data", !files.is_one(&req.pdf, &req.data)?, Code::FieldChoice).done()?;
    let mut delivered: Option<Delivered> = None;
    let done = s.write(Op::ExportReport, |tx| {
        let made = make(tx, &req)?;
        let name = format!("inzagerapport-{}", made.number);
        let (pdf, data) = (format!("{name}.pdf"), format!("{name}.json"));
        delivered = Some(files.put(
            &*ids,
            &[
                Document { target: &req.pdf, name: &pdf, bytes: &made.printed.bytes, pages: made.printed.pages },
                Document { target: &req.data, name: &data, bytes: &made.json, pages: 0 },
            ],
        )?);
        Ok(tx.changed(req.person, made))
    })?;
    // Only now: if the transaction fails, dropping `delivered` removes the files again.
    let mut written = delivered.or_broken()?.keep().into_iter();
    let (pdf, data) = (written.next().or_broken()?, written.next().or_broken()?);
    Ok(done.map(|made| ReportMade { missing: made.printed.missing.iter().collect(), number: made.number, pdf, data }))
}

struct Made {
    number: String,
    printed: Printed,
    json: Vec<u8>,
}

fn make(tx: &WriteTx<'_>, req: &ReportRequest) -> Result<Made> {
    let own = settings::read_all(tx)?.language;
    let text = Text::of(req.language.unwrap_or(own));
    let number = store::take_number(tx, tx.today().year())?;
    let report = gather::gather(tx, text, req.person, number.clone())?;
    let json = serde_json::to_vec_pretty(&report).or_broken()?;
    let attachment = Attachment {
        name: format!("inzagerapport-{number}.json"),
        description: text.plain("paper-report-title"),
        media_type: "application/json".to_owned(),
        bytes: json.clone(),
    };
    let print = |missing: &[char]| {
        paper::render(&document::document(text, &report, &attachment.name, missing), Some(&attachment))
    };
    let mut printed = print(&[])?;
    if !printed.missing.is_empty() {
        printed = print(&printed.missing)?;
    }
    store::insert(tx, req.person, &number)?;
    Ok(Made { number, printed, json })
}
