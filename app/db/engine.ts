import type Database from "better-sqlite3";
import type { StepDriver } from "./drive-steps.ts";

/** Under which an open database keeps its engine, for this room alone. */
export const engine: unique symbol = Symbol("engine");

/** SQLite, as the functions of this room need it that no statement can do for them. */
export interface Engine {
  readonly raw: Database.Database;
  readonly driver: StepDriver;
}
