//! Retention: who is due and why, what an erasure would do, and keeping somebody longer.
use acceptance::{Computer, TestVault};
use ledenkluis_core::ops::Role;
use serde_json::{Value, json};

fn member(vault: &mut TestVault, surname: &str, from: &str, to: Option<&str>) -> Value {
    let relation = json!({ "kind": "member", "started_on": from, "ended_on": to, "ended": to.is_some() });
    let email = json!([{ "label": "home", "address": format!("{}@voorbeeld.nl", surname.to_lowercase()) }]);
    vault.call("people_create", json!({ "surname": surname, "emails": email, "relations": [relation] }))
}

fn due(vault: &mut TestVault, on: Option<&str>) -> Vec<String> {
    let list = vault.call("retention_due", json!({ "on": on }));
    let mut lines = vec![];
    for group in list["groups"].as_array().into_iter().flatten() {
        for row in group["rows"].as_array().into_iter().flatten() {
            let plain = |v: &Value| v.as_str().unwrap_or("-").to_owned();
            lines.push(format!(
                "{} {} {} {} {}",
                plain(&group["rule"]),
                plain(&row["name"]),
                plain(&row["proposal"]),
                plain(&row["since"]),
                plain(&row["because"]["text_id"])
            ));
        }
    }
    lines
}

fn contribution(vault: &mut TestVault, person: &Value, on: &str) {
    vault.reopen_as(&[Role::Treasurer], false);
    vault.call(
        "donations_record",
        json!({ "person": person, "kind": "contribution", "on": on, "amount_cents": 4_500, "remark": "bank" }),
    );
    vault.reopen_as(&[Role::Secretary], false);
}

#[test]
fn the_list_says_who_is_due_under_which_rule_and_why() {
    let mut vault = TestVault::new();
    member(&mut vault, "Aalbers", "2001-01-01", Some("2024-10-31"));
    let mulder = member(&mut vault, "Mulder", "2009-01-01", Some("2024-10-31"));
    member(&mut vault, "Blijver", "2009-01-01", None);
    member(&mut vault, "Later", "2009-01-01", Some("2026-06-30"));
    vault.call("people_create", json!({ "surname": "Onbekend", "relations": [{ "kind": "member", "ended": true }] }));
    contribution(&mut vault, &mulder, "2024-03-01");
    assert_eq!(
        due(&mut vault, None),
        [
            "R01 Aalbers erase 2025-11-01 retention-because-member",
            "R01 Mulder part 2025-11-01 retention-because-member-paid",
            "R01 Onbekend ask - retention-because-member-end-unknown",
        ]
    );
    let list = vault.call("retention_due", json!({}));
    assert_eq!((list["total"].clone(), list["next_on"].clone()), (json!(3), json!("2027-07-01")));
    let because = &list["groups"][0]["rows"][0]["because"]["args"]["date"];
    assert_eq!(because, &json!({ "type": "date", "value": "2024-10-31" }));
    let then = due(&mut vault, Some("2025-10-31"));
    assert_eq!(then, ["R01 Onbekend ask - retention-because-member-end-unknown"], "the day before");
    let later = due(&mut vault, Some("2032-01-01"));
    assert!(later.contains(&"R01 Mulder erase 2025-11-01 retention-because-member-paid".to_owned()), "{later:?}");
}

#[test]
fn who_never_said_yes_did_not_withdraw_and_who_has_no_relation_is_looked_at() {
    let mut vault = TestVault::new();
    let reader = member(&mut vault, "Lezer", "2001-01-01", Some("2020-10-31"));
    let all = vault.call("purposes_list", json!({}));
    let alumni = all.as_array().into_iter().flatten().find(|p| p["key"] == "alumni").cloned().unwrap_or_default();
    let answer = |given: bool, on: &str| json!({ "person": reader, "purpose": alumni["id"], "given": given, "on": on, "how": "paper" });
    vault.call("consent_record", answer(false, "2026-11-20"));
    vault.call("people_create", json!({ "surname": "Zwerver" }));
    let expected =
        ["R01 Lezer erase 2021-11-01 retention-because-member", "none Zwerver ask - retention-because-no-relation"];
    assert_eq!(due(&mut vault, None), expected);
    assert_eq!(vault.call("today_overview", json!({}))["now"][0]["count"], 1, "no term of Zwerver's is over");
    vault.call("consent_record", answer(true, "2026-11-21"));
    vault.call("consent_withdraw", json!({ "person": reader, "purpose": alumni["id"], "how": "phone" }));
    assert_eq!(
        due(&mut vault, Some("2026-11-25"))[0],
        "R12 Lezer erase 2026-11-25 retention-because-consent-withdrawn"
    );
}

