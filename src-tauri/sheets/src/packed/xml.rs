//! XML parts of packages, piece by piece. Nothing guarantees that a part ends or that one piece of it is small, so both
//! are limited. Declared entities are refused: no office program writes them, and entity attacks need them. A document
//! type that only gives a name is ignored. Nothing is ever fetched.
use crate::limits::{MAX_PIECES, MAX_RUN, MAX_UNPACKED, MAX_WIDE};
use crate::refusal::{Refusal, Result, Why, too_large};
use crate::text::encoding;
use crate::work::Work;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::reader::Reader;
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::io::{BufReader, Cursor, Read};
use std::rc::Rc;

/// Nesting depth. No program writes deeper documents.
const MAX_DEPTH: usize = 256;

fn damaged() -> Refusal {
    Refusal::new(Why::Damaged)
}

/// Bytes that are unpacked per step.
const UNPACKED: usize = 8;

/// Steps for the smallest piece.
const PIECE: usize = 6;

/// Counts what may still be unpacked, what was unpacked since the last piece, and how many pieces there were.
pub(crate) struct Meter {
    left: Cell<u64>,
    run: Cell<u64>,
    pieces: Cell<u64>,
    work: Work,
    refused: RefCell<Option<Refusal>>,
}

impl Meter {
    /// A meter that allows this many unpacked bytes.
    pub(crate) fn new(room: u64, work: &Work) -> Rc<Self> {
        let (run, pieces, refused) = (Cell::new(0), Cell::new(0), RefCell::default());
        Rc::new(Meter { left: Cell::new(room), run, pieces, work: work.clone(), refused })
    }

    /// Why reading stopped: a limit, a cancellation, or damage.
    pub(crate) fn fault(&self) -> Refusal {
        self.refused.take().unwrap_or_else(damaged)
    }

    fn unpacked(&self, n: u64) -> Result<()> {
        self.work.steps(1 + n as usize / UNPACKED)?;
        let run = self.run.get() + n;
        if run > MAX_RUN {
            return Err(too_large().over("piece", MAX_RUN));
        }
        let left = self.left.get().checked_sub(n).ok_or_else(|| too_large().over("unpacked", MAX_UNPACKED))?;
        self.left.set(left);
        self.run.set(run);
        Ok(())
    }

    /// Counts one more piece of this many bytes. Attributes are searched and text is copied, so the size costs too.
    fn piece(&self, bytes: usize) -> Result<()> {
        self.work.steps(PIECE + bytes / 2)?;
        self.pieces.set(self.pieces.get() + 1);
        if self.pieces.get() > MAX_PIECES { Err(too_large().over("pieces", MAX_PIECES)) } else { Ok(()) }
    }
}

/// A reader that fails once the meter is used up.
pub(crate) struct Metered<R> {
    inner: R,
    meter: Rc<Meter>,
}

impl<R: Read> Metered<R> {
    pub(crate) fn new(inner: R, meter: &Rc<Meter>) -> Self {
        Metered { inner, meter: Rc::clone(meter) }
    }
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let n = self.inner.read(into)?;
        self.meter.unpacked(n as u64).map(|()| n).map_err(|refused| {
            self.meter.refused.replace(Some(refused));
            std::io::ErrorKind::FileTooLarge.into()
        })
    }
}

