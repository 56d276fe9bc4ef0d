//! The list to import: one sheet of a file, with its headings and the guessed meanings of its columns.
use super::guess::header::{self, Layout};
use super::guess::mapping::{self, Column};
use super::guess::meaning::{Field, Meaning};
use super::oddities;
use super::open_list::{OpenList, Parsed};
use super::read;
use super::request::ImportRequest;
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::id::FileToken;
use crate::kernel::session::Session;
use ledenkluis_sheets::{Format, Sheet, Work};
use std::sync::Arc;

/// One sheet of a file, with its headings and guesses.
pub(super) struct List {
    pub(super) sheets: Vec<(String, bool, usize)>,
    pub(super) sheet: Arc<Sheet>,
    pub(super) number: usize,
    pub(super) layout: Layout,
    pub(super) columns: Vec<Column>,
    pub(super) ragged: Vec<u32>,
    pub(super) without_value: Vec<u32>,
    pub(super) file_name: String,
    pub(super) hash: [u8; 32],
    /// The account that analysing the list is charged to.
    pub(super) work: Work,
}

/// Which row to take as headings.
pub(super) enum Headings {
    /// The row that looks most like headings.
    Found,
    /// The row that the user chose, or none.
    Told(Option<u32>),
}

/// Reads the file, parses it unless it is the open list, and takes one sheet: the requested one, or else the first with records, preferably a visible one.
pub(super) fn load(s: &Session, file: FileToken, sheet: Option<usize>, headings: Headings) -> Result<List> {
    let path = s.around().files.path(file)?;
    let file_name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let progress = &s.around().progress;
    // The number of rows is not known yet, but starting the job makes it possible to cancel.
    progress.start(0);
    let (bytes, hash) = read::bytes_of(&path, progress)?;
    let work = read::account(bytes.len() as u64, progress);
    let parsed = OpenList::of(s)?.get(hash, || parse(bytes, &work))?;
    let is_text_file = parsed.format == Format::Csv;
    let with_layouts = || parsed.sheets.iter().zip(&parsed.layouts);
    let sheets: Vec<_> = with_layouts().map(|(s, l)| (s.name.clone(), s.hidden, l.records.len())).collect();
    if sheets.iter().all(|(_, _, rows)| *rows == 0) {
        return Err(Error::new(Code::ImportNothing));
    }
    let filled = |visible: bool| sheets.iter().position(|(_, hidden, rows)| *rows > 0 && (!visible || !*hidden));
    let number = sheet.or_else(|| filled(true).or(filled(false)).map(|i| i + 1)).unwrap_or(1);
    let at = number.checked_sub(1).or_refuse(Code::ImportSheetMissing)?;
    let (sheet, likely) = with_layouts().nth(at).or_refuse(Code::ImportSheetMissing)?;
    let sheet = Arc::clone(sheet);
    let layout = match headings {
        Headings::Found => likely.clone(),
        Headings::Told(row) => header::with_header(&sheet, row, is_text_file, &work)?,
    };
    let columns = mapping::guess(&sheet, &layout, &work)?;
    let ragged = if is_text_file { oddities::ragged_rows(&sheet, &layout, number, &work)? } else { vec![] };
    let ragged = ragged.into_iter().filter_map(|w| w.row).collect();
    let without_value = oddities::rows_without_value(&sheet, &layout, &work)?;
    Ok(List { sheets, sheet, number, layout, columns, ragged, without_value, file_name, hash, work })
}

fn parse(bytes: Vec<u8>, work: &Work) -> Result<Parsed> {
    let book = read::read_bytes(bytes, work)?;
    let is_text_file = book.format == Format::Csv;
    let layouts = book.sheets.iter().map(|s| header::find(s, is_text_file, work)).collect::<Result<_>>()?;
    Ok(Parsed { format: book.format, sheets: book.sheets.into_iter().map(Arc::new).collect(), layouts })
}

impl ImportRequest {
    /// Reads the list of this request.
    ///
    /// # Errors
    /// Why it cannot be read; `import.blocked` for a column that must not be imported, `import.no_name` without a name.
    pub(super) fn load(&self, s: &Session) -> Result<List> {
        let list = load(s, self.file, Some(self.sheet), Headings::Told(self.header_row))?;
        let wanted = |i: usize| self.columns.get(i).is_some_and(Option::is_some);
        if list.columns.iter().enumerate().any(|(i, c)| c.blocked.is_some() && wanted(i)) {
            return Err(Error::new(Code::ImportBlocked));
        }
        let is_name = |m: &Meaning| matches!(m, Meaning::Field(Field::Surname | Field::FullName | Field::GivenName));
        if !self.columns.iter().flatten().any(is_name) {
            return Err(Error::new(Code::ImportNoName));
        }
        Ok(list)
    }
}
