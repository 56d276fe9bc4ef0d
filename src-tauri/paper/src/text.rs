//! From characters to glyphs: direction runs, a face per character, shaping, and line breaks. A text is shaped once;
//! lines are cut from the result.
use super::fault::Result;
use super::fonts::{Face, UNKNOWN, Weight};
use rustybuzz::{Direction, UnicodeBuffer};
use std::collections::BTreeSet;
use std::ops::Range;
use unicode_bidi::{BidiInfo, Level};
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_normalization::UnicodeNormalization;

/// A glyph; lengths are in em.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    pub(crate) advance: f32,
    pub(crate) dx: f32,
    pub(crate) dy: f32,
    /// Where its cluster starts in the text, in bytes.
    at: usize,
}

/// What a reader sees as one character, with the glyphs that show it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cluster {
    pub(crate) text: String,
    pub(crate) glyphs: Vec<Glyph>,
}

/// Clusters of one face and one direction, in visual order.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Piece {
    pub(crate) face: Face,
    pub(crate) clusters: Vec<Cluster>,
}

/// One line, in visual order.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Line {
    pub(crate) pieces: Vec<Piece>,
    /// Width in em, without trailing space.
    pub(crate) width: f32,
}

struct Run {
    face: Face,
    level: Level,
    bytes: Range<usize>,
    glyphs: Vec<Glyph>,
}

pub(crate) struct Shaped {
    text: String,
    weight: Weight,
    runs: Vec<Run>,
    /// Where clusters start, in ascending order.
    starts: Vec<usize>,
    /// For each byte position, the sum of the advances before it.
    reach: Vec<f32>,
    /// Characters that no face has.
    pub(crate) missing: BTreeSet<char>,
}

impl Shaped {
    pub(crate) fn new(text: &str, weight: Weight) -> Result<Self> {
        let text: String = text.chars().filter(|c| *c == '\n' || !c.is_control()).nfc().collect();
        let mut missing = BTreeSet::new();
        let mut runs = split(&text, weight, &mut missing);
        for run in &mut runs {
            shape(&text, run)?;
        }
        let mut advances = vec![0.0_f32; text.len() + 1];
        for glyph in runs.iter().flat_map(|run| &run.glyphs) {
            advances[glyph.at] += glyph.advance;
        }
        let mut starts: Vec<usize> = runs.iter().flat_map(|run| run.glyphs.iter().map(|g| g.at)).collect();
        starts.sort_unstable();
        starts.dedup();
        let mut reach = vec![0.0_f32];
        for advance in &advances {
            reach.push(reach.last().copied().unwrap_or_default() + advance);
        }
        Ok(Shaped { text, weight, runs, starts, reach, missing })
    }

    fn trimmed(&self, range: &Range<usize>) -> Range<usize> {
        range.start..range.start + self.text[range.clone()].trim_end().len()
    }

    fn width(&self, range: &Range<usize>) -> f32 {
        let range = self.trimmed(range);
        self.reach[range.end] - self.reach[range.start]
    }

    /// The lines, none wider than `width` em unless a single character is.
    pub(crate) fn wrap(&self, width: f32) -> Vec<Range<usize>> {
        let (mut lines, mut start, mut best) = (vec![], 0, 0);
        for (end, opportunity) in linebreaks(&self.text) {
            if self.width(&(start..end)) > width && best > start {
                lines.push(start..best);
                start = best;
            }
            // A single word may be wider than the line, such as an e-mail address or a link.
            while self.width(&(start..end)) > width {
                let cut = self.cut(start..end, width);
                if cut >= end {
                    break;
                }
                lines.push(start..cut);
                start = cut;
            }
            best = end;
            if opportunity == BreakOpportunity::Mandatory {
                lines.push(start..end);
                start = end;
            }
        }
        if lines.is_empty() {
            lines.push(0..self.text.len());
        }
        lines
    }

    /// The last cluster start that keeps the text before it within `width`. At least one cluster goes on the line.
    fn cut(&self, range: Range<usize>, width: f32) -> usize {
        let inside: Vec<usize> =
            self.starts.iter().copied().filter(|at| *at > range.start && *at < range.end).collect();
        let fitting = inside.iter().rev().find(|at| self.width(&(range.start..**at)) <= width);
        fitting.or(inside.first()).copied().unwrap_or(range.end)
    }

    /// One of the lines that `wrap` returned. All but the last keep a trailing space, so that words stay apart when the
    /// text is read aloud or copied.
    pub(crate) fn line(&self, range: &Range<usize>, last: bool) -> Result<Line> {
        let bytes = self.trimmed(range);
        let inside: Vec<&Run> =
            self.runs.iter().filter(|run| run.bytes.start < bytes.end && run.bytes.end > bytes.start).collect();
        let levels: Vec<Level> = inside.iter().map(|run| run.level).collect();
        let order = BidiInfo::reorder_visual(&levels);
        let mut pieces: Vec<Piece> = order.into_iter().map(|i| self.piece(inside[i], &bytes)).collect();
        if !last && bytes.end < range.end {
            pieces.push(space(self.weight)?);
        }
        Ok(Line { pieces, width: self.width(range) })
    }

