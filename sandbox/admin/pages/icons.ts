import { Html } from "../html.ts";

function icon(path: string): Html {
  return new Html(
    `<svg viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${path}</svg>`,
  );
}

export const homeIcon = icon('<path d="M3.5 9 10 3.5 16.5 9v7a.5.5 0 0 1-.5.5h-3.5v-4h-5v4H4a.5.5 0 0 1-.5-.5z"/>');
export const productsIcon = icon(
  '<path d="M3 10.6V4.5A1.5 1.5 0 0 1 4.5 3h6.1L17 9.4 10.4 16z"/><circle cx="6.8" cy="6.8" r=".8"/>',
);
export const translateIcon = icon(
  '<circle cx="10" cy="10" r="7"/><path d="M3 10h14M10 3c2.4 2.2 3.4 4.4 3.4 7s-1 4.8-3.4 7c-2.4-2.2-3.4-4.4-3.4-7s1-4.8 3.4-7z"/>',
);
export const backIcon = icon('<path d="M16 10H4m5-5-5 5 5 5"/>');
export const appIcon = new Html(
  '<svg viewBox="0 0 20 20" aria-hidden="true"><rect width="20" height="20" rx="5" fill="#0b6e5d"/><path d="M4 14.5h12M6 14V6.5h2V14M9.2 14V5h2v9M12.6 14l1.9-7.2 1.7.4" stroke="#fff" stroke-width="1.4" fill="none" stroke-linecap="round" stroke-linejoin="round"/></svg>',
);
export const brandIcon = new Html(
  '<svg viewBox="0 0 26 26" aria-hidden="true"><rect width="26" height="26" rx="7" fill="#25c4a0"/><path d="M7 11h12l-1 8.5H8zM10 11V9.5a3 3 0 0 1 6 0V11" stroke="#04382d" stroke-width="1.7" fill="none" stroke-linejoin="round"/></svg>',
);
