import type { PersonView } from "../person-view.ts";

/** A config in the list. */
export interface ConfigRowView {
  id: string;
  name: string;
  description: string | null;
  /** ships with the app */
  preset: boolean;
  products: number;
  rules: number;
  /** how people judged what was written by them; null where they judged nothing */
  judged: { unchanged: number; decided: number; reason: { words: string; count: number } | null } | null;
  updatedAt: number | null;
  updatedBy: PersonView;
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
  updatedBy: PersonView;
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
  savedBy: "you" | "colleague" | null;
  versions: number;
  differences: { field: string; before: string | null; after: string | null }[];
  /** the state that holds now */
  current: boolean;
}
