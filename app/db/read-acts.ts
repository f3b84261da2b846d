import { all, type Steps } from "./steps.ts";

/** A line of the audit log. */
export interface ActRow {
  id: string;
  /** epoch ms */
  at: number;
  by: string;
  action: string;
  /** of what it was about, null for nothing in particular */
  kind: string | null;
  subject: string | null;
  /** JSON of what was noted */
  details: string;
}

const sql = `SELECT id, at, by, action, subject_kind AS kind, subject_id AS subject, details FROM audit_log
  WHERE shop = @shop AND (at, id) < (@at, @id)
    AND (CAST(@actions AS text) IS NULL OR action IN (SELECT value FROM json_each(@actions)))
    AND (CAST(@who AS text) IS NULL OR (@who = 'me' AND by = @me) OR (@who = 'people' AND by LIKE 'user:%')
      OR (@who = 'program' AND by NOT LIKE 'user:%'))
  ORDER BY at DESC, id DESC LIMIT @limit`;

export interface ActQuery {
  shop: string;
  /** only those lines; undefined: all */
  actions?: readonly string[] | undefined;
  /** only of one person (`me`), of all people, or of programs; undefined: of all */
  who?: "me" | "people" | "program" | undefined;
  me: string;
  /** only lines older than this one */
  before?: { at: number; id: string } | undefined;
  limit: number;
}

/** Lines of a shop's audit log, the newest first. */
export function* readActs({ shop, actions, who, me, before, limit }: ActQuery): Steps<ActRow[]> {
  return yield* all<ActRow>(sql, {
    shop,
    me,
    at: before?.at ?? Number.MAX_SAFE_INTEGER,
    id: before?.id ?? "",
    actions: actions ? JSON.stringify(actions) : null,
    who: who ?? null,
    limit,
  });
}