/// The pieces of a part. An element without content comes as a start and an end.
pub(crate) enum Piece<'a> {
    Start(BytesStart<'a>),
    End(BytesEnd<'a>),
    /// Text as written; its line ends and white space may be meaningless.
    Text(Cow<'a, str>),
    /// Text from an entity or a CDATA section, kept as it is.
    Literal(Cow<'a, str>),
    /// A comment, a declaration, a processing instruction.
    Other,
    Eof,
}

/// A part that is being read.
pub(crate) struct Xml<'a> {
    reader: Reader<BufReader<Box<dyn Read + 'a>>>,
    buffer: Vec<u8>,
    depth: usize,
    meter: Rc<Meter>,
}

impl<'a> Xml<'a> {
    /// Opens a part. One that is not UTF-8 is decoded first.
    pub(crate) fn open(part: impl Read + 'a, meter: &Rc<Meter>) -> Result<Self> {
        let mut part = Metered::new(part, meter);
        let mut start = vec![];
        meter.run.set(0);
        part.by_ref().take(512).read_to_end(&mut start).map_err(|_| meter.fault())?;
        let source: Box<dyn Read + 'a> = if encoding::is_utf8_xml(&start) {
            Box::new(Cursor::new(start).chain(part))
        } else {
            let mut whole = start;
            let mut chunk = vec![0; 64 * 1024];
            loop {
                meter.run.set(0);
                match part.read(&mut chunk).map_err(|_| meter.fault())? {
                    0 => break,
                    n if whole.len() + n > MAX_WIDE => return Err(too_large().over("bytes", MAX_WIDE)),
                    n => whole.extend_from_slice(chunk.get(..n).unwrap_or_default()),
                }
            }
            meter.work.steps(whole.len())?;
            Box::new(Cursor::new(encoding::xml_as_utf8(whole)))
        };
        let mut reader = Reader::from_reader(BufReader::new(source));
        reader.config_mut().expand_empty_elements = true;
        Ok(Xml { reader, buffer: vec![], depth: 0, meter: Rc::clone(meter) })
    }

    pub(crate) fn next(&mut self) -> Result<Piece<'_>> {
        self.buffer.clear();
        self.meter.run.set(0);
        let event = self.reader.read_event_into(&mut self.buffer).map_err(|_| self.meter.fault())?;
        self.meter.piece(event.len())?;
        Ok(match event {
            Event::Start(e) | Event::Empty(e) => {
                self.depth += 1;
                if self.depth > MAX_DEPTH {
                    return Err(damaged());
                }
                Piece::Start(e)
            }
            Event::End(e) => {
                self.depth = self.depth.checked_sub(1).ok_or_else(damaged)?;
                Piece::End(e)
            }
            Event::Text(t) => Piece::Text(t.xml10_content()),
            Event::CData(t) => Piece::Literal(t.xml10_content()),
            Event::GeneralRef(r) => Piece::Literal(Cow::Owned(resolve(&r)?)),
            Event::DocType(t) if t.xml10_content().contains('[') => return Err(damaged()),
            Event::Eof if self.depth > 0 => return Err(damaged()),
            Event::Eof => Piece::Eof,
            _ => Piece::Other,
        })
    }

    /// Skips everything inside the element that was just started, and its end.
    pub(crate) fn skip(&mut self) -> Result<()> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if matches!(self.next()?, Piece::Eof) {
                return Err(damaged());
            }
        }
        Ok(())
    }
}

fn resolve(entity: &quick_xml::events::BytesRef<'_>) -> Result<String> {
    let character = entity.resolve_char_ref().map_err(|_| damaged())?;
    let named = quick_xml::escape::resolve_predefined_entity(&entity.xml10_content());
    character.map(String::from).or(named.map(str::to_owned)).ok_or_else(damaged)
}

/// The value of an attribute, by local name; empty if there is none.
pub(crate) fn attribute(e: &BytesStart<'_>, name: &str) -> String {
    let found = e.attributes().with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name);
    found.and_then(|a| a.normalized_value(XmlVersion::Explicit1_0).ok().map(|v| v.into_owned())).unwrap_or_default()
}

/// The values of several attributes in one pass, by local name; empty where there is none.
pub(crate) fn attributes<const N: usize>(e: &BytesStart<'_>, names: [&str; N]) -> [String; N] {
    let mut found = [const { String::new() }; N];
    let mut seen = [false; N];
    for attribute in e.attributes().with_checks(false).flatten() {
        let name = attribute.key.local_name();
        let wanted = names.iter().zip(found.iter_mut().zip(&mut seen)).find(|(n, _)| **n == name.as_ref());
        let Some((_, (value, seen))) = wanted else { continue };
        if !std::mem::replace(seen, true) {
            *value = attribute.normalized_value(XmlVersion::Explicit1_0).map(Cow::into_owned).unwrap_or_default();
        }
    }
    found
}

/// Whether a boolean attribute is on.
pub(crate) fn is_on(e: &BytesStart<'_>, name: &str) -> bool {
    matches!(attribute(e, name).as_str(), "1" | "true" | "on")
}
