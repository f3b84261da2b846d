/** A file of a taxonomy that is not what it should be; `message` says which, where and why, for the person who gave it. */
export class TaxonomyFileError extends Error {
  readonly code = "taxonomy_file";
  readonly retryable = false;
}
