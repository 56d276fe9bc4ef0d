//! The page reaches nobody: every way out of a page that there is is tried in the real window, while a listener waits beside it and
//! `strace` sees every address that any of its processes asks the system for.
use crate::screen::{Outcome, Screen};
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::net::{TcpListener, UdpSocket};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::time::sleep;

/// The dead proxy of the window (`src-tauri/src/page.rs`): what is sent there arrives nowhere.
const NOWHERE: u16 = 9;

/// The ways out, as lines of script. `HOST` is the listener beside the window, `NAME` a name that only a resolver would know.
const WAYS: &[(&str, &str)] = &[
    ("fetch", "fetch('http://HOST/fetch', { mode: 'no-cors' }).catch(() => {})"),
    ("fetch of a name", "fetch('https://fetch.NAME/', { mode: 'no-cors' }).catch(() => {})"),
    ("XHR", "const x = new XMLHttpRequest(); x.open('GET', 'http://HOST/xhr'); x.onerror = () => {}; x.send()"),
    ("beacon", "navigator.sendBeacon('http://HOST/beacon', 'x')"),
    ("image", "new Image().src = 'http://HOST/image'"),
    ("image of a name", "new Image().src = 'http://image.NAME/x.png'"),
    ("script", "add('script', { src: 'http://HOST/script.js' })"),
    ("module", "import('http://HOST/module.js').catch(() => {})"),
    ("style", "add('link', { rel: 'stylesheet', href: 'http://HOST/style.css' })"),
    ("import in a style", "add('style', { textContent: \"@import url('http://HOST/import.css');\" })"),
    (
        "font",
        "document.fonts.add(new FontFace('x', \"url('http://HOST/font.woff2')\")), [...document.fonts].at(-1).load().catch(() => {})",
    ),
    ("frame", "add('iframe', { src: 'http://HOST/frame' })"),
    ("object", "add('object', { data: 'http://HOST/object' })"),
    ("video", "add('video', { src: 'http://HOST/video.mp4', preload: 'auto' })"),
    ("WebSocket", "new WebSocket('ws://HOST/socket')"),
    ("EventSource", "new EventSource('http://HOST/events')"),
    ("WebTransport", "new WebTransport('https://HOST/transport')"),
    (
        "WebRTC",
        "const p = new RTCPeerConnection({ iceServers: [{ urls: 'stun:HOST' }] }); p.createDataChannel('x'); p.createOffer().then((o) => p.setLocalDescription(o))",
    ),
    ("worker", "new Worker('http://HOST/worker.js')"),
    ("service worker", "navigator.serviceWorker.register('http://HOST/service.js').catch(() => {})"),
    ("prefetch", "add('link', { rel: 'prefetch', href: 'http://HOST/prefetch' })"),
    ("preload", "add('link', { rel: 'preload', as: 'image', href: 'http://HOST/preload' })"),
    ("preconnect", "add('link', { rel: 'preconnect', href: 'http://HOST' })"),
    ("preconnect of a name", "add('link', { rel: 'preconnect', href: 'https://preconnect.NAME' })"),
    ("dns-prefetch", "add('link', { rel: 'dns-prefetch', href: 'https://dns.NAME' })"),
    ("modulepreload", "add('link', { rel: 'modulepreload', href: 'http://HOST/preload.js' })"),
    ("icon", "add('link', { rel: 'icon', href: 'http://HOST/icon.png' })"),
    ("manifest", "add('link', { rel: 'manifest', href: 'http://HOST/manifest.json' })"),
    ("form", "const f = add('form', { action: 'http://HOST/form', method: 'post' }); f.submit()"),
    ("window.open", "window.open('http://HOST/open')"),
    ("link in a new window", "add('a', { href: 'http://HOST/blank', target: '_blank' }).click()"),
    ("link", "add('a', { href: 'http://HOST/link' }).click()"),
    ("ping of a link", "add('a', { href: '#', ping: 'http://HOST/ping' }).click()"),
    ("download", "add('a', { href: 'http://HOST/download', download: 'x' }).click()"),
    ("meta refresh", "add('meta', { httpEquiv: 'refresh', content: '0; url=http://HOST/refresh' })"),
    ("location", "location.href = 'http://HOST/location'"),
    ("location with a user", "location.href = 'http://jan@HOST/user'"),
    ("tauri.localhost with a port", "location.href = 'http://tauri.localhost:PORT/own'"),
    ("https tauri.localhost", "location.href = 'https://tauri.localhost:PORT/own'"),
    ("localhost", "location.href = 'http://localhost:PORT/localhost'"),
    ("a name", "location.href = 'https://location.NAME/'"),
];

