//! The types and commands as TypeScript, for `cargo xtask gen`. All types share one namespace.
use super::command::{Command, Kind};
use crate::ops::{ADMIN, Permission, Role};
use serde::Serialize;
use std::any::{TypeId, type_name};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Write;
use ts_rs::{Config, TS, TypeVisitor};

fn config() -> Config {
    Config::default()
}

pub(super) fn name<T: TS + ?Sized>() -> String {
    T::name(&config())
}

/// Declarations by name. Records a clash when two different types have the same name.
#[derive(Default)]
pub(super) struct Declarations {
    seen: HashSet<TypeId>,
    by_name: BTreeMap<String, String>,
    /// Where Rust has it, by its name.
    in_rust: BTreeMap<String, &'static str>,
    /// Names that two different types claim; `xtask gen` fails on them.
    clashes: BTreeSet<String>,
}

impl Declarations {
    pub(super) fn add<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let (name, decl) = (T::ident(&config()), T::decl(&config()));
            if self.by_name.get(&name).is_some_and(|d| *d != decl) {
                self.clashes.insert(name.clone());
            }
            self.in_rust.insert(name.clone(), type_name::<T>());
            self.by_name.insert(name, decl);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

/// `types.ts`: every type in a request or an answer.
///
/// # Errors
/// The names that two different types claim.
pub(super) fn types(mut all: Declarations) -> Result<String, Vec<String>> {
    all.add::<crate::error::ErrorView>();
    all.add::<crate::ops::Permission>();
    all.add::<crate::ops::Topic>();
    if !all.clashes.is_empty() {
        return Err(all.clashes.into_iter().collect());
    }
    let mut out = String::from("// Made by `cargo xtask gen` from the core. Not to be edited.\n");
    for decl in all.by_name.values() {
        let _ = writeln!(out, "export {decl}");
    }
    Ok(out)
}

/// `api/types.rs`: every type in a request or an answer, for callers that link the core, under the name that the page knows it by.
pub(super) fn rust(mut all: Declarations) -> String {
    // What the page reads in another form: as part of a text, or with its fields among those of another type.
    all.in_rust.insert("ImportField".to_owned(), type_name::<crate::features::import::Field>());
    all.in_rust.insert("ImportFields".to_owned(), type_name::<crate::features::import::ImportFields>());
    all.in_rust.insert("Rule".to_owned(), type_name::<crate::features::retention::Rule>());
    let lines: BTreeSet<String> = all.in_rust.iter().map(|(name, path)| published(name, path)).collect();
    let mut out = String::from(
        "//! Every type in a request or an answer, under the name that the page knows it by. Made by `cargo xtask gen` from the table of\n\
         //! commands. Not to be edited, but for one thing: the line of a type that was renamed or removed has to go by hand first.\n",
    );
    out.extend(lines);
    out
}

/// `pub use` for a type. A feature publishes the types of its private modules itself.
fn published(name: &str, path: &str) -> String {
    let parts: Vec<&str> = path.split("::").skip(1).collect();
    let (modules, own) = parts.split_at(parts.len().saturating_sub(1));
    let module = modules.iter().take(2).copied().collect::<Vec<_>>().join("::");
    let own = own.concat();
    let renamed = if own == name { String::new() } else { format!(" as {name}") };
    format!("pub use crate::{module}::{own}{renamed};\n")
}

/// `api.ts`: every command, grouped by feature.
pub(super) fn api(commands: &[Command], after_own_passphrase: &[&str]) -> String {
    let writes = |c: &Command| writes(c, after_own_passphrase);
    let mut groups: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for c in commands {
        let (feature, verb) = c.name.split_once('_').unwrap_or((c.name, "run"));
        let made_of = if matches!(c.kind, Kind::Read | Kind::View | Kind::Look) { c.topics.clone() } else { vec![] };
        let topics = made_of.iter().map(|t| format!("\"{t:?}\"")).collect::<Vec<_>>().join(", ");
        let writes = writes(c).map(|p| format!(", {}", word(&p))).unwrap_or_default();
        let line = format!(
            "  {}: command<{}, {}>(\"{}\", [{topics}]{writes}),",
            camel(verb),
            typed(&c.request),
            typed(&c.answer),
            c.name
        );
        groups.entry(feature).or_default().push(line);
    }
    let mut out = String::from(
        "// Made by `cargo xtask gen` from the core. Not to be edited.\nimport { command } from \"../lib/rpc\";\nimport type * as T from \"./types\";\n",
    );
    for (feature, lines) in groups {
        let feature = if feature == "import" {
            "imports"
        } else if feature == "export" {
            "exports"
        } else {
            feature
        };
        let _ = writeln!(out, "\nexport const {feature} = {{\n{}\n}};", lines.join("\n"));
    }
    out.push_str(&rights());
    out.push_str(&seeing(commands, writes));
    out
}

/// The permission of a command that writes to the open vault; `None` for a command that does not.
fn writes(c: &Command, after_own_passphrase: &[&str]) -> Option<Permission> {
    match c.kind {
        Kind::Write => c.permission,
        Kind::Act if after_own_passphrase.contains(&c.name) => Some(Permission::Own),
        _ => None,
    }
}

/// The type of the permissions that let a user see something. The UI asks for the other permissions by the action
/// itself, because nobody may perform an action in a read-only session.
fn seeing(all: &[Command], writes: impl Fn(&Command) -> Option<Permission>) -> String {
    let sees = |p: Permission| all.iter().any(|c| writes(c).is_none() && c.permission == Some(p));
    let only_done: BTreeSet<_> = all.iter().filter_map(&writes).filter(|p| !sees(*p)).collect();
    let words = only_done.iter().map(word).collect::<Vec<_>>().join(" | ");
    format!("\nexport type Seeing = Exclude<T.Permission, {words}>;\n")
}

/// The permissions of each role, and the extra ones of an administrator: for the screen that assigns roles.
fn rights() -> String {
    let words = |all: &[Permission]| all.iter().map(word).collect::<Vec<_>>().join(", ");
    let line = |role: &Role| format!("  {}: [{}],\n", word(role).trim_matches('"'), words(role.permissions()));
    let roles: String = Role::ALL.iter().map(line).collect();
    format!(
        "\nexport const rightsOf: Record<T.Role, readonly T.Permission[]> = {{\n{roles}}};\n\nexport const rightsOfAdmin: readonly T.Permission[] = [{}];\n",
        words(ADMIN)
    )
}

/// A value as its JSON text.
fn word<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn camel(verb: &str) -> String {
    let mut words = verb.split('_');
    let head = words.next().unwrap_or_default().to_owned();
    words.fold(head, |mut out, w| {
        let mut letters = w.chars();
        out.extend(letters.next().map(|c| c.to_ascii_uppercase()));
        out.push_str(letters.as_str());
        out
    })
}

/// A type name with the namespace of `types.ts`. Built-in names stay as they are.
fn typed(name: &str) -> String {
    let mut out = String::new();
    let mut word = String::new();
    for c in name.chars().chain(['\0']) {
        if c.is_alphanumeric() || c == '_' {
            word.push(c);
            continue;
        }
        let built_in = ["Array", "Record", "string", "number", "boolean", "null", "never"].contains(&word.as_str());
        if !word.is_empty() && !built_in {
            out.push_str("T.");
        }
        out.push_str(&word);
        word.clear();
        if c != '\0' {
            out.push(c);
        }
    }
    out
}
