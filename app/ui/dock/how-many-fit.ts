/** Widths of the dock's buttons, px: what is left and right of the words, a printed key, the gap, the menu's button. */
const [padding, keyWidth, gap, menu] = [24, 26, 6, 34];
const latin = 7;
const wide = 13;

/** How wide a button with these words becomes at most. */
export function widthOf({ label, key }: { label: string; key: boolean }): number {
  let width = padding + (key ? keyWidth : 0);
  for (const sign of label) width += /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/u.test(sign) ? wide : latin;
  return width;
}

/**
 * How many buttons fit beside each other, the first ones; at least one. Reckoned from their words, so that nothing is drawn twice.
 * @param room px; null: not measured yet, all are drawn
 */
export function howManyFit(buttons: readonly { label: string; key: boolean }[], room: number | null): number {
  if (room === null) return buttons.length;
  let used = 0;
  for (const [index, button] of buttons.entries()) {
    used += widthOf(button) + (index > 0 ? gap : 0);
    const rest = index === buttons.length - 1 ? 0 : menu + gap;
    if (used + rest > room && index > 0) return index;
  }
  return buttons.length;
}
