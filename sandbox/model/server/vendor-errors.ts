/** An error as a vendor writes it, to the letter where it was reported. A text is a page of HTML. */
export interface VendorError {
  status: number;
  body: unknown;
}

const flagged = "Your chosen model requires moderation and your input was flagged";
const azureFlagged =
  "The response was filtered due to the prompt triggering Azure OpenAI's content management policy. Please modify your prompt and retry.";
const badGeminiKey = "API key not valid. Please pass a valid API key.";

/** What single calls may be refused with, by the kind of fault. Where each is documented: docs/decisions/015. */
const errors = {
  openrouter_flagged: {
    status: 403,
    body: {
      error: {
        message: `${flagged} for "violence". No credits were charged.`,
        code: 403,
        metadata: { reasons: ["violence"], flagged_input: "knife", provider_name: "OpenAI", model_slug: "sandbox/one" },
      },
    },
  },
  openrouter_flagged_in_200: {
    status: 200,
    body: { error: { message: flagged, code: 403, metadata: { reasons: ["violence"], provider_name: "OpenAI" } } },
  },
  openrouter_raw: {
    status: 400,
    body: {
      error: {
        message: "Provider returned error",
        code: 400,
        metadata: {
          raw: JSON.stringify({ error: { message: azureFlagged, param: "prompt", code: "content_filter" } }),
          provider_name: "Azure",
        },
      },
    },
  },
  azure_flagged: {
    status: 400,
    body: {
      error: {
        message: azureFlagged,
        type: null,
        param: "prompt",
        code: "content_filter",
        status: 400,
        innererror: {
          code: "ResponsibleAIPolicyViolation",
          content_filter_result: { violence: { filtered: true, severity: "medium" } },
        },
      },
    },
  },
  azure_flagged_in_200: {
    status: 200,
    body: { error: { message: azureFlagged, type: null, param: "prompt", code: "content_filter" } },
  },
  openai_flagged: {
    status: 400,
    body: {
      error: {
        message: "Invalid prompt: your prompt was flagged as potentially violating our usage policy.",
        type: "invalid_request_error",
        param: null,
        code: "invalid_prompt",
      },
    },
  },
  qwen_flagged: {
    status: 400,
    body: {
      error: {
        message: "Input data may contain inappropriate content.",
        type: "data_inspection_failed",
        param: null,
        code: "data_inspection_failed",
      },
    },
  },
  model_forbidden: {
    status: 403,
    body: {
      error: {
        message: "Project `proj_1` does not have access to model `shelf-small`",
        type: "invalid_request_error",
        param: null,
        code: "model_not_found",
      },
    },
  },
  country: {
    status: 403,
    body: {
      error: {
        code: "unsupported_country_region_territory",
        message: "Country, region, or territory not supported",
        param: null,
        type: "request_forbidden",
      },
    },
  },
  gemini_country: {
    status: 400,
    body: [
      {
        error: {
          code: 400,
          message: "User location is not supported for the API use.",
          status: "FAILED_PRECONDITION",
        },
      },
    ],
  },
  proxy_page: {
    status: 403,
    body: "<!DOCTYPE html><html><head><title>Attention Required! | Cloudflare</title></head><body><h1>Sorry, you have been blocked</h1></body></html>",
  },
  proxy_404: {
    status: 404,
    body: "<!DOCTYPE html><html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr><center>nginx</center></body></html>",
  },
  ip_not_authorized: {
    status: 401,
    body: {
      error: {
        message: "Your IP address is not authorized to use this API key.",
        type: "invalid_request_error",
        param: null,
        code: "ip_not_authorized",
      },
    },
  },
  quota_in_words: {
    status: 429,
    body: { error: { message: "Insufficient balance, please recharge your account." } },
  },
  key_forbidden: {
    status: 403,
    body: {
      type: "error",
      error: {
        type: "permission_error",
        message: "Your API key does not have permission to use the specified resource.",
      },
    },
  },
  gemini_bad_key: {
    status: 400,
    body: [
      {
        error: {
          code: 400,
          message: badGeminiKey,
          status: "INVALID_ARGUMENT",
          details: [
            {
              "@type": "type.googleapis.com/google.rpc.ErrorInfo",
              reason: "API_KEY_INVALID",
              domain: "googleapis.com",
              metadata: { service: "generativelanguage.googleapis.com" },
            },
          ],
        },
      },
    ],
  },
  no_credit: {
    status: 400,
    body: {
      type: "error",
      error: {
        type: "invalid_request_error",
        message: "Your credit balance is too low to access the API. Please go to Plans & Billing to purchase credits.",
      },
    },
  },
  groq_unreadable: {
    status: 400,
    body: {
      error: {
        message: "Failed to validate JSON. Please adjust your prompt. See 'failed_generation' for more details.",
        type: "invalid_request_error",
        code: "json_validate_failed",
        failed_generation: "Certainly! The title would be: Linen Shirt",
      },
    },
  },
  groq_too_large: {
    status: 413,
    body: {
      error: {
        message:
          "Request too large for model `shelf-small` in organization `org_1` service tier `on_demand` on tokens per minute (TPM): Limit 6000, Requested 18294, please reduce your message size and try again.",
        type: "tokens",
        code: "rate_limit_exceeded",
      },
    },
  },
  groq_no_capacity: {
    status: 498,
    body: { error: { message: "Flex tier capacity exceeded.", type: "capacity", code: "capacity_exceeded" } },
  },
} satisfies Record<string, VendorError>;

export const vendorErrorKinds = Object.keys(errors) as (keyof typeof errors)[];

export function vendorErrorOf(kind: string): VendorError | undefined {
  return Object.hasOwn(errors, kind) ? errors[kind as keyof typeof errors] : undefined;
}
