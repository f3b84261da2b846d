import type { ModelAnswer, ModelRequest } from "./port.ts";

/** One request of a batch, as a line of its file. */
export interface BatchLine {
  /** comes back with the answer; unique in the batch, at most 64 characters */
  customId: string;
  request: ModelRequest;
}

/** The state of a batch. When it has ended, its files hold what was answered, whatever its end was. */
export interface BatchProgress {
  ended: boolean;
  /** the provider's own word, e.g. `in_progress` */
  status: string;
  /** requests; 0 while unknown */
  total: number;
  answered: number;
  refused: number;
  outputFileId: string | null;
  errorFileId: string | null;
  /** why the batch failed as a whole, as the provider's code */
  failure: string | null;
}

/** A line of an output or error file, in any order. `refused` was not answered and not charged. */
export type BatchReply =
  | { customId: string; kind: "answered"; answer: ModelAnswer }
  | { customId: string; kind: "refused"; code: string };

/**
 * A provider's batch mode, for requests that may wait up to 24 hours, for half the price. Each call is one attempt.
 * Calls that name a batch or file that is not there answer null or do nothing.
 * @throws OperationalError with the codes of `Model`. After `model_unavailable` and `model_timeout` nobody knows whether
 *   the provider has done what was asked.
 */
export interface BatchModel {
  /** Whether the provider has it at all. */
  isOffered(options: { signal: AbortSignal }): Promise<boolean>;
  /** @returns the file's id */
  upload(file: { name: string; lines: readonly BatchLine[] }, options: { signal: AbortSignal }): Promise<string>;
  findFile(file: { name: string }, options: { signal: AbortSignal }): Promise<string | null>;
  removeFile(fileId: string, options: { signal: AbortSignal }): Promise<void>;
  /** From here on the provider works, and charges. @param batch.mark kept with the batch. @returns the provider's id */
  submit(batch: { fileId: string; mark: string }, options: { signal: AbortSignal }): Promise<string>;
  /** The batch of this mark or file among those made since then, which is how one is found whose id was lost. */
  find(
    batch: { fileId: string; mark: string; sinceMs: number },
    options: { signal: AbortSignal },
  ): Promise<string | null>;
  poll(batchId: string, options: { signal: AbortSignal }): Promise<BatchProgress | null>;
  /** Asks for the end; what was answered until then is kept and charged. */
  cancel(batchId: string, options: { signal: AbortSignal }): Promise<void>;
  /** The file's lines as they come; null when there is no such file. Lines that are not readable are left out. */
  read(fileId: string, options: { signal: AbortSignal }): Promise<AsyncIterable<BatchReply> | null>;
}
