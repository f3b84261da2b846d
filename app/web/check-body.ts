import type { RequestHandler } from "express";
import { refuseJson } from "../lib/json.ts";
import { type Refusal, refuse } from "./refuse.ts";

/** A selection of 1,000 products, as many left out, and the other fields of a form. */
const maxFields = 3_000;
const ampersand = 0x26;

/**
 * Refuses a body that was read by how it is built, before anything is made of it: a form with more fields than any page of
 * ours sends, JSON that is nested too deep or holds too much. Both cost a pass over the bytes. What an `&` of a value is, is
 * encoded in a form.
 */
export function checkBody(): RequestHandler {
  return (request, response, next) => {
    const { body } = response.locals;
    // Webhooks are looked at where their signature was.
    if (!body || request.path === "/webhooks") return next();
    const refusal = request.is("application/json") ? refuseShape(body) : refuseFields(body);
    if (refusal) refuse(request, response, refusal);
    else next();
  };
}

function refuseShape(body: Buffer): Refusal | null {
  const refusal = refuseJson(body.toString("latin1"));
  if (!refusal) return null;
  const { code, limit } = refusal;
  const most = limit.toLocaleString("en");
  const message =
    code === "too_deep" ? `Data is nested at most ${most} levels deep.` : `At most ${most} values are taken at once.`;
  return { status: 400, code, message };
}

function refuseFields(body: Buffer): Refusal | null {
  let fields = 1;
  for (let at = body.indexOf(ampersand); at >= 0; at = body.indexOf(ampersand, at + 1)) {
    if (++fields > maxFields) return tooMany;
  }
  return null;
}

const tooMany: Refusal = {
  status: 400,
  code: "too_many_fields",
  message: `A form has at most ${maxFields.toLocaleString("en")} fields. Select fewer products and try again.`,
};