/// For short in the lines above.
const ADD: &str =
    "const add = (tag, about) => document.head.appendChild(Object.assign(document.createElement(tag), about));";

/// Tries every way and looks at what any process of the window asked the system for.
pub(crate) async fn check(program: &Path, folder: &Path) -> Outcome {
    let trace = folder.join("network.strace");
    let listener = TcpListener::bind("127.0.0.1:0")?;
    listener.set_nonblocking(true)?;
    let port = listener.local_addr()?.port();
    let datagrams = UdpSocket::bind(("127.0.0.1", port))?;
    datagrams.set_nonblocking(true)?;
    let screen = Screen::open(&traced(program, folder, &trace)?, folder).await?;
    let tried = try_all(&screen, port).await;
    let still = screen.ask("return location.href", vec![]).await;
    screen.close().await?;
    tried?;
    sleep(Duration::from_secs(1)).await;
    let mut wrong = vec![];
    let home = still?.as_str().unwrap_or_default().to_owned();
    if !home.starts_with("tauri://localhost") {
        wrong.push(format!("the window shows {home}"));
    }
    while let Ok((_, from)) = listener.accept() {
        wrong.push(format!("the listener was reached from {from}"));
    }
    match datagrams.recv(&mut [0; 64]) {
        Err(why) if why.kind() == ErrorKind::WouldBlock => {}
        _ => wrong.push("the listener got a datagram".into()),
    }
    let asked = addresses(&fs::read_to_string(&trace)?);
    let names = asked.iter().filter(|(address, _)| address.ends_with(":53")).map(|(_, n)| n).sum::<usize>();
    println!("{} ways out tried: {names} names asked, and the system was asked for {asked:?}", WAYS.len());
    // The driver's own line to the window, which no window of a person's has.
    let driver = fs::read_to_string(folder.join("inspector"))?;
    if driver.is_empty() {
        wrong.push("the driver's own line is not known".into());
    }
    let dead = format!("127.0.0.1:{NOWHERE}");
    let others = asked.iter().filter(|(address, _)| ![&dead, &driver].contains(address));
    wrong.extend(others.map(|(address, n)| format!("{n} times {address}")));
    fs::remove_file(folder.join("inspector"))?;
    fs::remove_file(folder.join("traced.sh"))?;
    fs::remove_file(&trace)?;
    if wrong.is_empty() { Ok(()) } else { Err(format!("the page reached out: {}", wrong.join("; ")).into()) }
}

async fn try_all(screen: &Screen, port: u16) -> Outcome {
    for (name, way) in WAYS {
        let way = way.replace("HOST", &format!("127.0.0.1:{port}")).replace("PORT", &port.to_string());
        let way = way.replace("NAME", "geheim.ledenkluis-proef.nl");
        // What the page does not even know how to do reaches nobody either.
        let script = format!("{ADD} try {{ {way} }} catch {{ }} return document.readyState");
        screen.ask(&script, vec![]).await.map_err(|why| format!("{name}: {why}"))?;
        sleep(Duration::from_millis(150)).await;
    }
    sleep(Duration::from_secs(3)).await;
    Ok(())
}

/// The program under `strace`, which steps aside so that the driver sees the program itself.
fn traced(program: &Path, folder: &Path, trace: &Path) -> Outcome<PathBuf> {
    let script = folder.join("traced.sh");
    let calls = "connect,sendto,sendmsg,sendmmsg";
    let (trace, program, inspector) = (trace.display(), program.display(), folder.join("inspector"));
    let text = format!(
        "#!/bin/sh\nprintf %s \"$WEBKIT_INSPECTOR_SERVER\" >'{}'\nexec strace -D -f -qq -s 256 -e trace={calls} -o '{trace}' '{program}' \"$@\"\n",
        inspector.display()
    );
    fs::File::create(&script).and_then(|mut file| std::io::Write::write_all(&mut file, text.as_bytes()))?;
    fs::set_permissions(&script, fs::Permissions::from_mode(0o700))?;
    Ok(script)
}

/// Every address of the internet in the trace, as `host:port`, with how often. A local socket has none.
fn addresses(trace: &str) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for line in trace.lines().filter(|line| line.contains("sa_family=AF_INET")) {
        let between =
            |from: &str, to: &str| line.split_once(from)?.1.split_once(to).map(|(inside, _)| inside.trim_matches('"'));
        let port = between("port=htons(", ")").unwrap_or("?");
        let host = between("inet_addr(", ")").or_else(|| between("inet_pton(AF_INET6, ", ",")).unwrap_or("?");
        *found.entry(format!("{host}:{port}")).or_default() += 1;
    }
    found
}
