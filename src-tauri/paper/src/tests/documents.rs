//! The required result, document by document.
use super::check::{Checked, check};
use super::*;

fn print(doc: &Doc) -> Checked {
    check(&render(doc, None).unwrap().bytes)
}

#[test]
fn everything_on_paper_is_tagged_embedded_and_found_again() {
    let printed = render(&everything(), Some(&json())).unwrap();
    let checked = check(&printed.bytes);
    assert_eq!(checked.pages, printed.pages as usize);
    assert_eq!(checked.count("H1"), 1);
    assert_eq!(checked.count("H2"), 2);
    assert_eq!(checked.count("L"), 2);
    assert_eq!(checked.count("Table"), 2);
}

#[test]
fn another_writer_with_a_validator_agrees() {
    super::oracle::approve(&everything(), Some(&json()));
    super::oracle::approve(&document(vec![Block::heading(1, "Veel"), table(120)]), None);
}

#[test]
fn names_in_seven_scripts_are_read_back_as_they_were_written() {
    let checked = print(&document(vec![Block::heading(1, "Namen"), table(NAMES.len())]));
    let cells = checked.texts("TD");
    for name in NAMES {
        // The clusters of right-to-left names are on the page from left to right, so the order of letters is ignored.
        let mut letters: Vec<char> = name.chars().collect();
        letters.sort_unstable();
        let found = cells.iter().any(|cell| {
            let mut seen: Vec<char> = cell.chars().collect();
            seen.sort_unstable();
            seen == letters
        });
        assert!(found, "{name} is not among {cells:?}");
    }
}

#[test]
fn a_table_of_one_row_has_one_head_and_one_row() {
    let checked = print(&document(vec![Block::heading(1, "Een"), table(1)]));
    assert_eq!((checked.pages, checked.count("TR"), checked.texts("TH").len()), (1, 2, 3));
}

#[test]
fn a_table_of_500_rows_repeats_its_head_on_every_page_but_tags_it_once() {
    let checked = print(&document(vec![Block::heading(1, "Veel"), table(500)]));
    assert!(checked.pages > 10);
    assert_eq!(checked.texts("TH"), ["Naam", "Lid sinds", "Bijdrage"]);
    assert_eq!(checked.count("TR"), 501);
    for page in &checked.artifacts[1..] {
        assert!(page.contains("Lid sinds"), "no head on a page with {page}");
    }
    assert!(!checked.artifacts[0].contains("Lid sinds"));
}

#[test]
fn a_row_taller_than_a_page_runs_on_and_loses_nothing() {
    let words: Vec<String> = (0..1200).map(|i| format!("woord{i}")).collect();
    let columns = vec![Column::new("Wat", 1.0), Column::new("Toelichting", 1.0)];
    let rows = vec![vec!["kort".to_owned(), words.join(" ")], vec!["na".to_owned(), "daarna".to_owned()]];
    let checked = print(&document(vec![Block::heading(1, "Lang"), Block::Table { columns, rows }]));
    assert!(checked.pages > 3);
    assert_eq!(checked.count("TR"), 3);
    assert_eq!(checked.texts("TD")[1].split_whitespace().collect::<Vec<_>>(), words);
    assert!(checked.artifacts[1..].iter().all(|page| page.contains("Toelichting")));
}

#[test]
fn every_page_says_which_it_is() {
    let checked = print(&document(vec![Block::heading(1, "Veel"), table(100)]));
    for (i, page) in checked.artifacts.iter().enumerate() {
        assert!(page.contains(&format!("Pagina {} van {}", i + 1, checked.pages)), "{page}");
        assert!(page.contains("P-2026-1"));
    }
}

#[test]
fn a_heading_does_not_stand_alone_at_the_foot_of_a_page() {
    for lines in 30..60 {
        let filler = "regel\n".repeat(lines);
        let blocks = vec![Block::paragraph(filler.trim()), Block::heading(2, "Kop"), table(3)];
        let laid = layout::layout(&document(blocks)).unwrap();
        let head = laid.nodes.iter().position(|n| n.role == laid::Role::Heading(2)).unwrap();
        let cell = laid.nodes.iter().position(|n| n.role == laid::Role::Cell).unwrap();
        let page_of = |node| {
            laid.pages.iter().position(|p| p.items.iter().any(|(mark, _)| *mark == laid::Mark::Node(node))).unwrap()
        };
        assert_eq!(page_of(head), page_of(cell), "after {lines} lines");
    }
}

