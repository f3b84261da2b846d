/** A config in the list. */
export interface ConfigRowView {
  id: string;
  name: string;
  description: string | null;
  /** ships with the app */
  preset: boolean;
  products: number;
  rules: number;
  updatedAt: number | null;
}

/** A config as the editor edits it: the contract's shape, nested maps and lists. */
export type ConfigDraft = Record<string, unknown>;

export interface ConfigDetailView {
  id: string;
  name: string;
  description: string;
  preset: boolean;
  /** tells this state of the config from others */
  seen: string;
  config: ConfigDraft;
  updatedAt: number | null;
  updatedBy: string | null;
  products: number;
  rules: number;
  /** the file that export saves */
  file: string;
}

export interface ConfigChoice {
  id: string;
  name: string;
  preset: boolean;
}

export interface RuleView {
  field: "collection" | "vendor" | "product_type" | "tag";
  /** of a collection its id */
  value: string;
  configId: string;
}

export interface ConfigStateView {
  revision: number;
  change: string;
  savedAt: number;
  /** "you", "a staff member" */
  savedBy: string | null;
  versions: number;
  differences: { field: string; before: string | null; after: string | null }[];
  /** the state that holds now */
  current: boolean;
}

export function configLabel({ name, preset }: { name: string; preset: boolean }): string {
  return preset ? `${name} (preset)` : name;
}
