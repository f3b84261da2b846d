import { Text } from "@shopify/polaris";
import { textOfHtml } from "../../lib/html/text-of-html.ts";
import { formatCount } from "../numbers.ts";
import { type ContentTypeView, lengthChars, type TextBody } from "../text-body.ts";

/** How long a text is for its reader: tags do not count, of bullets the longest does. */
export function bodyLengthChars(type: ContentTypeView, body: TextBody): number {
  if (Array.isArray(body)) return Math.max(0, ...body.map(lengthChars));
  return lengthChars(type.kind === "html" ? textOfHtml(body, { bullet: "• " }) : body);
}

/** "64 of 70 characters", red when it is too long. */
export function LengthNote({ type, body }: { type: ContentTypeView; body: TextBody }) {
  const length = bodyLengthChars(type, body);
  const over = type.limitChars !== null && length > type.limitChars;
  const what = Array.isArray(body) ? `${body.length === 1 ? "1 bullet" : `${body.length} bullets`}, longest ` : "";
  return (
    <Text as="span" variant="bodySm" tone={over ? "critical" : "subdued"}>
      {what}
      {formatCount(length)}
      {type.limitChars === null ? "" : ` of ${formatCount(type.limitChars)}`} characters
      {over ? `: ${formatCount(length - (type.limitChars ?? 0))} too many` : ""}
    </Text>
  );
}
