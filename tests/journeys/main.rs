//! User stories through `api::dispatch`, with the trail that they leave.
mod audit;
mod people;
