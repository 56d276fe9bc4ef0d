//! What may be typed. Verbs and flags are fixed: scripts rely on them; add freely, rename nothing. What each is for stands in
//! `kluis.ftl`: `kluis-verb-` and `kluis-arg-` with its name here.
use clap::{Args, Parser, Subcommand, value_parser};
use ledenkluis_core::api::types::{RelationKind, ReportKind};
use ledenkluis_core::app::Date;
use ledenkluis_core::ops::Role;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::path::PathBuf;

#[derive(Parser)]
#[command(name = "kluis", version, arg_required_else_help = true)]
#[command(disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

#[derive(Args, Clone)]
pub(crate) struct Common {
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[arg(long, global = true, value_name = "FILE", conflicts_with = "passphrase_fd")]
    pub(crate) passphrase_file: Option<PathBuf>,
    #[arg(long, global = true, value_name = "N")]
    pub(crate) passphrase_fd: Option<u32>,
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) user: Option<String>,
    #[arg(long, global = true, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) today: Option<Date>,
    #[arg(long, global = true)]
    pub(crate) older_is_right: bool,
    #[arg(long, global = true)]
    pub(crate) closed_elsewhere: bool,
}

#[derive(Subcommand)]
pub(crate) enum Verb {
    Create(Create),
    Demo {
        dir: PathBuf,
        #[arg(id = "count", long = "people", value_name = "N", default_value_t = 250, hide_default_value = true)]
        people: u32,
        #[arg(long, value_name = "N", default_value_t = 1, hide_default_value = true)]
        seed: u64,
        #[command(flatten)]
        kdf: Kdf,
    },
    UserAdd(UserAdd),
    Inspect {
        file: PathBuf,
        #[arg(long, value_name = "N", value_parser = value_parser!(u32).range(1..))]
        sheet: Option<u32>,
    },
    Import(Import),
    Duplicates {
        dir: PathBuf,
    },
    ImportUndo {
        dir: PathBuf,
        import: String,
    },
    People {
        dir: PathBuf,
        #[arg(long, value_name = "WORDS")]
        search: Option<String>,
        #[arg(long, value_name = "N")]
        limit: Option<u32>,
        #[arg(long)]
        all_fields: bool,
    },
    Person {
        dir: PathBuf,
        person: String,
    },
    Export {
        dir: PathBuf,
        person: String,
        #[arg(long, value_name = "FILE")]
        pdf: PathBuf,
        #[arg(long, value_name = "FILE")]
        data: PathBuf,
        #[arg(long, default_value = "access", value_parser = report)]
        #[arg(hide_default_value = true, hide_possible_values = true)]
        kind: ReportKind,
        #[arg(long)]
        replace: bool,
    },
    Due {
        dir: PathBuf,
        #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
        on: Option<Date>,
    },
    Erase {
        dir: PathBuf,
        person: String,
        #[arg(long, value_name = "-")]
        confirm: String,
        #[arg(long, value_name = "FILE")]
        proof: Option<PathBuf>,
        #[arg(long)]
        replace: bool,
    },
    Verify {
        dir: PathBuf,
    },
    Call {
        dir: PathBuf,
        command: String,
        request: Option<String>,
        #[arg(long, value_name = "N", conflicts_with = "request")]
        request_fd: Option<u32>,
        #[arg(long)]
        replace: bool,
    },
    Commands,
}

#[derive(Args, Clone)]
pub(crate) struct Kdf {
    #[arg(long, value_name = "MIB", requires = "kdf_passes", value_parser = value_parser!(u32).range(1..=1024))]
    pub(crate) kdf_memory: Option<u32>,
    #[arg(long, value_name = "N", requires = "kdf_memory", value_parser = value_parser!(u32).range(1..=64))]
    pub(crate) kdf_passes: Option<u32>,
}

#[derive(Args)]
pub(crate) struct Create {
    pub(crate) dir: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub(crate) association: String,
    #[arg(long = "role", value_name = "ROLE", num_args = 1.., value_parser = role)]
    #[arg(default_value = "secretary", hide_default_value = true)]
    pub(crate) roles: Vec<Role>,
    #[arg(long, value_name = "FILE")]
    pub(crate) recovery_out: Option<PathBuf>,
    #[arg(long)]
    pub(crate) replace: bool,
    #[command(flatten)]
    pub(crate) kdf: Kdf,
}

#[derive(Args)]
pub(crate) struct UserAdd {
    pub(crate) dir: PathBuf,
    #[arg(long)]
    pub(crate) name: String,
    #[arg(long = "role", value_name = "ROLE", num_args = 1.., value_parser = role)]
    #[arg(default_value = "viewer", hide_default_value = true)]
    pub(crate) roles: Vec<Role>,
    #[arg(long)]
    pub(crate) admin: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) new_passphrase_file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) kdf: Kdf,
}

#[derive(Args)]
pub(crate) struct Import {
    pub(crate) dir: PathBuf,
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "N", value_parser = value_parser!(u32).range(1..))]
    pub(crate) sheet: Option<u32>,
    #[arg(long, value_name = "FILE")]
    pub(crate) mapping: Option<PathBuf>,
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[arg(long, requires = "dry_run")]
    pub(crate) rows: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) decide: Option<PathBuf>,
    #[arg(long, value_parser = relation, hide_possible_values = true)]
    pub(crate) relation: Option<RelationKind>,
}

impl Verb {
    /// Whether it only looks, so that `--today` may be said with it. Of a `call` that depends on the command.
    pub(crate) fn only_looks(&self) -> bool {
        use Verb::{Call, Commands, Due, Duplicates, Inspect, People, Person, Verify};
        matches!(
            self,
            Call { .. }
                | Commands
                | Due { .. }
                | Duplicates { .. }
                | Inspect { .. }
                | People { .. }
                | Person { .. }
                | Verify { .. }
        )
    }
}

fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| String::new())
}

fn role(text: &str) -> Result<Role, String> {
    word(text)
}

fn relation(text: &str) -> Result<RelationKind, String> {
    word(text)
}

fn report(text: &str) -> Result<ReportKind, String> {
    word(text)
}

/// One of the words of the core, as JSON has them.
fn word<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_value(Value::String(text.to_owned())).map_err(|_| String::new())
}
