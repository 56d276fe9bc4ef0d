// Back, leaving and the lock, over a fake history that behaves like a browser's: moves are reported a moment later.
import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

type Popped = (event: { state: unknown }) => void;

class FakeHistory {
  entries: { state: unknown; hash: string }[] = [{ state: null, hash: "" }];
  at = 0;
  listener: Popped = () => {};
  waiting: (() => void)[] = [];

  get state(): unknown {
    return this.entries[this.at]?.state;
  }
  replaceState(state: unknown, _: string, href?: string): void {
    this.entries[this.at] = { state, hash: href ?? this.hash };
  }
  pushState(state: unknown, _: string, href: string): void {
    this.entries.splice(this.at + 1);
    this.entries.push({ state, hash: href });
    this.at += 1;
  }
  go(step: number): void {
    this.waiting.push(() => {
      if (!this.entries[this.at + step]) return;
      this.at += step;
      this.listener({ state: this.state });
    });
  }
  back = () => this.go(-1);
  forward = () => this.go(1);
  get hash(): string {
    return this.entries[this.at]?.hash ?? "";
  }
  set hash(href: string) {
    this.pushState(null, "", href);
    this.waiting.push(() => this.listener({ state: this.state }));
  }
  settle(): void {
    while (this.waiting.length > 0) this.waiting.shift()!();
    flushSync();
  }
}

let history: FakeHistory;
let router: (typeof import("./router.svelte"))["router"];

beforeEach(async () => {
  vi.resetModules();
  history = new FakeHistory();
  vi.stubGlobal("history", history);
  vi.stubGlobal("location", history);
  vi.stubGlobal("addEventListener", (_: string, listener: Popped) => (history.listener = listener));
  ({ router } = await import("./router.svelte"));
  router.start();
});
afterEach(() => vi.unstubAllGlobals());

function go(href: string): void {
  router.go(href);
  history.settle();
}

function back(): void {
  router.back();
  history.settle();
}

const held = (changed: () => boolean, save = async () => true) => router.guard({ held: changed, save });

test("it is asked every time that something typed would be lost, not only the first", () => {
  go("#/personen");
  go("#/personen/nieuw");
  held(() => true);
  for (let time = 0; time < 3; time += 1) {
    back();
    expect(router.path).toBe("/personen/nieuw");
    expect(router.leaving).not.toBeNull();
    router.leaving = null;
  }
});

test("leaving without keeping goes where was wanted, by a link as well as by back", () => {
  go("#/personen");
  go("#/personen/nieuw");
  held(() => true);
  go("#/toestemming");
  expect(router.path).toBe("/personen/nieuw");
  router.leave();
  history.settle();
  expect(router.path).toBe("/toestemming");
});

test("saving first goes on when it is saved, and stays when it is refused", async () => {
  go("#/personen/nieuw");
  let fine = false;
  held(
    () => true,
    async () => {
      // A form navigates by itself after saving; leaving must still go where the user wanted.
      if (fine) router.go("#/personen/p1");
      return fine;
    },
  );
  go("#/toestemming");
  await router.saveAndLeave();
  history.settle();
  expect([router.path, router.leaving]).toEqual(["/personen/nieuw", null]);
  fine = true;
  go("#/toestemming");
  await router.saveAndLeave();
  history.settle();
  expect(router.path).toBe("/toestemming");
});

test("after the lock nobody goes back or forward to what was open before", () => {
  go("#/vandaag");
  go("#/personen/p1");
  go("#/toestemming");
  back();
  router.forget();
  expect(history.hash).toBe("#/");
  router.replace("#/vandaag");
  expect(router.canGoBack).toBe(false);
  back();
  expect(router.path).toBe("/vandaag");
  // A button of the mouse does not ask the router. A navigation requested in the meantime happens afterwards.
  history.back();
  history.settle();
  expect([router.path, history.hash]).toEqual(["/vandaag", "#/vandaag"]);
  history.forward();
  history.settle();
  expect(router.path).toBe("/vandaag");
  history.back();
  history.waiting.shift()!();
  router.go("#/personen");
  history.settle();
  expect([router.path, router.canGoBack]).toEqual(["/personen", true]);
  back();
  expect(router.path).toBe("/vandaag");
});

test("the door itself leaves no entries, however often it is tried", () => {
  router.forget();
  router.forget();
  expect(history.entries).toHaveLength(1);
});

test("while it is closed nothing leads away, and nothing is asked", () => {
  go("#/personen");
  go("#/bewaartermijnen");
  const open = router.close();
  go("#/personen");
  back();
  history.back();
  history.settle();
  expect([router.path, router.leaving]).toEqual(["/bewaartermijnen", null]);
  open();
  back();
  expect(router.path).toBe("/personen");
});