    fn piece(&self, run: &Run, bytes: &Range<usize>) -> Piece {
        let mut clusters: Vec<Cluster> = vec![];
        let mut at = None;
        for glyph in run.glyphs.iter().filter(|glyph| bytes.contains(&glyph.at)) {
            match clusters.last_mut().filter(|_| at == Some(glyph.at)) {
                Some(cluster) => cluster.glyphs.push(*glyph),
                None => {
                    let next = self.starts.get(self.starts.partition_point(|s| *s <= glyph.at)).copied();
                    let end = next.unwrap_or(run.bytes.end).min(run.bytes.end);
                    clusters.push(Cluster { text: self.text[glyph.at..end].to_owned(), glyphs: vec![*glyph] });
                }
            }
            at = Some(glyph.at);
        }
        Piece { face: run.face, clusters }
    }
}

/// Splits a text where the direction or the face changes.
fn split(text: &str, weight: Weight, missing: &mut BTreeSet<char>) -> Vec<Run> {
    let bidi = BidiInfo::new(text, Some(Level::ltr()));
    let mut runs: Vec<Run> = vec![];
    for (at, c) in text.char_indices() {
        let before = runs.last().map(|run| run.face);
        let face = if c == '\n' { before } else { Face::choose(weight, before, c) };
        if face.is_none() && c != '\n' {
            missing.insert(c);
        }
        let (face, level) = (face.unwrap_or(Face::of(weight)), bidi.levels[at]);
        let end = at + c.len_utf8();
        match runs.last_mut().filter(|run| run.face == face && run.level == level) {
            Some(run) => run.bytes.end = end,
            None => runs.push(Run { face, level, bytes: at..end, glyphs: vec![] }),
        }
    }
    runs
}

fn shape(text: &str, run: &mut Run) -> Result<()> {
    let font = run.face.font()?;
    let mut buffer = UnicodeBuffer::new();
    for (offset, c) in text[run.bytes.clone()].char_indices() {
        let shown = match c {
            '\n' => ' ',
            c if Face::choose(Weight::Regular, Some(run.face), c).is_none() => UNKNOWN,
            c => c,
        };
        buffer.add(shown, u32::try_from(run.bytes.start + offset).unwrap_or(u32::MAX));
    }
    buffer.set_direction(if run.level.is_rtl() { Direction::RightToLeft } else { Direction::LeftToRight });
    buffer.guess_segment_properties();
    let shaped = rustybuzz::shape(font, &[], buffer);
    let em = font.units_per_em() as f32;
    run.glyphs = (shaped.glyph_infos().iter().zip(shaped.glyph_positions()))
        .map(|(info, position)| Glyph {
            id: u16::try_from(info.glyph_id).unwrap_or(0),
            advance: position.x_advance as f32 / em,
            dx: position.x_offset as f32 / em,
            dy: position.y_offset as f32 / em,
            at: info.cluster as usize,
        })
        .collect();
    Ok(())
}

fn space(weight: Weight) -> Result<Piece> {
    let mut line = Shaped::new("\u{20}.", weight)?;
    let run = line.runs.swap_remove(0);
    let glyphs = run.glyphs.into_iter().take(1).collect();
    Ok(Piece { face: run.face, clusters: vec![Cluster { text: " ".to_owned(), glyphs }] })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shaped(text: &str) -> Shaped {
        Shaped::new(text, Weight::Regular).unwrap()
    }

    fn seen(text: &str) -> String {
        let shaped = shaped(text);
        let line = shaped.line(&(0..shaped.text.len()), true).unwrap();
        line.pieces.iter().flat_map(|p| &p.clusters).map(|c| c.text.as_str()).collect()
    }

    #[test]
    fn words_go_to_the_next_line_and_none_is_lost() {
        let shaped = shaped("Wij bewaren uw gegevens niet langer dan nodig is.");
        let lines = shaped.wrap(8.0);
        assert!(lines.len() > 2 && lines.iter().all(|line| shaped.width(line) <= 8.0));
        let joined: String = lines.iter().map(|line| &shaped.text[line.clone()]).collect();
        assert_eq!(joined, shaped.text);
    }

    #[test]
    fn an_address_without_spaces_is_cut() {
        let shaped = shaped("een.heel.lang.adres.zonder.spaties@een-heel-lange-naam-van-een-vereniging.example");
        let lines = shaped.wrap(6.0);
        assert!(lines.iter().all(|line| shaped.width(line) <= 6.0 && !line.is_empty()));
    }

    #[test]
    fn a_line_feed_breaks_and_an_empty_text_has_one_line() {
        assert_eq!(shaped("a\nb\n\nc").wrap(9.0).len(), 4);
        assert_eq!(shaped("").wrap(9.0).len(), 1);
    }

    #[test]
    fn hebrew_runs_from_right_to_left_between_dutch_words() {
        assert_eq!(seen("dag שלום dag"), "dag םולש dag");
    }

    #[test]
    fn a_character_that_no_font_has_is_told() {
        let shaped = shaped("Jan 😀 ไทย");
        assert_eq!(shaped.missing, BTreeSet::from(['😀', 'ไ', 'ท', 'ย']));
        let line = shaped.line(&(0..shaped.text.len()), true).unwrap();
        assert!(line.pieces.iter().flat_map(|p| &p.clusters).flat_map(|c| &c.glyphs).all(|g| g.id != 0));
    }

    #[test]
    fn marks_written_apart_become_one_letter() {
        assert_eq!(seen("e\u{301}"), "é");
    }
}
