import { OperationalError } from "../lib/errors.ts";
import type { BatchModel } from "./batch-port.ts";
import type { EndpointProblem } from "./endpoint.ts";
import type { Model } from "./port.ts";

/** What is to be put right in Settings. */
export type RefusalReason =
  | { code: EndpointProblem }
  /** only an address that the operator allows may be without */
  | { code: "address_not_https" }
  /** `offered`: names of the models that the operator's key may be used for */
  | { code: "model_not_offered"; offered: string[] }
  /** the app's own encryption key was changed */
  | { code: "key_unreadable" }
  /** another server than the operator's needs one */
  | { code: "key_missing" };

/** Why a shop's calls are not made, found out here and not by asking anybody. */
export interface CallRefusal {
  /** `model_key`: a key is missing; `model_not_allowed`: the operator does not allow the model or the address */
  code: "model_key" | "model_not_allowed";
  /** where in Settings it is put right */
  field: "baseUrl" | "apiKey" | "modelV1" | "modelV2" | "modelExaminer";
  reason: RefusalReason;
  /** in the words of the failure: what is wrong and what to do */
  says: string;
}

/** Has no cause: nobody outside was asked. */
function refusalError({ code, field, says }: CallRefusal): OperationalError {
  return new OperationalError(`the shop's model is not called: ${field}`, {
    code,
    retryable: false,
    merchantMessage: says,
  });
}

/** A model and its batch mode that call no model but those which are allowed at that moment. */
export function onlyAllowed(
  { model, batches }: { model: Model; batches: BatchModel },
  refusalOf: (name: string) => CallRefusal | null,
): { model: Model; batches: BatchModel } {
  const assertAllowed = (name: string) => {
    const refusal = refusalOf(name);
    if (refusal) throw refusalError(refusal);
  };
  return {
    model: {
      async complete(request, options) {
        assertAllowed(request.model);
        return model.complete(request, options);
      },
    },
    batches: {
      ...batches,
      async upload(file, options) {
        for (const { request } of file.lines) assertAllowed(request.model);
        return batches.upload(file, options);
      },
    },
  };
}

/** A model and its batch mode that refuse each call before anything is sent. */
export function refuseCalls(refusal: CallRefusal): { model: Model; batches: BatchModel } {
  const refuse = async (): Promise<never> => {
    throw refusalError(refusal);
  };
  return {
    model: { complete: refuse },
    batches: {
      isOffered: refuse,
      upload: refuse,
      findFile: refuse,
      removeFile: refuse,
      submit: refuse,
      find: refuse,
      poll: refuse,
      cancel: refuse,
      read: refuse,
    },
  };
}
