import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchIdle } from "./idle";

let stop = () => {};
beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => {
  stop();
  vi.useRealTimers();
});

function watched() {
  const left: (number | null)[] = [];
  const lock = vi.fn();
  stop = watchIdle({ minutes: () => 2, left: (seconds) => left.push(seconds), lock });
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

test("the computer hears at most every five seconds that somebody is there", () => {
  const here = vi.fn();
  stop = watchIdle({ minutes: () => 2, left: () => {}, lock: () => {}, here });
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
