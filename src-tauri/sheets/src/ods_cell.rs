//! One cell of an OpenDocument sheet.
use crate::number::{decimal, shown};
use crate::packed::xml::attributes;
use crate::sheet::Cell;
use chrono::{NaiveDate, NaiveDateTime};
use quick_xml::events::BytesStart;

#[derive(Default)]
pub(crate) struct OpenCell {
    pub(crate) repeat: u32,
    pub(crate) span: (u32, u32),
    pub(crate) covered: bool,
    pub(crate) value: String,
    pub(crate) kind: String,
    pub(crate) text: String,
    pub(crate) paragraphs: usize,
    pub(crate) bold: bool,
    pub(crate) has_formula: bool,
}

impl OpenCell {
    /// The shown text, or the value if the program wrote no text.
    pub(crate) fn shown(&self) -> Cell {
        let day = (self.kind == "date").then(|| self.day()).flatten();
        let number = self.value.parse::<f64>().ok().filter(|n| n.is_finite());
        if self.paragraphs > 0 && !self.text.is_empty() {
            let full = number.filter(|_| self.kind == "float").and_then(|n| shown::written_out(&self.text, n));
            return Cell { text: full.unwrap_or_else(|| self.text.clone()), day };
        }
        let text = match (self.kind.as_str(), number) {
            ("percentage", Some(n)) => format!("{}%", decimal::general(n * 100.0)),
            ("float" | "currency", Some(n)) => decimal::general(n),
            ("boolean", _) => self.value.to_uppercase(),
            // A string without a paragraph was shown empty, unless its value attribute says otherwise.
            _ => self.value.clone(),
        };
        Cell { text, day }
    }
}

impl OpenCell {
    fn day(&self) -> Option<NaiveDate> {
        let moment = NaiveDateTime::parse_from_str(&self.value, "%Y-%m-%dT%H:%M:%S%.f").ok();
        match moment.filter(|_| !self.text.contains(':')) {
            Some(moment) => Some(shown::whole_day(moment)),
            None => self.value.get(..10).and_then(|d| NaiveDate::parse_from_str(d, "%Y-%m-%d").ok()),
        }
    }
}

/// The name of the style and the cell, by the attributes of its element.
pub(crate) fn open_cell(e: &BytesStart<'_>, name: &str) -> (String, OpenCell) {
    let names = [
        "style-name",
        "value-type",
        "value",
        "date-value",
        "time-value",
        "boolean-value",
        "string-value",
        "formula",
        "number-columns-repeated",
        "number-rows-spanned",
        "number-columns-spanned",
    ];
    let [style, kind, plain, day, time, truth, text, formula, repeat, rows, columns] = attributes(e, names);
    let value = match kind.as_str() {
        "date" => day,
        "time" => time,
        "boolean" => truth,
        "string" => text,
        "" => String::new(),
        _ => plain,
    };
    let number = |text: String| text.parse().unwrap_or(1).max(1);
    let cell = OpenCell {
        repeat: number(repeat),
        span: (number(rows), number(columns)),
        covered: name.starts_with("covered"),
        has_formula: !formula.is_empty(),
        value,
        kind,
        ..OpenCell::default()
    };
    (style, cell)
}
