//! A made-up association, so that every screen has something to show. The same number and seed give the same people.
mod fill;
mod person;
mod story;

pub use fill::{DemoRequest, Filled, fill};
