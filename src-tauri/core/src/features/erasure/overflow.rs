//! Texts that are split over pages: what does not fit on a table or index page continues in a chain of overflow pages.
//! A search page by page would miss such a text, so the end of each page is read together with the next. (SQLite file
//! format, section 1.6.)
use crate::error::Result;
use crate::kernel::pages::{BODY, Pages};

/// The next page of a chain, and the last bytes before it.
pub(super) struct Chain {
    next: u32,
    tail: Vec<u8>,
}

const TABLE_LEAF: u8 = 0x0d;
const INDEX_LEAF: u8 = 0x0a;
const INDEX_INNER: u8 = 0x02;

/// The chains that begin on a page. Only table and index pages have any. A freed page may still look like one, but
/// whatever is found through it really is in the file.
pub(super) fn chains(number: u32, page: &[u8], window: usize) -> Vec<Chain> {
    let head = if number == 1 { 100 } else { 0 };
    let Some(kind @ (TABLE_LEAF | INDEX_LEAF | INDEX_INNER)) = page.get(head).copied() else { return vec![] };
    let first = head + if kind == INDEX_INNER { 12 } else { 8 };
    let cells = number_at::<2>(page, head + 3).unwrap_or(0) as usize;
    let places = (0..cells).filter_map(|i| Some(number_at::<2>(page, first + 2 * i)? as usize));
    places.filter_map(|at| chain(page, kind, at, window)).collect()
}

/// The chain of one cell; `None` if the whole cell is on this page.
fn chain(page: &[u8], kind: u8, at: usize, window: usize) -> Option<Chain> {
    let at = if kind == INDEX_INNER { at + 4 } else { at };
    let (payload, mut at) = varint(page, at)?;
    if kind == TABLE_LEAF {
        at = varint(page, at)?.1;
    }
    let least = (BODY - 12) * 32 / 255 - 23;
    let most = if kind == TABLE_LEAF { BODY - 35 } else { (BODY - 12) * 64 / 255 - 23 };
    if payload <= most {
        return None;
    }
    let fits = least + (payload - least) % (BODY - 4);
    let end = at + if fits <= most { fits } else { least };
    let next = number_at::<4>(page, end)?;
    Some(Chain { next, tail: page.get(end.saturating_sub(window).max(at)..end)?.to_vec() })
}

/// Calls `f` with the end of each page of a chain and the whole next page.
pub(super) fn follow(
    pages: &mut Pages<'_>,
    chain: Chain,
    count: u32,
    window: usize,
    mut f: impl FnMut(&[u8]),
) -> Result<()> {
    let (mut joined, mut next) = (chain.tail, chain.next);
    // No chain is longer than the file. This also ends a chain that loops.
    for _ in 0..count {
        let Some(page) = pages.at(next)? else { break };
        next = number_at::<4>(page, 0).unwrap_or(0);
        joined.extend_from_slice(&page[4..]);
        f(&joined);
        joined.drain(..joined.len().saturating_sub(window));
    }
    Ok(())
}

/// A big-endian number of `N` bytes.
fn number_at<const N: usize>(page: &[u8], at: usize) -> Option<u32> {
    let bytes = page.get(at..at.checked_add(N)?)?;
    Some(bytes.iter().fold(0, |n, b| n << 8 | u32::from(*b)))
}

/// A number of one to nine bytes with seven bits each (all eight in the ninth), and the offset after it.
fn varint(page: &[u8], at: usize) -> Option<(usize, usize)> {
    let mut n: u64 = 0;
    for i in 0..9 {
        let byte = *page.get(at + i)?;
        if i == 8 {
            n = n << 8 | u64::from(byte);
        } else {
            n = n << 7 | u64::from(byte & 0x7f);
        }
        if byte < 0x80 || i == 8 {
            return Some((usize::try_from(n).ok()?, at + i + 1));
        }
    }
    None
}
