//! What must hold for every feature, asked of the program itself.
mod commands;
mod forgotten;
mod holders;
mod matrix;
mod migrations;
mod path;
mod reported;
mod schema;
