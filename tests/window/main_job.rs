//! The main job as its secretary does it, with a keyboard only: make a vault, bring in the list, find somebody, record a
//! consent, see who may no longer be kept and erase, and print the access report. Then the vault is looked at from outside.
use crate::afterwards::Left;
use crate::display::xdotool;
use crate::screen::{Outcome, Screen};
use ledenkluis_core::text::{Language, Text};
use std::path::{Path, PathBuf};

const ASSOCIATION: &str = "Muziekvereniging Veldrade";
const SECRETARY: &str = "Ria de Boer";

/// The words of the page, so that a better wording breaks nothing here.
const WORDS: Text = Text::of(Language::Nl);

/// A list to bring in, and two people on it.
struct List {
    path: PathBuf,
    people: u32,
    /// Who asks what is kept.
    asks: Known,
    /// Who left long ago.
    left: Known,
}

/// What one remembers of somebody, and what the list makes of it.
struct Known {
    typed: &'static str,
    row: &'static str,
    name: &'static str,
    /// What the list says of this person and of nobody else.
    own: &'static [&'static str],
}

/// The whole job.
pub(crate) async fn run(screen: &Screen, program: &Path) -> Outcome {
    let list = list()?;
    println!("the list is {}", list.path.display());
    let passphrase = make_the_vault(screen).await?;
    bring_in(screen, &list).await?;
    find(screen, &list.asks).await?;
    record_consent(screen).await?;
    find(screen, &list.left).await?;
    end_the_membership(screen, list.left.name).await?;
    erase(screen, &list.left).await?;
    find(screen, &list.asks).await?;
    print_the_report(screen, list.asks.name).await?;
    let left = Left::find(program, &passphrase)?;
    lock(screen, &left).await?;
    let (erased, stays) = (list.left.own, list.asks.own[0]);
    left.kluis_agrees(erased[0], stays)?;
    left.holds_nothing_of(erased, stays)
}

/// A real list of the public collection where that is at hand, else the sample that every copy of the sources has.
fn list() -> Outcome<List> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    if let Ok(public) = root.join("../shared/corpus").canonicalize() {
        let path = public.join("xlsx/frictionless__issue-870.xlsx");
        if !path.exists() {
            return Err(format!("{} is not there, though the collection is", path.display()).into());
        }
        let asks =
            Known { typed: "Hasimoto", row: "Hashimoto, Mara", name: "Mara Hashimoto", own: &["Hashimoto", "Mara"] };
        let left = Known {
            typed: "Vincenza",
            row: "Weiland, Vincenza",
            name: "Vincenza Weiland",
            own: &["Weiland", "Vincenza"],
        };
        return Ok(List { path, people: 9, asks, left });
    }
    let asks = Known {
        typed: "Anneke Berg",
        row: "Berg, Anneke van den",
        name: "Anneke van den Berg",
        own: &["anneke.vandenberg@voorbeeld.nl"],
    };
    let left = Known { typed: "Gerrit", row: "Bos, Gerrit", name: "Gerrit Bos", own: &["Gerrit"] };
    Ok(List { path: root.join("assets/samples/ledenlijst.xlsx").canonicalize()?, people: 25, asks, left })
}

/// First use speaks as the computer does. This job is done in Dutch.
async fn speak_dutch(screen: &Screen) -> Outcome {
    let english = Text::of(Language::En).plain("start-title");
    let page = async || -> Outcome<String> {
        let shown = screen.ask("return document.body.innerText", vec![]).await?;
        Ok(shown.as_str().unwrap_or_default().to_owned())
    };
    let is_shown =
        async || page().await.map(|page| page.contains(&english) || page.contains(&WORDS.plain("start-title")));
    screen.until("first use is shown", is_shown).await?;
    if page().await?.contains(&english) { screen.press("Nederlands").await } else { Ok(()) }
}

/// Takes the six words that are offered; the passphrase.
async fn make_the_vault(screen: &Screen) -> Outcome<String> {
    speak_dutch(screen).await?;
    screen.sees(&WORDS.plain("start-title")).await?;
    screen.picture("01-first-use").await?;
    screen.press(&WORDS.plain("start-new")).await?;
    screen.fill(&WORDS.plain("start-org-name"), ASSOCIATION).await?;
    screen.press(&WORDS.plain("act-next")).await?;
    screen.fill(&WORDS.plain("start-you-name"), SECRETARY).await?;
    screen.press(&WORDS.plain("act-next")).await?;
    let offered = "return [...document.querySelectorAll('ol.words li')].map((word) => word.textContent).join(' ')";
    screen.until("six words are offered", async || Ok(screen.ask(offered, vec![]).await? != "")).await?;
    let words = screen.ask(offered, vec![]).await?.as_str().unwrap_or_default().to_owned();
    screen.picture("02-passphrase").await?;
    screen.fill(&WORDS.plain("start-pass-words-again"), &words).await?;
    screen.press(&WORDS.plain("start-make")).await?;
    screen.sees(&WORDS.plain("start-sheet-title")).await?;
    screen.press(&WORDS.plain("start-sheet-print")).await?;
    screen.sees(&WORDS.plain("print-temp")).await?;
    screen.picture("03-recovery-sheet").await?;
    screen.press(&WORDS.plain("start-sheet-later")).await?;
    screen.sees(&WORDS.plain("start-pc-title")).await?;
    screen.press(&WORDS.plain("act-next")).await?;
    screen.sees(&WORDS.plain("start-done-title")).await?;
    Ok(words)
}

