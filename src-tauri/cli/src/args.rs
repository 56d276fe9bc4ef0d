//! What may be typed. Verbs and flags are fixed: scripts rely on them; add freely, rename nothing.
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Ledenkluis on the command line: for scheduled work, for recovery without a desktop, and for checks from outside.
#[derive(Parser)]
#[command(name = "kluis", version, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

/// Flags of every verb.
#[derive(Args, Clone)]
pub(crate) struct Common {
    /// Print exactly one JSON document
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Read the passphrase from the first line of a file
    #[arg(long, global = true, value_name = "FILE", conflicts_with = "passphrase_fd")]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// Read the passphrase from the first line of an open file descriptor
    #[arg(long, global = true, value_name = "N")]
    pub(crate) passphrase_fd: Option<u32>,
    /// Who you are; may be left out where there is one user
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) user: Option<String>,
    /// Count terms and deadlines from this day (reading verbs only)
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub(crate) today: Option<String>,
}

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Make a new vault
    Create(Create),
    /// Make a vault with a made-up association
    Demo {
        dir: PathBuf,
        #[arg(long, default_value_t = 250)]
        people: u32,
        #[arg(long, default_value_t = 1)]
        seed: u64,
        #[command(flatten)]
        kdf: Kdf,
    },
    /// Give somebody else access
    UserAdd {
        dir: PathBuf,
        #[arg(long)]
        name: String,
        /// secretary, treasurer, viewer or privacy; may be given more than once
        #[arg(long = "role")]
        roles: Vec<String>,
        /// May also run the vault
        #[arg(long)]
        admin: bool,
        /// His passphrase: the first line of this file
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
        #[command(flatten)]
        kdf: Kdf,
    },
    /// Look at a list before importing it; needs no vault
    Inspect {
        file: PathBuf,
        /// Only this sheet, counted from 1
        #[arg(long)]
        sheet: Option<u32>,
    },
    /// Import a list
    Import(Import),
    /// Undo an import
    ImportUndo { dir: PathBuf, import: String },
    /// List or search people
    People {
        dir: PathBuf,
        #[arg(long)]
        search: Option<String>,
        #[arg(long)]
        limit: Option<u32>,
        /// All that you may see of each
        #[arg(long)]
        all_fields: bool,
    },
    /// Show one person: an id, or words that find just one
    Person { dir: PathBuf, person: String },
    /// Make the report for one person
    Export {
        dir: PathBuf,
        person: String,
        /// Where the PDF goes
        #[arg(long)]
        pdf: PathBuf,
        /// Where the JSON goes
        #[arg(long)]
        data: PathBuf,
        #[arg(long, default_value = "access", value_parser = ["access"])]
        kind: String,
    },
    /// List whose retention period is over
    Due {
        dir: PathBuf,
        /// On this day
        #[arg(long)]
        on: Option<String>,
    },
    /// Erase one person for good
    Erase {
        dir: PathBuf,
        person: String,
        /// The surname, to confirm
        #[arg(long, value_name = "SURNAME")]
        confirm: String,
        /// Where the proof goes
        #[arg(long, value_name = "FILE")]
        proof: Option<PathBuf>,
    },
    /// Check the vault: database, pages, files, trail, header
    Verify { dir: PathBuf },
    /// Call any command; the request as JSON, `-` reads standard input
    Call { dir: PathBuf, command: String, request: Option<String> },
    /// List every command
    Commands,
}

/// How strongly the passphrase is stretched; left out, it is measured on this computer.
#[derive(Args, Clone)]
pub(crate) struct Kdf {
    #[arg(long, value_name = "MIB", requires = "kdf_passes")]
    pub(crate) kdf_memory: Option<u32>,
    #[arg(long, value_name = "N", requires = "kdf_memory")]
    pub(crate) kdf_passes: Option<u32>,
}

#[derive(Args)]
pub(crate) struct Create {
    pub(crate) dir: PathBuf,
    #[arg(long)]
    pub(crate) association: String,
    /// secretary, treasurer, viewer or privacy; may be given more than once
    #[arg(long = "role", default_value = "secretary")]
    pub(crate) roles: Vec<String>,
    /// Where the recovery key goes; left out, it is shown on the terminal
    #[arg(long, value_name = "FILE")]
    pub(crate) recovery_out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) kdf: Kdf,
}

#[derive(Args)]
pub(crate) struct Import {
    pub(crate) dir: PathBuf,
    pub(crate) file: PathBuf,
    /// The sheet, counted from 1
    #[arg(long)]
    pub(crate) sheet: Option<u32>,
    /// A JSON list: the meaning of each column, or null
    #[arg(long)]
    pub(crate) mapping: Option<PathBuf>,
    /// Only say what would happen
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// What these people are to the association
    #[arg(long, default_value = "member")]
    pub(crate) relation: String,
}
