//! The rows of somebody who opened the vault for looking only: for the moment of one row the folder is taken and the data
//! opened for writing, if nobody else has it.
use super::header::Header;
use super::slots::DataKeys;
use super::{lock_file, open};
use crate::error::{Code, Error};
use crate::kernel::db::Mode;
use crate::kernel::session::{RowForLooking, Surroundings};
use crate::kernel::trail;
use std::path::Path;

/// How this session leaves its rows.
///
/// The answer refuses with `view.in_use` while somebody else works in the vault, and with `view.no_row` where nothing can
/// be written.
pub(super) fn rows(around: &Surroundings, folder: &Path, header: &Header, keys: &DataKeys) -> RowForLooking {
    let (clock, folder, header, keys) = (around.clock.clone(), folder.to_owned(), header.clone(), keys.clone());
    Box::new(move |entry| {
        let leave = || {
            let _lock = lock_file::take(&folder, clock.now())?;
            let (conn, _) = open::open_data(&folder, &header, &keys, Mode::ReadWrite)?;
            trail::append(&conn, entry.clone())
        };
        leave().map_err(refusal)
    })
}

fn refusal(why: Error) -> Error {
    match why.code() {
        Code::VaultInUse => Error::new(Code::ViewInUse).because(why),
        Code::DiskReadOnly | Code::FileDenied => Error::new(Code::ViewNoRow).because(why),
        _ => why,
    }
}