#[test]
fn the_preview_says_what_goes_what_stays_and_what_counts_on() {
    let mut vault = TestVault::new();
    let mulder = member(&mut vault, "Mulder", "2009-01-01", Some("2024-10-31"));
    contribution(&mut vault, &mulder, "2024-03-01");
    contribution(&mut vault, &mulder, "2017-03-01");
    let preview = vault.call("retention_preview", json!({ "person": mulder }));
    let goes: Vec<_> = preview["goes"].as_array().into_iter().flatten().map(|g| g["text_id"].clone()).collect();
    assert_eq!(goes, ["erased-donation", "erased-email", "erased-relation"], "the payment of 2017 goes too");
    assert_eq!(preview["stays"][0]["until"], "2031-12-31");
    assert_eq!(preview["stays"][0]["rule"], "R03");
    assert_eq!(preview["counts"][0]["text_id"], "retention-counts-member");
    let bars = vault.call("retention_keep_bars", json!({ "person": mulder }));
    assert_eq!((bars[0]["rule"].clone(), bars[0]["until"].clone()), (json!("R01"), json!("2025-10-31")));
    assert_eq!((bars[1]["status"].clone(), bars[1]["until"].clone()), (json!("law"), json!("2031-12-31")));
    let until = vault.call("retention_until", json!({ "persons": [mulder] }));
    assert_eq!(until[0]["until"], "2031-12-31");
}

#[test]
fn somebody_is_kept_longer_with_a_reason_and_a_year_at_most() {
    let mut vault = TestVault::new();
    let pronk = member(&mut vault, "Pronk", "2001-01-01", Some("2020-10-31"));
    let refused = vault.refused("retention_keep", json!({ "person": pronk, "until": "2027-11-25", "reason": " " }));
    let fields: Vec<_> = refused.fields.iter().map(|f| f.field.clone()).collect();
    assert_eq!(fields, ["until", "reason"]);
    vault.call(
        "retention_keep",
        json!({ "person": pronk, "until": "2027-11-24", "reason": "Staat in het jubileumboek" }),
    );
    assert_eq!(due(&mut vault, None), Vec::<String>::new());
    assert_eq!(due(&mut vault, Some("2027-11-25")).len(), 1);
    assert_eq!(vault.trail().last().map(String::as_str), Some("retention.keep done 1 until reason"));
    for taken in 1..=2 {
        vault.call("retention_unkeep", json!({ "person": pronk }));
        assert_eq!(due(&mut vault, None).len(), 1, "taken back: due again");
        let line = format!("retention.unkeep done {}", 2 - taken);
        assert_eq!(vault.trail().last(), Some(&line));
    }
}

#[test]
fn the_rules_say_how_hard_they_are_where_they_stand_and_for_whom_they_count() {
    let mut vault = TestVault::new();
    member(&mut vault, "Blijver", "2009-01-01", None);
    let rules = vault.call("retention_rules", json!({}));
    assert_eq!((rules["pack"].clone(), rules["date"].clone()), (json!("nl-2026-11"), json!("2026-11-23")));
    let r01 = &rules["rules"][0];
    assert_eq!(
        (r01["id"].clone(), r01["status"].clone(), r01["used"].clone()),
        (json!("R01"), json!("guidance"), json!(1))
    );
    for rule in rules["rules"].as_array().into_iter().flatten() {
        assert!(rule["source"].as_str().is_some_and(|s| !s.is_empty()), "{rule}");
    }
    vault.reopen_as(&[Role::Viewer], false);
    assert_eq!(vault.refused("retention_rules", json!({})).code, "permission.denied");
}