async fn bring_in(screen: &Screen, list: &List) -> Outcome {
    screen.press(&WORDS.plain("start-done-import")).await?;
    screen.next_dialog(&list.path)?;
    screen.press(&WORDS.plain("import-file-choose")).await?;
    screen.dialog_answered().await?;
    for (step, picture) in [
        ("import-to-columns", "04-import"),
        ("import-to-problems", "05-columns"),
        ("import-to-doubts", "06-problems"),
        ("import-to-check", "07-doubts"),
    ] {
        screen.sees(&WORDS.plain(step)).await?;
        screen.picture(picture).await?;
        screen.press(&WORDS.plain(step)).await?;
    }
    let go = WORDS.get("import-do", &[("n", list.people.into())]);
    screen.sees(&go).await?;
    screen.picture("08-check").await?;
    screen.press(&go).await?;
    screen.sees(&WORDS.plain("import-done-people")).await?;
    screen.picture("09-imported").await?;
    screen.press(&WORDS.plain("import-done-people")).await
}

/// Types what is remembered of a name and opens the row that it finds.
async fn find(screen: &Screen, known: &Known) -> Outcome {
    screen.press(&WORDS.plain("nav-people")).await?;
    screen.fill(&WORDS.get("people-search-in", &[("tab", "".into())]), known.typed).await?;
    screen.sees(known.row).await?;
    screen.picture(&format!("09-found-{}", known.typed.to_lowercase().replace(' ', "-"))).await?;
    screen.press(known.row).await?;
    screen.sees(&WORDS.plain("person-more")).await
}

async fn record_consent(screen: &Screen) -> Outcome {
    let purpose = WORDS.plain("purpose-photos-portrait");
    screen.press(&WORDS.get("person-record-name", &[("purpose", purpose.clone().into())])).await?;
    screen.choose(&WORDS.plain("consent-record-yes")).await?;
    screen.picture("10-consent").await?;
    screen.press(&WORDS.plain("consent-record-do")).await?;
    screen.sees(&WORDS.get("consent-recorded", &[("purpose", purpose.into())])).await
}

async fn print_the_report(screen: &Screen, name: &str) -> Outcome {
    screen.pick(&WORDS.plain("person-more"), &WORDS.plain("person-report")).await?;
    screen.sees(&WORDS.get("export-title", &[("name", name.into())])).await?;
    let (pdf, json) = (screen.path("report.pdf"), screen.path("report.json"));
    screen.next_dialog(&pdf)?;
    screen.press(&WORDS.plain("export-save")).await?;
    screen.dialog_answered().await?;
    screen.next_dialog(&json)?;
    screen.until("the report was written", async || Ok(pdf.exists() && json.exists())).await?;
    screen.picture("14-report").await?;
    if !std::fs::read(&pdf)?.starts_with(b"%PDF-") {
        return Err("the report is no PDF".into());
    }
    let report: serde_json::Value = serde_json::from_slice(&std::fs::read(&json)?)?;
    if !report.to_string().contains(name.split(' ').next_back().unwrap_or(name)) {
        return Err("the report does not name the person it is about".into());
    }
    Ok(())
}

async fn end_the_membership(screen: &Screen, name: &str) -> Outcome {
    screen.pick(&WORDS.plain("person-more"), &WORDS.plain("person-end")).await?;
    screen.sees(&WORDS.get("person-end-title", &[("name", name.into())])).await?;
    screen.fill(&WORDS.plain("person-end-on"), "31-12-2019").await?;
    screen.press(&WORDS.plain("person-end")).await
}

async fn erase(screen: &Screen, left: &Known) -> Outcome {
    screen.press(&WORDS.plain("nav-retention")).await?;
    screen.sees(left.row).await?;
    screen.picture("11-due").await?;
    screen.press(&WORDS.plain("retention-check")).await?;
    let words = WORDS.get("retention-words-erase", &[("n", 1.into())]);
    screen.fill(&WORDS.get("retention-confirm-type", &[("words", words.clone().into())]), &words).await?;
    screen.picture("12-confirm").await?;
    screen.press(&WORDS.get("retention-do", &[("n", 1.into())])).await?;
    screen.sees(&WORDS.get("retention-done", &[("n", 1.into())])).await?;
    screen.picture("13-erased").await
}

/// The key comes from the keyboard of the display: the page goes with its process when it locks, and the driver with what it was
/// doing there. That the door is there afterwards, `memory` looks at; that the vault is locked is seen from its folder.
async fn lock(screen: &Screen, left: &Left) -> Outcome {
    xdotool(&["key", "ctrl+l"])?;
    screen.until("the vault is locked", async || Ok(left.is_locked())).await
}
