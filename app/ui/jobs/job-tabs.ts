/** The tabs of the jobs page: a name in the address and the statuses it shows. */
export const jobTabs = [
  { id: "all", content: "All", statuses: [] },
  { id: "open", content: "Running", statuses: ["queued", "processing"] },
  { id: "completed", content: "Completed", statuses: ["completed"] },
  { id: "problems", content: "With problems", statuses: ["partially_completed", "failed"] },
  { id: "cancelled", content: "Cancelled", statuses: ["cancelled"] },
] as const;
export type JobTab = (typeof jobTabs)[number]["id"];
