//! What an unlock reports to the user, and what is not calculated while the date of the computer is in doubt.
use acceptance::requests::{day, erasure, since, surnamed, unlock, until};
use acceptance::{Calls, Computer, PASSPHRASE};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    ByPerson, DueRequest, KeepWhile, KeptUntil, Me, NewPerson, Nothing, RelationKind, TrailRequest, UntilRequest,
};
use ledenkluis_core::error::Code;
use ledenkluis_core::ops::Role;

const DAY: i64 = 24 * 60 * 60;

fn told(me: &Me) -> Vec<&str> {
    me.told.iter().map(|finding| finding.code.as_str()).collect()
}

/// Locks, moves the clock, and unlocks again.
fn after(computer: &mut Computer, seconds: i64) -> Me {
    computer.lock();
    computer.wait(seconds);
    computer.enter(unlock(PASSPHRASE))
}

#[test]
fn with_a_doubtful_date_no_period_is_calculated_until_a_user_confirms_the_date() {
    for seconds in [-DAY, 400 * DAY] {
        let mut computer = Computer::with_vault();
        let relations = vec![until(RelationKind::Member, "2019-12-31")];
        let gone = computer.ask(call::people_create, NewPerson { relations, ..surnamed("Okafor") });
        let relations = vec![since(RelationKind::Member, "2001-01-01")];
        let stays = computer.ask(call::people_create, NewPerson { relations, ..surnamed("Berg") });
        assert_eq!(told(&after(&mut computer, 300 * DAY)), [""; 0], "ten months are no reason to ask");
        assert_eq!(told(&after(&mut computer, seconds)), [Code::ClockDoubtful.as_str()], "{seconds}");
        assert_eq!(told(&after(&mut computer, 60)), [Code::ClockDoubtful.as_str()], "{seconds}: a lock is no answer");
        let refused = [
            computer.refused(call::retention_due, DueRequest::default()),
            computer.refused(call::retention_preview, ByPerson { person: gone }),
            computer.refused(call::erasure_run, erasure(gone, "okafor")),
        ];
        assert_eq!(refused, [Code::ClockDoubtful; 3], "{seconds}");
        let until = computer.ask(call::retention_until, UntilRequest { persons: vec![gone, stays] });
        let unknown = KeptUntil { person: gone, until: None, lasts: None, over: false, doubted: true };
        assert_eq!(until[0], unknown, "{seconds}");
        let lasts = Some(KeepWhile::Relation);
        let runs = KeptUntil { person: stays, until: None, lasts, over: false, doubted: false };
        assert_eq!(until[1], runs, "without an end, no date is needed");
        let rules = computer.ask(call::retention_rules, Nothing {});
        assert!(rules.rules.iter().all(|rule| rule.used.is_none()), "not counted");
        assert_eq!(computer.ask(call::today_overview, Nothing {}).now.len(), 1, "the sheet only");
        computer.ask(call::vault_clock_right, Nothing {});
        assert_eq!(told(&computer.ask(call::vault_state, Nothing {}).me.unwrap()), [""; 0]);
        assert_eq!(computer.ask(call::retention_due, DueRequest::default()).total, 1, "{seconds}");
        let until = computer.ask(call::retention_until, UntilRequest { persons: vec![gone, stays] });
        assert_eq!((until[0].until, until[0].doubted), (Some(day("2020-12-31")), false), "{seconds}");
        assert_eq!((until[1].until, until[1].doubted), (None, false), "{seconds}");
    }
}

#[test]
fn failed_attempts_are_reported_at_the_next_unlock() {
    let mut computer = Computer::with_vault();
    computer.lock();
    for _ in 0..2 {
        computer.refusal(call::vault_unlock, unlock("een heel andere wachtzin"));
        computer.wait(60);
    }
    let me = computer.enter(unlock(PASSPHRASE));
    assert_eq!((told(&me), me.told[0].args["count"].as_str()), (vec![Code::VaultFailedAttempts.as_str()], "2"));
    assert_eq!(told(&after(&mut computer, 60)), [""; 0]);
}

#[test]
fn accounts_that_differ_from_the_signed_list_are_corrected_reported_and_recorded() {
    let mut computer = Computer::with_vault();
    let spoil = "UPDATE user_account SET roles = '[\"treasurer\"]';
         INSERT INTO user_account (id, name, roles, admin, created_at, changed_at, replica)
         VALUES (randomblob(16), 'Spook', '[\"secretary\"]', 1, 0, 0, x'07')";
    computer.inside(|conn| conn.execute_batch(spoil).unwrap());
    let me = after(&mut computer, 60);
    assert_eq!((told(&me), me.told[0].args["count"].as_str()), (vec![Code::UserDiffers.as_str()], "2"));
    assert_eq!(me.roles, [Role::Secretary]);
    let users = computer.ask(call::users_list, Nothing {});
    assert_eq!(users.len(), 1, "{users:?}");
    let lines = computer.ask(call::audit_list, TrailRequest::default());
    assert!(lines.iter().any(|line| line.op == "user.settle"), "{lines:?}");
    assert_eq!(told(&after(&mut computer, 60)), [""; 0]);
}
