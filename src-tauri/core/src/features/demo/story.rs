//! The consents and gifts of a made-up person, varied so that every screen has something to show.
use super::person::Draw;
use crate::error::Result;
use crate::features::consent::{self, By, How, RecordConsent};
use crate::features::donations::{self, Kind, NewDonation};
use crate::features::people::{NewPerson, RelationKind};
use crate::features::purposes;
use crate::kernel::id::PersonId;
use crate::kernel::sealed::Compartment;
use crate::kernel::session::WriteTx;
use crate::kernel::time::Date;

/// The chances, in percent, of each answer to one question; the rest was never asked.
struct Chances {
    given: u32,
    refused: u32,
    withdrawn: u32,
    unknown: u32,
}

const PHOTOS: Chances = Chances { given: 45, refused: 12, withdrawn: 6, unknown: 14 };
const NEWSLETTER: Chances = Chances { given: 55, refused: 10, withdrawn: 8, unknown: 10 };
const REUNION: Chances = Chances { given: 15, refused: 20, withdrawn: 5, unknown: 0 };

/// Adds consents and payments to a person who was just added.
pub(super) fn tell(tx: &WriteTx<'_>, draw: &mut Draw, id: PersonId, person: &NewPerson) -> Result<()> {
    let is = |kind| person.relations.iter().any(|r| r.kind == kind);
    let former = person.relations.iter().all(|r| r.ended);
    let mut teller = Teller { tx, draw, id, person };
    match (is(RelationKind::Member), former) {
        (true, true) => teller.asked("alumni", &REUNION)?,
        (true, false) => {
            teller.asked("photos_portrait", &PHOTOS)?;
            teller.asked("photos_social", &PHOTOS)?;
            teller.objected("newsletter_members", 5)?;
        }
        (false, _) => teller.asked("newsletter_others", &NEWSLETTER)?,
    }
    if tx.keys().holds(Compartment::Giving) {
        teller.paid(is(RelationKind::Donor))?;
    }
    Ok(())
}

struct Teller<'a, 'tx> {
    tx: &'a WriteTx<'tx>,
    draw: &'a mut Draw,
    id: PersonId,
    person: &'a NewPerson,
}

impl Teller<'_, '_> {
    fn asked(&mut self, key: &str, chances: &Chances) -> Result<()> {
        let Chances { given, refused, withdrawn, unknown } = chances;
        let drawn = self.draw.below(100);
        let year = self.tx.today().year();
        if drawn < given + refused + withdrawn {
            let yes = !(*given..given + refused).contains(&drawn);
            self.said(key, yes, (year - 3, year - 2))?;
            if drawn >= given + refused {
                self.said(key, false, (year - 1, year - 1))?;
            }
        } else if drawn < given + refused + withdrawn + unknown {
            consent::mark_unknown(self.tx, self.id, key)?;
        }
        Ok(())
    }

    fn objected(&mut self, key: &str, percent: u32) -> Result<()> {
        let year = self.tx.today().year();
        if self.draw.chance(percent) { self.said(key, false, (year - 2, year - 1)) } else { Ok(()) }
    }

    fn said(&mut self, key: &str, given: bool, (first, last): (i32, i32)) -> Result<()> {
        let Some(on) = self.draw.day(first, last) else { return Ok(()) };
        let how = [How::Paper, How::Phone, How::Email, How::InPerson][self.draw.below(4) as usize % 4];
        let child = self.person.birth_date.is_some_and(|born| born.years_until(on) < consent::OF_AGE);
        let by = if child { By::Guardian } else { By::Subject };
        let purpose = purposes::by_key(key)?.id;
        let said =
            RecordConsent { person: self.id, purpose, given, on, how, by, remark: String::new(), language: None };
        consent::said(self.tx, &said).map(drop)
    }

    /// Donors give in some of the years; for some members the fee is recorded.
    fn paid(&mut self, donor: bool) -> Result<()> {
        let year = self.tx.today().year();
        for back in 1..=3 {
            let Some(on) = self.draw.day(year - back, year - back) else { continue };
            if donor && self.draw.chance(70) {
                let amount = 1_000 + 500 * i64::from(self.draw.below(40));
                self.gave(Kind::Gift, on, amount)?;
            } else if !donor && self.draw.chance(10) {
                self.gave(Kind::Contribution, on, 7_500)?;
            }
        }
        Ok(())
    }

    fn gave(&mut self, kind: Kind, on: Date, amount_cents: i64) -> Result<()> {
        let gift = NewDonation { person: self.id, kind, on, amount_cents, remark: String::new() };
        donations::add(self.tx, &gift).map(drop)
    }
}
