import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchIdle } from "./idle";

let stop = () => {};
let stay = () => {};
beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => {
  stop();
  vi.useRealTimers();
});

function watched() {
  const left: (number | null)[] = [];
  const lock = vi.fn();
  ({ stop, stay } = watchIdle({ minutes: () => 2, left: (seconds) => left.push(seconds), lock }));
  return { left, lock };
}

test("it asks in the last minute and locks at its end", () => {
  const { left, lock } = watched();
  vi.advanceTimersByTime(59_000);
  expect(left).toEqual([]);
  vi.advanceTimersByTime(2_000);
  expect(left[0]).toBe(60);
  expect(lock).not.toHaveBeenCalled();
  vi.advanceTimersByTime(59_000);
  expect(lock).toHaveBeenCalled();
});

test("any key begins the time anew", () => {
  const { left, lock } = watched();
  vi.advanceTimersByTime(100_000);
  dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
  expect(left.at(-1)).toBeNull();
  vi.advanceTimersByTime(59_000);
  expect(lock).not.toHaveBeenCalled();
});

test("once it asks, moving the mouse to a button is no answer; the button is", () => {
  const { left, lock } = watched();
  vi.advanceTimersByTime(70_000);
  document.body.innerHTML = '<div role="alertdialog"><p>60</p><button>Nu vergrendelen</button></div>';
  const button = document.querySelector("button")!;
  dispatchEvent(new PointerEvent("pointermove"));
  dispatchEvent(new KeyboardEvent("keydown", { key: "Tab" }));
  button.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
  button.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  expect(left).not.toContain(null);
  document.querySelector("p")!.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
  expect(left.at(-1)).toBeNull();
  vi.advanceTimersByTime(70_000);
  stay();
  expect(left.at(-1)).toBeNull();
  expect(lock).not.toHaveBeenCalled();
});

test("it counts down, second by second", () => {
  const { left } = watched();
  vi.advanceTimersByTime(64_000);
  dispatchEvent(new PointerEvent("pointermove"));
  vi.advanceTimersByTime(3_000);
  expect(left).toEqual([60, 59, 58, 57, 56, 55, 54, 53]);
});

test("the computer hears at most every five seconds that somebody is there", () => {
  const here = vi.fn();
  ({ stop } = watchIdle({ minutes: () => 2, left: () => {}, lock: () => {}, here }));
  for (let second = 10; second < 20; second += 1) {
    vi.setSystemTime(second * 1000);
    dispatchEvent(new PointerEvent("pointermove"));
  }
  expect(here).toHaveBeenCalledTimes(2);
});

test("a computer that slept locks as soon as it wakes", () => {
  const { lock } = watched();
  vi.setSystemTime(3_600_000);
  vi.advanceTimersByTime(1_000);
  expect(lock).toHaveBeenCalledOnce();
});
