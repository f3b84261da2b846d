/** A file of OpenAI's Files API. Times in epoch seconds, as OpenAI counts. */
export interface SandboxFile {
  id: string;
  filename: string;
  purpose: string;
  createdAt: number;
  content: Buffer;
}

export type BatchStatus =
  | "validating"
  | "failed"
  | "in_progress"
  | "finalizing"
  | "completed"
  | "expired"
  | "cancelling"
  | "cancelled";

/** A batch and when it reached each of its states, in epoch milliseconds. */
export interface SandboxBatch {
  id: string;
  inputFileId: string;
  endpoint: string;
  window: string;
  metadata: Record<string, string> | null;
  status: BatchStatus;
  at: Partial<Record<BatchStatus | "created", number>>;
  /** the longest it takes, of the settings when it was made */
  delayMs: number;
  /** the lines of its input once it was validated, in another order than asked */
  lines: BatchInputLine[];
  /** how many of them have been answered */
  answered: number;
  outputs: string[];
  problems: string[];
  counts: { total: number; completed: number; failed: number };
  outputFileId: string | null;
  errorFileId: string | null;
  errors: { code: string; message: string; param: string | null; line: number | null }[];
  fault: string | undefined;
}

export interface BatchInputLine {
  customId: string;
  body: unknown;
}

/** @see https://platform.openai.com/docs/api-reference/files/object */
export function fileObject(file: SandboxFile): object {
  return {
    id: file.id,
    object: "file",
    bytes: file.content.byteLength,
    created_at: file.createdAt,
    filename: file.filename,
    purpose: file.purpose,
    status: "processed",
  };
}

const dayMs = 24 * 60 * 60_000;

/** @see https://platform.openai.com/docs/api-reference/batch/object */
export function batchObject(batch: SandboxBatch): object {
  const at = (status: BatchStatus) => seconds(batch.at[status]);
  return {
    id: batch.id,
    object: "batch",
    endpoint: batch.endpoint,
    errors: batch.errors.length === 0 ? null : { object: "list", data: batch.errors },
    input_file_id: batch.inputFileId,
    completion_window: batch.window,
    status: batch.status,
    output_file_id: batch.outputFileId,
    error_file_id: batch.errorFileId,
    created_at: seconds(batch.at.created),
    in_progress_at: at("in_progress"),
    expires_at: seconds((batch.at.created ?? 0) + dayMs),
    finalizing_at: at("finalizing"),
    completed_at: at("completed"),
    failed_at: at("failed"),
    expired_at: at("expired"),
    cancelling_at: at("cancelling"),
    cancelled_at: at("cancelled"),
    request_counts: { ...batch.counts },
    metadata: batch.metadata,
  };
}

function seconds(ms: number | undefined): number | null {
  return ms === undefined ? null : Math.floor(ms / 1_000);
}
