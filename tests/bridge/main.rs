//! The application in a browser: serves the UI and `api::dispatch` on loopback, for the browser tests and for `cargo
//! xtask dev --browser`. Each run has an empty home that is removed at its end. The test answers the dialogs. Never
//! packaged.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]

mod page;
mod world;

use ledenkluis_core::error::{Code, Error as Refusal};
use serde_json::Value;
use std::error::Error;
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;
use tiny_http::{Header, Method, Request, Response, Server};
use world::World;

/// The number of simultaneous requests: the UI asks for progress while a job runs.
const WORKERS: usize = 4;

/// Short enough that nobody notices the delay.
const OFTEN: Duration = Duration::from_millis(50);

fn main() -> Result<(), Box<dyn Error>> {
    let port = argument("--port").unwrap_or_else(|| "0".into());
    let world =
        Arc::new(World::new(argument("--today").as_deref(), std::env::args().any(|word| word == "--keychain"))?);
    let server = Arc::new(Server::http(format!("127.0.0.1:{port}")).map_err(|why| why.to_string())?);
    println!("http://{}/", server.server_addr());
    if let Some(address) = server.server_addr().to_ip() {
        thread::spawn(move || keep_moving(address));
    }
    let workers: Vec<_> = (0..WORKERS)
        .map(|_| {
            let (server, world) = (Arc::clone(&server), Arc::clone(&world));
            thread::spawn(move || server.incoming_requests().for_each(|request| answer(request, &world)))
        })
        .collect();
    // Whoever started the bridge ends it by closing its input, even by crashing. The home is then removed.
    let _ = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
    // Each call wakes one of the workers, and it is not known which.
    workers.iter().for_each(|_| server.unblock());
    workers.into_iter().for_each(|worker| drop(worker.join()));
    Ok(())
}

/// Works around a bug in the thread pool of `tiny_http`. If two connections arrive while one of its threads is free, it
/// wakes that one for both. The second then waits until some connection closes, which a browser's connections do not
/// do. A short extra connection gets it going again.
fn keep_moving(address: SocketAddr) {
    loop {
        thread::sleep(OFTEN);
        drop(TcpStream::connect(address));
    }
}

/// The word after this one on the command line.
fn argument(name: &str) -> Option<String> {
    let words: Vec<String> = std::env::args().collect();
    words.iter().position(|word| word == name).and_then(|at| words.get(at + 1).cloned())
}

fn answer(mut request: Request, world: &World) {
    if *request.method() == Method::Get && !request.url().starts_with("/job/") && !request.url().starts_with("/test/") {
        let found = page::file(request.url());
        let _ = request.respond(found);
        return;
    }
    let reply = match body(&mut request) {
        Ok(body) => world.answer(request.url(), body),
        Err(why) => world::refusal(&Refusal::new(Code::RequestMalformed).arg("why", why)),
    };
    let _ = request
        .respond(Response::from_string(reply.to_string()).with_header(header("Content-Type", "application/json")));
}

/// The JSON of a request. A page from another origin cannot send this content type without a preflight request, and the
/// bridge does not answer those.
fn body(request: &mut Request) -> Result<Value, String> {
    if *request.method() == Method::Get {
        return Ok(Value::Null);
    }
    let json = request
        .headers()
        .iter()
        .any(|header| header.field.equiv("Content-Type") && header.value.as_str().starts_with("application/json"));
    if !json {
        return Err("Content-Type".into());
    }
    serde_json::from_reader(request.as_reader()).map_err(|why| why.to_string())
}

fn header(name: &'static str, value: &str) -> Header {
    Header::from_bytes(name, value).unwrap_or_else(|()| unreachable!("both are plain words"))
}
