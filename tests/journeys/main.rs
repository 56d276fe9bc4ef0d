//! User stories through `api::dispatch`, with the trail that they leave.
mod audit;
mod demo;
mod people;
mod today;
