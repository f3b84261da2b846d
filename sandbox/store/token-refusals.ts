/** A refusal of the token endpoint. */
export interface TokenRefusal {
  status: number;
  body: { error: string; error_description: string };
}

const refusal = (status: number, error: string, error_description: string): TokenRefusal => ({
  status,
  body: { error, error_description },
});

/** What the real endpoint answers to a refresh token that was used up, revoked, orphaned or is too old. */
export const inactiveRefreshToken = refusal(401, "invalid_request", "This request requires an active refresh_token");

/** Refusals that have been seen for dead refresh tokens, one that says nothing about the token, and the one for the app's own
 * credentials, by fault kind. */
export const tokenRefusals = {
  invalid_grant: refusal(400, "invalid_grant", "The token is invalid."),
  inactive_refresh_token: inactiveRefreshToken,
  invalid_subject_token: refusal(400, "invalid_subject_token", "The subject token is invalid."),
  unclear_refusal: refusal(400, "temporarily_unavailable", "Try again later."),
  invalid_client: refusal(400, "invalid_client", "The client credentials are not valid."),
} as const;

/** `rotation_lost`: a 520 after the token was rotated; the app keeps a refresh token that no longer works. */
export const tokenFaultKinds = [...Object.keys(tokenRefusals), "rotation_lost"] as (
  | keyof typeof tokenRefusals
  | "rotation_lost"
)[];
