import { readAsk } from "../ask.ts";
import { readChatRequest } from "../chat-request.ts";
import { chatFaultKinds, type ModelState, modelNames } from "../model-state.ts";
import { errorOfFault, openAiError } from "../openai-error.ts";
import { recordCall, userTexts } from "../record-call.ts";
import { completionOf, replyTo } from "../reply-to.ts";
import { seePictures } from "../see-pictures.ts";
import { dressCompletion } from "../server/dress-completion.ts";
import { leaveOut } from "../server/leave-out.ts";
import { refuseRequest } from "../server/refuse-request.ts";
import { vendorErrorOf } from "../server/vendor-errors.ts";
import type { BatchInputLine } from "./batch.ts";

/** Kinds that only a live connection can meet. */
const onlyLive: readonly string[] = ["stall", "cut", "slow", "lost_answer"];
const lineFaultKinds = [...chatFaultKinds.filter((kind) => !onlyLive.includes(kind)), "batch_line_error"];

/** Answers one line as a chat would be: `ok` goes to the output file and is paid for, else to the error file. */
export function answerLine(
  deps: { state: ModelState; now: () => number },
  batchId: string,
  line: BatchInputLine,
): { ok: boolean; json: string } {
  const { state } = deps;
  const raw = JSON.stringify(line.body);
  const read = readChatRequest(line.body);
  const request = "request" in read ? read.request : undefined;
  const ask = readAsk(request === undefined ? [] : userTexts(request));
  const call = recordCall(deps, { raw, request, ask, line: { batchId, customId: line.customId } });
  const answer = (ok: boolean, status: number, body: unknown) => {
    call.status = status;
    call.fullySent = true;
    const response = { status_code: status, request_id: call.id, body };
    return { ok, json: JSON.stringify({ id: `batch_${call.id}`, custom_id: line.customId, response, error: null }) };
  };
  if (request === undefined || !modelNames.includes(request.model)) {
    const refused = "refused" in read ? read.refused : openAiError(404, "The model does not exist.");
    return answer(false, refused.status, refused.body);
  }
  const unseen = refuseRequest(state.settings.server, request, Object(line.body)) ?? seePictures(state, request, ask);
  if (unseen !== undefined) return answer(false, unseen.status, unseen.body);
  const prompt = request.messages.map(({ content }) => content).join("\n");
  const scripted = state.takeScripted(prompt);
  if (scripted?.status !== undefined && scripted.status !== 200) {
    call.outcome = "scripted";
    return answer(false, scripted.status, scripted.body ?? {});
  }
  const subject = { model: request.model, operation: "batch_line" };
  const fault = scripted === undefined ? state.faults.strike(subject, lineFaultKinds) : undefined;
  call.outcome = scripted === undefined ? (fault?.kind ?? "ok") : "scripted";
  const failed = fault && errorOfFault(fault.kind === "batch_line_error" ? "http_500" : fault.kind, undefined);
  if (failed) return answer(false, failed.status, failed.body);
  const vendors = fault && vendorErrorOf(fault.kind);
  if (vendors) return answer(false, vendors.status, vendors.body);
  const message = replyTo(state, call, { raw, request, ask, scripted, fault: fault?.kind });
  const whole = dressCompletion(state.settings.server, completionOf(call, request.model, message));
  return answer(true, 200, leaveOut(fault?.kind, whole));
}
