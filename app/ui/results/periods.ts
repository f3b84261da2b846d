/** What the Acceptance page can look at; the last one is all that is kept. */
export const periods = [
  { id: "7", days: 7 },
  { id: "30", days: 30 },
  { id: "90", days: 90 },
  { id: "all", days: null },
] as const;

export type Period = (typeof periods)[number]["id"];

export const defaultPeriod: Period = "30";

export function periodOf(text: string | null): Period {
  return periods.find(({ id }) => id === text)?.id ?? defaultPeriod;
}
