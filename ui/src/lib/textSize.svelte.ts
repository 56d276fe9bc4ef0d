// How large everything is, in percent. The window zooms the page, so that layout follows.
import { host } from "./host";

export const textSizes = [90, 100, 115, 130, 150, 200] as const;

class TextSize {
  now = $state(100);

  set(percent: number): void {
    this.now = percent;
    void host().setZoom(percent / 100);
  }

  /** One step larger or smaller. */
  step(direction: 1 | -1): void {
    const nearest = textSizes.findIndex((size) => size >= this.now);
    this.set(textSizes[Math.max(0, Math.min(textSizes.length - 1, nearest + direction))] ?? 100);
  }
}

export const textSize = new TextSize();