#[test]
fn a_heading_and_the_line_below_it_stay_with_their_table() {
    for lines in 30..60 {
        let filler = "regel\n".repeat(lines);
        let intro =
            [Block::paragraph(filler.trim()), Block::heading(3, "Kop"), Block::paragraph("Inleiding."), table(1)];
        let laid = layout::layout(&document(intro.to_vec())).unwrap();
        let page_of = |role| {
            let node = laid.nodes.iter().position(|n| n.role == role).unwrap();
            laid.pages.iter().position(|p| p.items.iter().any(|(mark, _)| *mark == laid::Mark::Node(node))).unwrap()
        };
        assert_eq!(page_of(laid::Role::Heading(3)), page_of(laid::Role::Cell), "after {lines} lines");
    }
}

#[test]
fn three_lines_do_not_leave_their_heading_or_their_bullet() {
    let three = "een\ntwee\ndrie";
    for lines in 30..60 {
        let filler = "regel\n".repeat(lines);
        for (block, first, then) in [
            (Block::paragraph(three), laid::Role::Heading(2), laid::Role::Paragraph),
            (Block::List { items: vec![three.to_owned()] }, laid::Role::Heading(2), laid::Role::Body),
            (Block::List { items: vec![three.to_owned()] }, laid::Role::Label, laid::Role::Body),
        ] {
            let laid =
                layout::layout(&document(vec![Block::paragraph(filler.trim()), Block::heading(2, "Kop"), block]))
                    .unwrap();
            let pages_of = |role| {
                let node = laid.nodes.iter().rposition(|n| n.role == role).unwrap();
                let holds = |p: &laid::Page| p.items.iter().any(|(mark, _)| *mark == laid::Mark::Node(node));
                laid.pages.iter().enumerate().filter(|(_, page)| holds(page)).map(|(i, _)| i).collect::<Vec<_>>()
            };
            assert_eq!(pages_of(first), pages_of(then), "after {lines} lines");
        }
    }
}

#[test]
fn nothing_is_painted_beyond_the_margins() {
    let laid = layout::layout(&everything()).unwrap();
    for (_, item) in laid.pages.iter().flat_map(|page| &page.items) {
        if let laid::Item::Text { x, baseline, size, line, .. } = item {
            assert!(*x >= flow::LEFT && x + line.width * size <= flow::LEFT + flow::WIDTH + 0.1);
            assert!(*baseline > flow::TOP && *baseline < laid::PAGE_HEIGHT - 30.0);
        }
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let first = render(&everything(), Some(&json())).unwrap();
    assert_eq!(first, render(&everything(), Some(&json())).unwrap());
    let mut other = everything();
    other.blocks.push(Block::paragraph("Nog iets."));
    assert_ne!(first.bytes, render(&other, Some(&json())).unwrap().bytes);
}

/// The document id is a hash over this form, so changing it gives every document another id.
#[test]
fn the_time_of_a_document_is_counted_in_milliseconds() {
    assert_eq!(serde_json::to_value(document(vec![])).unwrap()["made_at"], 1_795_475_400_000_i64);
}

#[test]
fn the_attachment_comes_out_as_it_went_in() {
    let printed = render(&everything(), Some(&json())).unwrap();
    let (name, relationship, bytes) = check(&printed.bytes).attachment.unwrap();
    assert_eq!((name.as_str(), relationship.as_str(), bytes), ("gegevens.json", "Data", json().bytes));
    assert!(print(&everything()).attachment.is_none());
}

#[test]
fn a_character_that_no_font_has_is_told_and_is_not_a_box() {
    let printed = render(&document(vec![Block::heading(1, "สมชาย 😀 Jan")]), None).unwrap();
    assert!(printed.missing.contains(&'😀') && printed.missing.contains(&'ส') && !printed.missing.contains(&'J'));
    assert_eq!(check(&printed.bytes).texts("H1"), ["สมชาย 😀 Jan"]);
    assert_eq!(render(&everything(), None).unwrap().missing, []);
}
