/** What a person wants of this run, in their own words. */
export interface MerchantsNotes {
  notes?: string | undefined;
  /** content type → what to do with it */
  fieldNotes?: Readonly<Record<string, string | undefined>> | undefined;
}