#[test]
fn the_treasurer_sees_what_stays_for_the_tax_law_and_no_more() {
    let mut vault = TestVault::as_role(&[Role::Secretary, Role::Treasurer], false);
    let paid = member(&mut vault, "Betaald", "2011-09-01", Some("2024-10-31"));
    let never = member(&mut vault, "Nooit", "2011-09-01", Some("2024-10-31"));
    contribution(&mut vault, &paid, "2024-02-01");
    let names = |vault: &mut TestVault| {
        let due = vault.call("retention_due", json!({}));
        let rows = due["groups"].as_array().cloned().unwrap_or_default().into_iter().flat_map(|group| {
            let rule = group["rule"].clone();
            group["rows"].as_array().cloned().unwrap_or_default().into_iter().map(move |row| (rule.clone(), row))
        });
        let rows: Vec<_> =
            rows.map(|(rule, row)| (rule, row["name"].clone(), row["because"]["text_id"].clone())).collect();
        (due["total"].clone(), rows)
    };
    assert_eq!(names(&mut vault).0, 2);
    vault.reopen_as(&[Role::Treasurer], false);
    let why = json!("retention-stays-why-tax");
    assert_eq!(names(&mut vault), (json!(1), vec![(json!("R03"), json!("Betaald"), why)]));
    let preview = vault.call("retention_preview", json!({ "person": paid }));
    assert_eq!((&preview["goes"], &preview["counts"]), (&json!([]), &json!([])));
    assert_eq!((&preview["stays"][0]["rule"], &preview["proposal"]), (&json!("R03"), &json!("part")));
    let preview = vault.call("retention_preview", json!({ "person": never }));
    assert_eq!((&preview["stays"], &preview["proposal"]), (&json!([]), &json!(null)));
    let bars = |vault: &mut TestVault, person: &Value| vault.call("retention_keep_bars", json!({ "person": person }));
    assert_eq!(bars(&mut vault, &paid).as_array().map(Vec::len), Some(1));
    assert_eq!(bars(&mut vault, &never), json!([]));
    let rules = vault.call("retention_rules", json!({}))["rules"].clone();
    let counted = rules.as_array().into_iter().flatten().filter(|rule| !rule["used"].is_null());
    assert_eq!(counted.map(|rule| rule["id"].clone()).collect::<Vec<_>>(), [json!("R03"), json!("R07b")]);
}

/// What is calculated over everyone is kept until something it depends on changes. A fresh session has kept nothing.
#[test]
fn what_is_counted_over_everyone_is_counted_anew_after_every_change() {
    let (roles, counted) = (
        [Role::Secretary, Role::Privacy, Role::Treasurer],
        ["retention_due", "retention_rules", "consent_overview", "today_overview", "people_list"],
    );
    let mut vault = TestVault::as_role(&roles, false);
    let ask = |vault: &mut TestVault| counted.map(|command| vault.call(command, json!({})));
    let mut seen = vec![ask(&mut vault)];
    let stays = member(&mut vault, "Berg", "2011-09-01", None);
    let goes = member(&mut vault, "Pronk", "2001-09-01", Some("2020-10-31"));
    let purposes = vault.call("purposes_list", json!({}));
    let photos = purposes.as_array().unwrap().iter().find(|p| p["key"] == "photos_portrait").unwrap()["id"].clone();
    let said = json!({ "person": stays, "purpose": photos, "given": true, "on": "2019-01-02", "how": "paper" });
    let steps = [
        (
            "people_create",
            json!({ "surname": "Smit", "relations": [{ "kind": "member", "started_on": "2020-01-01" }] }),
        ),
        ("consent_record", said),
        ("consent_withdraw", json!({ "person": stays, "purpose": photos, "how": "paper" })),
        ("donations_record", json!({ "person": stays, "kind": "gift", "on": "2026-03-01", "amount_cents": 100 })),
        ("retention_keep", json!({ "person": goes, "until": "2027-06-01", "reason": "jubileumboek" })),
        ("retention_unkeep", json!({ "person": goes })),
        ("erasure_run", json!({ "persons": [goes], "confirm": "pronk" })),
    ];
    for (command, request) in steps {
        vault.call(command, request);
        let warm = ask(&mut vault);
        vault.reopen_as(&roles, false);
        assert_eq!(warm, ask(&mut vault), "after {command}");
        seen.push(warm);
    }
    seen.dedup();
    assert!(seen.len() > 6, "most of these change something");
}

