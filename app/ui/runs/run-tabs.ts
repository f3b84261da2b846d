/** How the list of runs is narrowed: the part of the address → which runs. */
export const runTabs = ["all", "running", "person", "done"] as const;
export type RunTab = (typeof runTabs)[number];