#[test]
fn on_another_day_it_is_counted_anew() {
    let mut computer = Computer::with_vault();
    let relation = json!([{ "kind": "member", "ended_on": "2025-11-24", "ended": true }]);
    computer.call("people_create", json!({ "surname": "Pronk", "relations": relation }));
    let total = |computer: &mut Computer| computer.call("retention_due", json!({}))["total"].clone();
    assert_eq!(total(&mut computer), 0);
    computer.wait(24 * 60 * 60);
    assert_eq!(total(&mut computer), 1);
}

#[test]
fn before_a_membership_ends_the_user_reads_until_when_and_why() {
    let mut vault = TestVault::new();
    let anneke = member(&mut vault, "Berg", "2011-09-01", None);
    let relation = vault.call("people_get", json!({ "person": anneke }))["relations"][0]["id"].clone();
    let after = |vault: &mut TestVault, last: &str| {
        let ask = json!({ "person": anneke, "relation": relation, "ended_on": last });
        let said = vault.call("retention_after_end", ask);
        [said["until"].clone(), said["because"]["text_id"].clone(), said["due"].clone(), said["while"].clone()]
    };
    let by_rule = json!("retention-reason-member-ended-year");
    let year_after = |until: &str, due: bool| [json!(until), by_rule.clone(), json!(due), json!(null)];
    assert_eq!(after(&mut vault, "2026-11-24"), year_after("2027-11-24", false));
    assert_eq!(after(&mut vault, "2027-06-30"), year_after("2028-06-30", false), "also a day to come");
    assert_eq!(after(&mut vault, "2020-12-31"), year_after("2021-12-31", true), "up for erasure at once");

    contribution(&mut vault, &anneke, "2025-03-01");
    let books = json!("retention-reason-books");
    assert_eq!(after(&mut vault, "2020-12-31"), [json!("2032-12-31"), books, json!(true), json!(null)], "in part");
    vault.call("people_start_relation", json!({ "person": anneke, "kind": "volunteer", "started_on": "2012-01-01" }));
    let goes_on = [json!(null), json!(null), json!(false), json!("relation")];
    assert_eq!(after(&mut vault, "2020-12-31"), goes_on, "a volunteer is kept");
    assert_eq!(vault.call("people_list", json!({ "tab": "members" }))["total"], 1, "nothing was changed");
    let wrong = json!({ "person": anneke, "relation": anneke, "ended_on": "2026-01-01" });
    assert_eq!(vault.refused("retention_after_end", wrong).code, "relation.missing");
}

#[test]
fn the_list_says_that_an_end_is_unknown_and_that_a_day_is_past() {
    let mut vault = TestVault::new();
    let past = member(&mut vault, "Aalbers", "2001-01-01", Some("2020-10-31"));
    let runs = member(&mut vault, "Blijver", "2009-01-01", None);
    let ended = json!([{ "kind": "member", "ended": true }]);
    let unknown = vault.call("people_create", json!({ "surname": "Hendriks", "relations": ended }));
    let nobody = vault.call("people_create", json!({ "surname": "Niemand" }));
    let told = vault.call("retention_until", json!({ "persons": [past, runs, unknown, nobody] }));
    let row = |n: usize| (told[n]["until"].clone(), told[n]["while"].clone(), told[n]["over"].clone());
    assert_eq!(row(0), (json!("2021-10-31"), json!(null), json!(true)));
    assert_eq!(row(1), (json!(null), json!("relation"), json!(false)));
    assert_eq!(row(2), (json!(null), json!("unknown"), json!(false)));
    assert_eq!(row(3), (json!(null), json!(null), json!(false)));
}
